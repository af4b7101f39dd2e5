-- What an app wants in tokens for somebody else's servers.
create table jwt_template (
    instance_id         text not null references instance on delete cascade,
    id                  text not null,
    name                text not null,
    claims              jsonb not null,
    lifetime            int not null,                 -- seconds
    allowed_clock_skew  int not null,                 -- seconds
    signing_algorithm   text not null,
    sealed_signing_key  bytea,                        -- a key of the app's own; null for the instance's
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (instance_id, id)
);
create unique index jwt_template_name on jwt_template (instance_id, name);
