-- Where an instance's apps may be besides its own domain.
create table redirect_url (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    url           text not null,                      -- as it was given
    canonical     text not null,                      -- what is compared: without query and fragment
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (instance_id, id)
);
create unique index redirect_url_canonical on redirect_url (instance_id, canonical);

-- A token by which a person whom the app knows signs in once, without any other proof.
create table sign_in_token (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    user_id       text not null,
    token_hash    text not null,
    status        text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
    expire_at     timestamptz not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create unique index sign_in_token_hash on sign_in_token (instance_id, token_hash);
create index sign_in_token_user on sign_in_token (instance_id, user_id);
create index sign_in_token_over on sign_in_token (instance_id, expire_at);
