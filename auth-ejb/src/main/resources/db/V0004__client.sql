-- A client is a browser or a device. Its token is the __client cookie, kept as a hash.
create table client (
    instance_id             text not null references instance on delete cascade,
    id                      text not null,
    token_hash              text not null,
    last_active_session_id  text,
    last_authentication_strategy text,
    sign_in_id              text,
    sign_up_id              text,
    created_at              timestamptz not null,
    updated_at              timestamptz not null,
    primary key (instance_id, id)
);
create unique index client_token on client (instance_id, token_hash);
create index client_newest on client (instance_id, created_at desc, id desc);

create table dev_browser (
    instance_id  text not null references instance on delete cascade,
    id           text not null,
    token_hash   text not null,
    client_id    text,
    created_at   timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, client_id) references client on delete cascade
);
create unique index dev_browser_token on dev_browser (instance_id, token_hash);
create index dev_browser_client on dev_browser (instance_id, client_id);

create table session (
    instance_id           text not null references instance on delete cascade,
    id                    text not null,
    client_id             text not null,
    user_id               text not null,
    status                text not null check (status in ('ACTIVE', 'PENDING', 'ENDED', 'EXPIRED', 'REMOVED', 'REPLACED', 'REVOKED', 'ABANDONED')),
    last_active_organization_id text,
    first_factor_at       timestamptz not null,       -- fva[0] counts from here
    second_factor_at      timestamptz,                -- fva[1] counts from here, null is never
    ip_address            text,
    user_agent            text,
    expire_at             timestamptz not null,
    abandon_at            timestamptz not null,
    last_active_at        timestamptz not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, client_id) references client on delete cascade,
    foreign key (instance_id, user_id) references users on delete cascade
);
create index session_client on session (instance_id, client_id, created_at);
create index session_by_user on session (instance_id, user_id, created_at);
create index session_newest on session (instance_id, created_at desc, id desc);

-- What a handshake hands over: the cookies an app shall set, behind a nonce that works once.
create table handshake (
    instance_id   text not null references instance on delete cascade,
    id            text not null,                      -- SHA-256 of the nonce
    sealed        bytea not null,                     -- JSON array of Set-Cookie lines
    expire_at     timestamptz not null,
    primary key (instance_id, id)
);
