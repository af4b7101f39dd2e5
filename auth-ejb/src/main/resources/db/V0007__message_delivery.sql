-- Messages leave the server: what became of each, by which channel, and what the instances say in their own words.
alter table message
    add column address_id text,                       -- the identification written to, if it is known
    add column job_id text,                           -- what delivers it; null where nothing has to
    add column delivered_by_us boolean not null default true,
    add column expires_at timestamptz,                -- nobody can use it after that: it is not delivered any more
    add column error text,                            -- why it failed, or was last tried in vain; without addresses
    add column finished_at timestamptz;
create index message_user on message (instance_id, user_id, created_at desc) where user_id is not null;
create index message_open on message (instance_id, status, created_at desc) where status in ('QUEUED', 'FAILED');

-- The id is the medium and the slug (email/verification_code). A body of null: the words are ours, only the switch was turned.
create table message_template (
    instance_id          text not null references instance on delete cascade,
    id                   text not null,
    name                 text,
    subject              text,
    markup               text,
    body                 text,
    from_email_name      text,
    reply_to_email_name  text,
    delivered_by_us      boolean not null default true,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    primary key (instance_id, id)
);

-- An instance's own way out for one medium; the id is the medium.
create table message_channel (
    instance_id  text not null references instance on delete cascade,
    id           text not null check (id in ('email', 'sms')),
    kind         text not null,
    settings     jsonb not null,
    sealed       bytea,                               -- JSON of the secrets, if the kind has any
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (instance_id, id)
);
