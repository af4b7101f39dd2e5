-- Webhooks: an instance's endpoints, what happened, and what was tried to tell of it.

-- The instance as the svix SDK calls it: an application. Exists where somebody named or described it.
create table webhook_application (
    instance_id  text not null references instance on delete cascade,
    id           text not null,                       -- the instance's id
    uid          text,                                -- the name that the SDK's caller gave it
    name         text not null,
    metadata     jsonb not null default '{}',
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (instance_id, id)
);

create table webhook_endpoint (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    uid           text,
    url           text not null,
    description   text not null default '',
    disabled      boolean not null default false,
    disabled_for  text,                               -- why we disabled it; null if its owner did
    filter_types  text[],                             -- null: every type
    channels      text[],                             -- null: every channel
    metadata      jsonb not null default '{}',
    headers       bytea not null,                     -- sealed: they may hold credentials of the receiver
    secrets       bytea not null,                     -- sealed: the current one, and those that were before it
    version       int not null default 1,
    failing_since timestamptz,                        -- the first failure after the last success
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (instance_id, id)
);
create unique index webhook_endpoint_uid on webhook_endpoint (instance_id, uid) where uid is not null;
create index webhook_endpoint_newest on webhook_endpoint (instance_id, created_at desc, id desc);

create table webhook_event (
    instance_id  text not null references instance on delete cascade,
    id           text not null,
    type         text not null,
    event_id     text,                                -- the id that the one who made a custom event gave it
    channels     text[],
    payload      bytea not null,                      -- sealed: it holds codes, addresses and private metadata
    created_at   timestamptz not null,
    primary key (instance_id, id)
);
create unique index webhook_event_given_id on webhook_event (instance_id, event_id) where event_id is not null;
create index webhook_event_newest on webhook_event (instance_id, created_at desc, id desc);

-- One event on its way to one endpoint. The job that carries it is `webhook.deliver`.
create table webhook_delivery (
    instance_id     text not null references instance on delete cascade,
    id              text not null,
    event_id        text not null,
    endpoint_id     text not null,
    status          text not null check (status in ('SUCCESS', 'PENDING', 'FAIL', 'CANCELED')),
    attempts        int not null default 0,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, event_id) references webhook_event on delete cascade,
    foreign key (instance_id, endpoint_id) references webhook_endpoint on delete cascade
) with (fillfactor = 80);
create unique index webhook_delivery_once on webhook_delivery (instance_id, event_id, endpoint_id);
create index webhook_delivery_of_endpoint on webhook_delivery (instance_id, endpoint_id, created_at desc, id desc);

create table webhook_attempt (
    instance_id      text not null references instance on delete cascade,
    id               text not null,
    event_id         text not null,
    endpoint_id      text not null,
    url              text not null,
    success          boolean not null,
    response_status  int not null,                    -- 0: there was no answer
    response         bytea not null,                  -- sealed: the beginning of the body, or why there was none; it may echo the payload
    duration_ms      int not null,
    manual           boolean not null,                -- somebody asked for it to be sent again
    request_headers  jsonb not null,                  -- without signatures, and without the values of the owner's own headers
    created_at       timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, event_id) references webhook_event on delete cascade,
    foreign key (instance_id, endpoint_id) references webhook_endpoint on delete cascade
);
create index webhook_attempt_of_endpoint on webhook_attempt (instance_id, endpoint_id, created_at desc, id desc);
create index webhook_attempt_of_event on webhook_attempt (instance_id, event_id, created_at desc, id desc);
create index webhook_attempt_newest on webhook_attempt (instance_id, created_at desc, id desc);
