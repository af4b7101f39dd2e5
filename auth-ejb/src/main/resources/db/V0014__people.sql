-- What an app's server says of its users' passwords and addresses.

-- A password that the app holds for known to others lets nobody in; a new one takes its place.
alter table users add column password_compromised boolean not null default false;

-- A code that the app's server asked for belongs to an address without being what proves it.
alter table verification add column identification_id text;

-- A request of the Backend API that may be sent again: the first one is done, the others hear its answer.
create table idempotency (
    instance_id   text not null references instance on delete cascade,
    id            text not null,                      -- SHA-256 of the key that the app chose
    request_hash  text not null,                      -- of the method, the path, the query and the body
    owner         text not null,                      -- a fresh name for every run, so that it fences
    lease_until   timestamptz,                        -- while it is done; null afterwards
    status        int,                                -- of the answer; null while there is none
    content_type  text,
    answer        bytea,                              -- sealed: it may hold a token
    created_at    timestamptz not null,
    primary key (instance_id, id)
);
create index idempotency_old on idempotency (instance_id, created_at);
