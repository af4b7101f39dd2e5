create table passkey (
    instance_id      text not null references instance on delete cascade,
    id               text not null,
    user_id          text not null,
    name             text not null,
    rp_id            text not null,                    -- whose pages may ask for it
    verification_id  text not null,                    -- of the registration
    credential_id    text,                             -- base64url; null until it is registered
    credential       bytea,                            -- attested credential data: the authenticator's kind, the id, the public key
    transports       text[] not null default '{}',
    sign_count       bigint not null default 0,
    user_verified    boolean not null default false,
    backup_eligible  boolean not null default false,
    backed_up        boolean not null default false,
    last_used_at     timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade,
    check ((credential_id is null) = (credential is null))
);
create unique index passkey_credential on passkey (instance_id, credential_id) where credential_id is not null;
create index passkey_user on passkey (instance_id, user_id, created_at);
