-- A native app on a device that holds a key for its user.
create table trusted_device (
    instance_id     text not null references instance on delete cascade,
    id              text not null,
    user_id         text not null,
    platform        text not null check (platform in ('ios', 'android')),
    app_identifier  text not null,
    name            text,
    public_key      text not null,                    -- JWK, P-256
    thumbprint      text not null,                    -- of that (RFC 7638)
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    last_used_at    timestamptz,
    revoked_at      timestamptz,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create index trusted_device_user on trusted_device (instance_id, user_id, created_at);
-- A key belongs to one user at a time.
create unique index trusted_device_key on trusted_device (instance_id, thumbprint) where revoked_at is null;

-- What a device is asked to sign. It works once: whoever takes it deletes it.
create table device_challenge (
    instance_id  text not null references instance on delete cascade,
    id           text not null,
    client_data  text not null,                       -- to the letter
    expire_at    timestamptz not null,
    primary key (instance_id, id)
);
create index device_challenge_old on device_challenge (instance_id, expire_at);
