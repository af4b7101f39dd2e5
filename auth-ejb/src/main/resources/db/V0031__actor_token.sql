-- Lets one person act as another, once, for a while.
create table actor_token (
    instance_id      text not null references instance on delete cascade,
    id               text not null,
    user_id          text not null,
    actor            jsonb not null,
    session_seconds  bigint not null,
    session_id       text,                            -- the session that it opened
    token_hash       text not null,
    status           text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
    expire_at        timestamptz not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create unique index actor_token_hash on actor_token (instance_id, token_hash);
create index actor_token_user on actor_token (instance_id, user_id);
create index actor_token_over on actor_token (instance_id, expire_at);

-- Who acts as the session's user; null for the user.
alter table session add column actor jsonb;
