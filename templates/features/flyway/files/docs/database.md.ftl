[#import "/lib/fields.txt.ftl" as fields]
[#assign sample = resources?first!{}]
# Database

PostgreSQL, schema `[=service.schema]`. The migrations in `db/migration` are its only source; a file that has been released never changes again.

## Tables

[@practice id="normalized-schema"]
The schema is in third normal form: each table holds one kind of thing, each column depends on the key alone, and what belongs to another resource is reached by its key, never copied.

[/@practice]
[#if resources?size > 0]
```mermaid
erDiagram
[#list resources as resource]
    [=resource.plural.snake] {
        uuid id PK
[#list resource.fields as field]
        [=field.types.sql?replace(r"\(.*", "", "r")] [=field.column?replace('"', "")][#if field.isReference] FK[#elseif field.unique] UK[/#if]
[/#list]
    }
[/#list]
[#list resources as resource]
[#list resource.references as field]
    [=field.to.plural.snake] [#if field.required]||[#else]|o[/#if]--o{ [=resource.plural.snake] : [=field.column?replace('"', "")]
[/#list]
[/#list]
```

[/#if]
What all tables share:

- Keys are UUIDs, made by the database, so that rows can be made in several places and nobody can guess one.
- Texts are `text` with a CHECK on their length; times are `timestamptz`.
[@practice id="foreign-keys"]
- References are foreign keys that restrict deletion[@practice id="foreign-key-indexes"], each with an index[/@practice].
[/@practice]
[@practice id="optimistic-locking"]
- `version` grows with each change. A change that names an older version is refused.
[/@practice]
[@practice id="soft-delete"]
- A deleted row stays, with `deleted_at`. Unique indexes count live rows only, so a value is free again after a deletion.
[/@practice]
[@practice id="least-privilege-database-role"]

## Roles

`[=service.snake]_owner` owns the schema and runs the migrations. `[=facts.applicationRole]` is what the service uses: it reads and writes rows, but can change no table[@practice id="soft-delete"] and remove no resource[/@practice].
Roles belong to the whole cluster, so whoever runs it creates them once, before the first migration:

```sql
create role [=service.snake]_owner login;
create role [=facts.applicationRole] login;
create database [=service.snake] owner [=service.snake]_owner;
revoke all on database [=service.snake] from public;
grant connect on database [=service.snake] to [=facts.applicationRole];
```

A later migration that adds a table also grants what `[=facts.applicationRole]` needs on it.
[/@practice]
[@practice id="safe-migrations"]

## Changing the schema

Old and new releases run side by side during a roll-out, so each step has to suit both. A change comes in three releases:

1. **Expand**: add the new column, table or index. Nothing that runs notices.
2. **Migrate**: the service writes both and reads the new; rows from before are filled in batches.
3. **Contract**: when no release uses the old any more, drop it.

| Change | How |
| --- | --- |
| Column | Without NOT NULL at first. Then a CHECK `not valid`, `validate constraint` in the next file, and NOT NULL last |
| Index | `create index concurrently`, alone in its file, with `executeInTransaction=false` in a file of the same name plus `.conf` |
| Foreign key, CHECK | `not valid` first, `validate constraint` in the next file |
| Other name or type | A new column, filled and switched to as above; never in place |

Each file begins with its `lock_timeout` and `statement_timeout`, as the first one does, and is listed in `db/kustomization.yaml`. `squawk db/migration/*.sql` finds what would block.
[/@practice]
[#if sample.table??]
[@practice id="execution-plans"]

## Looking at a query

A list is read from an index in its order; this shows the plan of a later page:

```sql
explain (analyze, buffers)
select * from [=service.schema].[=sample.table]
where [#if practices["soft-delete"]??]deleted_at is null and [/#if](created_at, id) > (now() - interval '1 day', '00000000-0000-0000-0000-000000000000')
order by created_at, id
limit 21;
```

An `Index Scan` without a `Sort` above it is what to expect; a `Seq Scan` on a large table means that an index is missing.
[/@practice]
[/#if]
[@practice id="query-performance-metrics"]

## Which queries cost most

PostgreSQL counts them where its extension `pg_stat_statements` is loaded: whoever runs the server sets
`shared_preload_libraries = 'pg_stat_statements'` and restarts it. Then, once, as a superuser, in the database:

```sql
create extension if not exists pg_stat_statements;
grant pg_read_all_stats to [=service.snake]_owner;
```

What took the most time in all since the last reset, values replaced by `$1`:

```sql
select
    calls,
    round(total_exec_time) as total_ms,
    round(mean_exec_time::numeric, 2) as mean_ms,
    round(max_exec_time::numeric, 2) as max_ms,
    rows / nullif(calls, 0) as rows_each,
    shared_blks_read as blocks_from_disk,
    left(query, 100) as query
from pg_stat_statements
where userid = '[=facts.applicationRole]'::regrole and dbid = (select oid from pg_database where datname = current_database())
order by total_exec_time desc
limit 20;
```

Many calls at a low mean: ask less often, or a page at a time. A high mean: look at its plan. A maximum far above the mean: it waited, mostly for a
lock. `select pg_stat_statements_reset();`, as a superuser, begins anew, for instance before a load test.
[/@practice]
[@practice id="design-for-scale"]

## Growth

A page costs the same in a small table and in a large one, and replicas are added without coordination:

[@practice id="pagination"]
- A page is read from where the last one ended, in an index; no `offset` reads what it skips.
[/@practice]
[@practice id="query-indexes"]
- Each order in which the API lists has an index[@practice id="foreign-key-indexes"], and each reference[/@practice].
[/@practice]
- Keys are UUIDs, so rows can be made, moved and partitioned without a counter that all share.
- Replicas share nothing but the database[@practice id="idempotency-keys"], which holds the idempotency keys for a day as well[/@practice]: one more needs connections, and nothing else.

What does grow is the one primary that takes all writes, and these tables on it:

```sql
select relname as table_name, n_live_tup as rows, n_dead_tup as dead, pg_size_pretty(pg_table_size(relid)) as size, pg_size_pretty(pg_indexes_size(relid)) as indexes
from pg_stat_user_tables where schemaname = '[=service.snake]' order by pg_total_relation_size(relid) desc;
```

A filter on a property without an index reads every live row, until the time limit of the statement. In this order, each when a measurement asks for it:

1. An index for the filter that the statistics show, made concurrently.
2. A larger primary: until its memory holds the indexes that are in use, nothing else helps as much.
3. Old rows in an archive[@practice id="soft-delete"], deleted ones first: they stay in their table[/@practice].
4. Partitions of the largest table, by a hash of `id`: it ends unique indexes over all rows, so it is a decision of its own.
[/@practice]
