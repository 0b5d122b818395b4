-- Waiting for a lock, or a slow statement, must not hold up the service that runs on the old schema.
set local lock_timeout = '5s';
set local statement_timeout = '60s';

create schema if not exists student_records;
comment on schema student_records is 'Students, courses and who takes what';

create table student_records.students (
    id uuid not null default gen_random_uuid(),
    email text not null,
    full_name text not null,
    born_on date,
    version bigint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint students_email_check check (
        char_length(email) between 6 and 254
        and email !~ '[\u0001-\u001f\u007f-\u009f]'
    ),
    constraint students_full_name_check check (
        char_length(full_name) between 1 and 200
        and full_name !~ '[\u0001-\u001f\u007f-\u009f]'
    ),
    constraint students_born_on_check check (born_on between '0001-01-01' and '9999-12-31'),
    constraint students_version_check check (version >= 0),
    constraint students_updated_at_check check (updated_at >= created_at),
    constraint students_deleted_at_check check (deleted_at >= created_at),
    constraint students_pkey primary key (id)
);

-- Only live rows compete: a value is free again once its row is deleted.
create unique index students_email_key
on student_records.students (email) where deleted_at is null;

-- One index for each order in which the API lists.
create index students_created_at_id_idx on student_records.students (created_at, id) where deleted_at is null;
create index students_full_name_id_idx on student_records.students (full_name, id) where deleted_at is null;

comment on table student_records.students is 'Students, served at /api/v1/students';
comment on column student_records.students.id is 'Public identifier, made by the database';
comment on column student_records.students.email is 'E-mail address. Unique among students.';
comment on column student_records.students.full_name is 'One line of 1 to 200 characters.';
comment on column student_records.students.born_on is 'Calendar date.';
comment on column student_records.students.version is 'Grows by one with each change; the entity tag of the API';
comment on column student_records.students.created_at is 'When the row was made';
comment on column student_records.students.updated_at is 'When the row was last changed';
comment on column student_records.students.deleted_at is 'When the row was deleted; null while it is live';

create table student_records.courses (
    id uuid not null default gen_random_uuid(),
    code text not null,
    title text not null,
    version bigint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint courses_code_check check (
        char_length(code) between 1 and 20
        and code !~ '[\u0001-\u001f\u007f-\u009f]'
    ),
    constraint courses_title_check check (
        char_length(title) between 1 and 200
        and title !~ '[\u0001-\u001f\u007f-\u009f]'
    ),
    constraint courses_version_check check (version >= 0),
    constraint courses_updated_at_check check (updated_at >= created_at),
    constraint courses_deleted_at_check check (deleted_at >= created_at),
    constraint courses_pkey primary key (id)
);

-- Only live rows compete: a value is free again once its row is deleted.
create unique index courses_code_key
on student_records.courses (code) where deleted_at is null;

-- One index for each order in which the API lists.
create index courses_created_at_id_idx on student_records.courses (created_at, id) where deleted_at is null;
create index courses_title_id_idx on student_records.courses (title, id) where deleted_at is null;

comment on table student_records.courses is 'Courses, served at /api/v1/courses';
comment on column student_records.courses.id is 'Public identifier, made by the database';
comment on column student_records.courses.code is 'One line of 1 to 20 characters. Unique among courses.';
comment on column student_records.courses.title is 'One line of 1 to 200 characters.';
comment on column student_records.courses.version is 'Grows by one with each change; the entity tag of the API';
comment on column student_records.courses.created_at is 'When the row was made';
comment on column student_records.courses.updated_at is 'When the row was last changed';
comment on column student_records.courses.deleted_at is 'When the row was deleted; null while it is live';

create table student_records.enrolments (
    id uuid not null default gen_random_uuid(),
    student_id uuid not null,
    course_id uuid not null,
    status text not null default 'active',
    grade numeric(5, 2),
    version bigint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint enrolments_status_check check (status in ('active', 'completed', 'withdrawn')),
    constraint enrolments_grade_check check (grade between 0 and 100),
    constraint enrolments_version_check check (version >= 0),
    constraint enrolments_updated_at_check check (updated_at >= created_at),
    constraint enrolments_deleted_at_check check (deleted_at >= created_at),
    constraint enrolments_pkey primary key (id)
);

-- Only live rows compete: a value is free again once its row is deleted.
create unique index enrolments_student_id_course_id_key
on student_records.enrolments (student_id, course_id) where deleted_at is null;

-- Whether a live row refers to another is answered by the index alone.
create index enrolments_student_id_idx on student_records.enrolments (student_id) include (deleted_at);
create index enrolments_course_id_idx on student_records.enrolments (course_id) include (deleted_at);

-- One index for each order in which the API lists.
create index enrolments_created_at_id_idx on student_records.enrolments (created_at, id) where deleted_at is null;

comment on table student_records.enrolments is 'Enrolments, served at /api/v1/enrolments';
comment on column student_records.enrolments.id is 'Public identifier, made by the database';
comment on column student_records.enrolments.student_id is 'Identifier of one of the students. Unique among enrolments, together with courseId.';
comment on column student_records.enrolments.course_id is 'Identifier of one of the courses. Unique among enrolments, together with studentId.';
comment on column student_records.enrolments.status is 'One of active, completed, withdrawn.';
comment on column student_records.enrolments.grade is 'Number from 0 to 100 with at most 2 decimal places.';
comment on column student_records.enrolments.version is 'Grows by one with each change; the entity tag of the API';
comment on column student_records.enrolments.created_at is 'When the row was made';
comment on column student_records.enrolments.updated_at is 'When the row was last changed';
comment on column student_records.enrolments.deleted_at is 'When the row was deleted; null while it is live';

-- After all tables, so that resources may refer to themselves and to each other.
alter table student_records.enrolments
add constraint enrolments_student_id_fkey
foreign key (student_id) references student_records.students (id) on delete restrict;
alter table student_records.enrolments
add constraint enrolments_course_id_fkey
foreign key (course_id) references student_records.courses (id) on delete restrict;

create table student_records.idempotency_keys (
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

create index idempotency_keys_expires_at_idx on student_records.idempotency_keys (expires_at);

comment on table student_records.idempotency_keys is 'First answers to POST requests that carried an Idempotency-Key';
comment on column student_records.idempotency_keys.subject is 'Who asked: the subject of the access token';
comment on column student_records.idempotency_keys.operation is 'What was asked: method and path, as in POST /api/v1/things';
comment on column student_records.idempotency_keys.key is 'The key that the client chose';
comment on column student_records.idempotency_keys.request_hash is 'SHA-256 of the request as the service understood it, not of its bytes';
comment on column student_records.idempotency_keys.response_status is 'Status of the first answer';
comment on column student_records.idempotency_keys.response_location is 'Location header of the first answer';
comment on column student_records.idempotency_keys.response_etag is 'ETag header of the first answer';
comment on column student_records.idempotency_keys.response_body is 'Body of the first answer';
comment on column student_records.idempotency_keys.created_at is 'When the key was first used';
comment on column student_records.idempotency_keys.expires_at is 'When the key may be used anew';

-- The service runs as a role that can neither change the schema nor remove a resource's row.
-- Roles belong to the cluster: whoever runs the database creates them before this file runs.
do $$
begin
    if exists (select from pg_catalog.pg_roles where rolname = 'student_records_app') then
        grant usage on schema student_records to student_records_app;
        grant select, insert, update on student_records.students to student_records_app;
        grant select, insert, update on student_records.courses to student_records_app;
        grant select, insert, update on student_records.enrolments to student_records_app;
        grant select, insert, update, delete on student_records.idempotency_keys to student_records_app;
    end if;
end
$$;
