-- E-mail captured or waiting for a channel. What they say holds codes, so it is sealed.
create table message (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    channel       text not null check (channel in ('EMAIL', 'SMS')),
    slug          text not null,
    recipient     text not null,
    user_id       text,
    sealed        bytea not null,                     -- JSON {subject, body, body_plain, data}
    status        text not null,
    created_at    timestamptz not null,
    primary key (instance_id, id)
);
create index message_newest on message (instance_id, created_at desc, id desc);
create index message_recipient on message (instance_id, lower(recipient), created_at desc);
