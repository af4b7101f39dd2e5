-- What operators look for and rotate.

-- "What became of this request?" Jobs that no request asked for have no trace and no entry.
create index job_trace on job (instance_id, trace_id) where trace_id is not null;

-- Several keys per instance: the next one is published before it signs, and those that have signed verify for a while after.
alter table signing_key add column signs_from timestamptz not null default now();
update signing_key set signs_from = created_at;
comment on column signing_key.retired_at is 'since when its successor signs; null for the newest';
