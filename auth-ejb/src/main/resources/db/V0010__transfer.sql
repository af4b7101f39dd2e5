-- Users in bulk, from a file or into one. How far it has come is written with the rows that it made.
create table transfer (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    direction     text not null check (direction in ('IMPORT', 'EXPORT')),
    format        text not null check (format in ('NDJSON', 'CSV', 'CLERK_CSV')),
    state         text not null check (state in ('UPLOADING', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    runner        text,                               -- who runs it; a fresh name for every start, so that it fences
    rows_read     bigint not null default 0,          -- an import goes on behind so many rows of its file
    rows_created  bigint not null default 0,
    rows_skipped  bigint not null default 0,          -- they were here already
    rows_refused  bigint not null default 0,
    warnings      bigint not null default 0,
    last_user_id  text,                               -- an export goes on behind this user
    error         text,
    created_at    timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    primary key (instance_id, id)
);
create index transfer_newest on transfer (instance_id, direction, created_at desc, id desc);

-- A file, in order. It holds password digests and perhaps seeds, so it is sealed; an import's goes as soon as it is read.
create table transfer_part (
    instance_id  text not null,
    transfer_id  text not null,
    number       int not null,
    size         int not null,                        -- before it was sealed
    sealed       bytea not null,
    primary key (instance_id, transfer_id, number),
    foreign key (instance_id, transfer_id) references transfer on delete cascade
);
alter table transfer_part alter column sealed set storage external;   -- what is sealed does not compress

-- What has to be said about rows of an import.
create table transfer_note (
    instance_id  text not null,
    transfer_id  text not null,
    line         bigint not null,
    number       int not null,                        -- several of one line
    outcome      text not null check (outcome in ('REFUSED', 'WARNING')),
    code         text not null,
    field        text,
    message      text not null,
    primary key (instance_id, transfer_id, line, number),
    foreign key (instance_id, transfer_id) references transfer on delete cascade
);
