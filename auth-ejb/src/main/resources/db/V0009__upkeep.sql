-- What is done over and over, once in the whole cluster: whoever claims a row that is due runs it and holds it by its lease.
create table schedule (
    name         text primary key,
    cron         text not null,                       -- as last configured; 'off' for never
    next_run_at  timestamptz,                         -- null for never
    state        text not null check (state in ('IDLE', 'RUNNING', 'DONE', 'FAILED')),
    started_at   timestamptz,                         -- of the last run, as is all that follows
    finished_at  timestamptz,
    progress     jsonb not null default '{}',         -- with the checkpoint from which another node goes on
    last_error   text,
    lease_owner  text,                                -- a fresh name for every claim, so that it fences
    lease_until  timestamptz
);

-- What has outlived its use is found by these, and by nothing else.
create index sign_in_abandoned on sign_in (instance_id, abandon_at);
create index sign_up_abandoned on sign_up (instance_id, abandon_at);
create index session_overdue on session (instance_id, least(expire_at, abandon_at)) where status in ('ACTIVE', 'PENDING');
create index session_ended on session (instance_id, updated_at) where status not in ('ACTIVE', 'PENDING');
create index client_idle on client (instance_id, updated_at);
create index dev_browser_idle on dev_browser (instance_id, created_at) where client_id is null;
create index handshake_expired on handshake (instance_id, expire_at);

-- A client or a user that goes takes these along by its foreign keys.
create index sign_in_client on sign_in (instance_id, client_id);
create index sign_in_user on sign_in (instance_id, user_id) where user_id is not null;
create index sign_up_client on sign_up (instance_id, client_id);

-- A verification is of use for as long as an identification shows it, and nobody tells it when that ends. So it is looked at once
-- all flows that it may be of are over, and then every month.
alter table verification add column look_at timestamptz not null default now() + interval '1 day';
create index verification_look_at on verification (instance_id, look_at);
create index identification_verification on identification (instance_id, verification_id) where verification_id is not null;
