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
    standard          boolean not null,               -- reached at the server's own URL, by requests that name no instance
    settings          jsonb not null,
    settings_version  bigint not null,                -- grows by one with every change of the settings
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    unique (application_id, environment_type)
);
create unique index instance_standard on instance (standard) where standard;

-- One row. It grows with every change to the tables of this file, in the same transaction, so that a node sees by one number whether
-- what it has cached still holds. Changing it first also makes such changes follow one another.
create table tenancy (
    id       text primary key,
    version  bigint not null
);
insert into tenancy (id, version) values ('tenancy', 0);

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
    sealed      bytea,                                -- only the first token of a development server, shown again at every start
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
