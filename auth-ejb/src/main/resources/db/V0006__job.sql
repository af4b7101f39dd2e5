-- The queue: work that was asked for in the transaction that inserted its row.
--
-- A claim writes only the lease and the count of attempts, none of which an index knows: with the free space that the fill factor
-- leaves, it is an update within the page. A row leaves `job_pending` once, when it is finished.
create table job (
    instance_id  text not null references instance on delete cascade,
    id           text not null,
    type         text not null,
    priority     smallint not null check (priority between 0 and 3),   -- 0 urgent, 1 high, 2 normal, 3 low
    payload      jsonb not null,                      -- ids only: secrets and addresses stay in the rows that they name
    dedupe_key   text,                                -- while a job is pending, no second one of its key
    state        text not null check (state in ('PENDING', 'DONE', 'DEAD', 'CANCELLED')),
    run_at       timestamptz not null,
    attempts     int not null default 0,
    failures     jsonb not null default '[]',         -- [{attempt, at, error}], the newest last
    lease_owner  text,                                -- who runs it; a fresh name for every claim, so that it fences
    lease_until  timestamptz,
    trace_id     text,                                -- of the request that asked for it
    created_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (instance_id, id),
    check ((state = 'PENDING') = (finished_at is null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create index job_pending on job (priority, run_at) where finished_at is null;
create unique index job_dedupe on job (instance_id, dedupe_key) where finished_at is null and dedupe_key is not null;
create index job_newest on job (instance_id, created_at desc, id desc);
create index job_finished on job (instance_id, finished_at) where finished_at is not null;
create index job_dead on job (instance_id, created_at desc, id desc) where state = 'DEAD';
