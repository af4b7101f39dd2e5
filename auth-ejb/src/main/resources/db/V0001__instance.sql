-- Tenancy: application -> instances -> everything else.
create table application (
    id          text primary key,
    name        text not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create table instance (
    id                text primary key,
    application_id    text not null references application on delete cascade,
    environment_type  text not null check (environment_type in ('DEVELOPMENT', 'PRODUCTION')),
    slug              text not null unique,           -- the label of a development host, the path prefix of an instance
    frontend_host     text not null unique,           -- what the publishable key encodes: <slug>.clerk.accounts.dev or clerk.<domain>
    domain            text unique,                    -- the app's own domain, production only
    created_at        timestamptz not null,
    unique (application_id, environment_type)
);

create table instance_settings (
    instance_id  text primary key references instance on delete cascade,
    version      bigint not null,
    document     jsonb not null,
    updated_at   timestamptz not null
);

create table secret_key (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    hash          text not null unique,               -- SHA-256 of the key
    sealed        bytea not null,                     -- shown again to operators by the Platform API
    created_at    timestamptz not null,
    expire_at     timestamptz,
    primary key (instance_id, id)
);

create table platform_token (
    id          text primary key,
    hash        text not null unique,
    name        text not null,
    created_at  timestamptz not null,
    expire_at   timestamptz
);

create table signing_key (
    instance_id   text not null references instance on delete cascade,
    id            text not null,                      -- the kid
    algorithm     text not null,
    public_key    bytea not null,                     -- X.509 SubjectPublicKeyInfo
    private_key   bytea not null,                     -- PKCS#8, sealed
    created_at    timestamptz not null,
    retired_at    timestamptz,
    primary key (instance_id, id)
);
