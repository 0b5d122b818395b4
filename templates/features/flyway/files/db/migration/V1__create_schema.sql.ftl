[#import "/lib/fields.txt.ftl" as fields]
[#function live]
[#return (practices["soft-delete"]??)?then(" where deleted_at is null", "")]
[/#function]
[#function length field]
[#if fields.shortest(field) == 0][#return "char_length(" + field.column + ") <= " + field.maxLength][/#if]
[#return "char_length(" + field.column + ") between " + fields.shortest(field) + " and " + field.maxLength]
[/#function]
[#-- What the database itself refuses, whoever writes; the service checks more. --]
[#function conditions field]
[#switch field.type]
[#on "string", "email", "uri"]
[#return [length(field), field.column + r" !~ '[\u0001-\u001f\u007f-\u009f]'"]]
[#on "text"]
[#return [length(field), field.column + r" !~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]'"]]
[#on "integer", "long", "decimal"]
[#return [field.column + " between " + fields.least(field) + " and " + fields.greatest(field)]]
[#on "date"]
[#return [field.column + " between '0001-01-01' and '9999-12-31'"]]
[#on "timestamp"]
[#return [field.column + " between '0001-01-01T00:00:00Z' and '9999-12-31T23:59:59.999999Z'"]]
[#on "enum"]
[#return [field.column + " in (" + field.values?map(value -> "'" + value.wire?replace("'", "''") + "'")?join(", ") + ")"]]
[#on "json"]
[#return ["jsonb_typeof(" + field.column + ") = 'object'", "octet_length(" + field.column + "::text) <= 16384"]]
[/#switch]
[#return []]
[/#function]
[#macro check resource field]
[#local all = conditions(field)]
[#if all?size == 1]
    constraint [=fields.sqlName(resource, field.column, "check")] check ([=all[0]?no_esc]),
[#elseif all?size > 1]
    constraint [=fields.sqlName(resource, field.column, "check")] check (
        [=all?join("\n        and ")?no_esc]
    ),
[/#if]
[/#macro]
[#macro default field]
[#if field.default??] default [#if field.default?is_boolean || field.default?is_number][=field.default?c][#else]'[=field.default]'[/#if][/#if][#t]
[/#macro]
[@practice id="safe-migrations"]
-- Waiting for a lock, or a slow statement, must not hold up the service that runs on the old schema.
set local lock_timeout = '5s';
set local statement_timeout = '60s';

[/@practice]
create schema if not exists [=service.schema];
[@practice id="schema-comments"]
comment on schema [=service.schema] is '[=service.description?trim]';
[/@practice]
[#list resources as resource]
[#assign table = service.schema + "." + resource.table]

create table [=table] (
    id uuid not null default gen_random_uuid(),
[#list resource.fields as field]
    [=field.column] [=field.types.sql][#if field.required] not null[/#if][@default field /],
[/#list]
[@practice id="optimistic-locking"]
    version bigint not null default 0,
[/@practice]
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
[@practice id="soft-delete"]
    deleted_at timestamptz,
[/@practice]
[@practice id="constraints"]
[#list resource.fields as field]
[@check resource field /]
[/#list]
[@practice id="optimistic-locking"]
    constraint [=fields.sqlName(resource, "version", "check")] check (version >= 0),
[/@practice]
    constraint [=fields.sqlName(resource, "updated_at", "check")] check (updated_at >= created_at),
[@practice id="soft-delete"]
    constraint [=fields.sqlName(resource, "deleted_at", "check")] check (deleted_at >= created_at),
[/@practice]
[/@practice]
    constraint [=fields.sqlName(resource, "pkey")] primary key (id)
);
[@practice id="constraints"]
[#list resource.uniques]

[@practice id="soft-delete"]
-- Only live rows compete: a value is free again once its row is deleted.
[/@practice]
[#items as unique]
create unique index [=fields.sqlName(resource, unique?map(field -> field.column)?join("_"), "key")]
on [=table] ([=unique?map(field -> field.column)?join(", ")])[=live()];
[/#items]
[/#list]
[/@practice]
[@practice id="foreign-key-indexes"]
[#list resource.references]

-- Whether a live row refers to another is answered by the index alone.
[#items as field]
create index [=fields.sqlName(resource, field.column, "idx")] on [=table] ([=field.column])[#rt]
[#if practices["soft-delete"]??][@practice id="covering-indexes"] include (deleted_at)[/@practice][/#if];
[/#items]
[/#list]
[/@practice]
[@practice id="query-indexes"]

-- One index for each order in which the API lists.
create index [=fields.sqlName(resource, "created_at", "id", "idx")] on [=table] (created_at, id)[=live()];
[#list fields.sortable(resource)?filter(field -> !field.unique) as field]
create index [=fields.sqlName(resource, field.column, "id", "idx")] on [=table] ([=field.column], id)[=live()];
[/#list]
[/@practice]
[@practice id="schema-comments"]

[#if resource.description?has_content]
comment on table [=table] is '[=resource.description?trim]';
[#else]
comment on table [=table] is '[=resource.plural.title], served at [=resource.path]';
[/#if]
comment on column [=table].id is 'Public identifier, made by the database';
[#list resource.fields as field]
comment on column [=table].[=field.column] is '[=fields.meaning(resource, field)]';
[/#list]
[@practice id="optimistic-locking"]
comment on column [=table].version is 'Grows by one with each change; the entity tag of the API';
[/@practice]
comment on column [=table].created_at is 'When the row was made';
comment on column [=table].updated_at is 'When the row was last changed';
[@practice id="soft-delete"]
comment on column [=table].deleted_at is 'When the row was deleted; null while it is live';
[/@practice]
[/@practice]
[/#list]
[@practice id="foreign-keys"]
[#list resources?filter(resource -> resource.references?size > 0)]

-- After all tables, so that resources may refer to themselves and to each other.
[#items as resource]
[#list resource.references as field]
alter table [=service.schema].[=resource.table]
add constraint [=fields.sqlName(resource, field.column, "fkey")]
foreign key ([=field.column]) references [=service.schema].[=field.to.table] (id) on delete restrict;
[/#list]
[/#items]
[/#list]
[/@practice]
[@practice id="idempotency-keys"]

create table [=service.schema].idempotency_keys (
    subject text not null,
    operation text not null,
    key text not null,
    request_hash bytea not null,
    response_status bigint,
    response_location text,
    response_etag text,
    response_body text,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '24 hours',
    constraint idempotency_keys_subject_check check (char_length(subject) between 1 and 255),
    constraint idempotency_keys_operation_check check (char_length(operation) between 1 and 255),
    constraint idempotency_keys_key_check check (key ~ '^[A-Za-z0-9._~-]{1,128}$'),
    constraint idempotency_keys_request_hash_check check (octet_length(request_hash) = 32),
    constraint idempotency_keys_response_status_check check (response_status between 200 and 599),
    constraint idempotency_keys_response_location_check check (char_length(response_location) <= 2048),
    constraint idempotency_keys_response_etag_check check (char_length(response_etag) <= 64),
    constraint idempotency_keys_response_body_check check (octet_length(response_body) <= 4194304),
    constraint idempotency_keys_expires_at_check check (expires_at > created_at),
    constraint idempotency_keys_pkey primary key (subject, operation, key)
);

create index idempotency_keys_expires_at_idx on [=service.schema].idempotency_keys (expires_at);
[@practice id="schema-comments"]

comment on table [=service.schema].idempotency_keys is 'First answers to POST requests that carried an Idempotency-Key';
comment on column [=service.schema].idempotency_keys.subject is 'Who asked: the subject of the access token';
comment on column [=service.schema].idempotency_keys.operation is 'What was asked: method and path, as in POST /api/v1/things';
comment on column [=service.schema].idempotency_keys.key is 'The key that the client chose';
comment on column [=service.schema].idempotency_keys.request_hash is 'SHA-256 of the request as the service understood it, not of its bytes';
comment on column [=service.schema].idempotency_keys.response_status is 'Status of the first answer';
comment on column [=service.schema].idempotency_keys.response_location is 'Location header of the first answer';
comment on column [=service.schema].idempotency_keys.response_etag is 'ETag header of the first answer';
comment on column [=service.schema].idempotency_keys.response_body is 'Body of the first answer';
comment on column [=service.schema].idempotency_keys.created_at is 'When the key was first used';
comment on column [=service.schema].idempotency_keys.expires_at is 'When the key may be used anew';
[/@practice]
[/@practice]
[@practice id="least-privilege-database-role"]

-- The service runs as a role that can neither change the schema nor remove a resource's row.
-- Roles belong to the cluster: whoever runs the database creates them before this file runs.
do $$
begin
    if exists (select from pg_catalog.pg_roles where rolname = '[=facts.applicationRole]') then
        grant usage on schema [=service.schema] to [=facts.applicationRole];
[#list resources as resource]
        grant select, insert, update[#if !practices["soft-delete"]??], delete[/#if] on [=service.schema].[=resource.table] to [=facts.applicationRole];
[/#list]
[@practice id="idempotency-keys"]
        grant select, insert, update, delete on [=service.schema].idempotency_keys to [=facts.applicationRole];
[/@practice]
    end if;
end
$$;
[/@practice]
