create table verification (
    instance_id       text not null references instance on delete cascade,
    id                text not null,
    strategy          text not null,
    status            text not null check (status in ('UNVERIFIED', 'VERIFIED', 'FAILED', 'EXPIRED')),
    secret_hash       text,                           -- HMAC of the code; null where the strategy has none
    attempts          int not null default 0,
    max_attempts      int not null,
    expire_at         timestamptz not null,
    verified_at       timestamptz,
    created_at        timestamptz not null,
    primary key (instance_id, id)
);

create table users (
    instance_id                  text not null references instance on delete cascade,
    id                           text not null,
    external_id                  text,
    first_name                   text,
    last_name                    text,
    names                        text not null generated always as   -- what a search looks at
                                 (lower(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) stored,
    locale                       text,
    primary_email_address_id     text,
    primary_phone_number_id      text,
    primary_web3_wallet_id       text,
    password_digest              text,
    password_updated_at          timestamptz,
    public_metadata              jsonb not null default '{}',
    private_metadata             jsonb not null default '{}',
    unsafe_metadata              jsonb not null default '{}',
    image_id                     text,
    banned                       boolean not null default false,
    locked                       boolean not null default false,
    delete_self_enabled          boolean not null default true,
    create_organization_enabled  boolean not null default true,
    create_organizations_limit   int,
    bypass_client_trust          boolean not null default false,
    legal_accepted_at            timestamptz,
    last_sign_in_at              timestamptz,
    last_active_at               timestamptz,
    created_at                   timestamptz not null,
    updated_at                   timestamptz not null,
    primary key (instance_id, id)
);
create unique index users_external_id on users (instance_id, external_id) where external_id is not null;
create index users_created_at on users (instance_id, created_at desc, id desc);
create index users_updated_at on users (instance_id, updated_at desc, id desc);
-- Lists put a missing value last when they descend (user.UserOrder), in these indexes' order and backwards.
create index users_last_active_at on users (instance_id, last_active_at desc nulls last, id desc);
create index users_last_sign_in_at on users (instance_id, last_sign_in_at desc nulls last, id desc);
create index users_first_name on users (instance_id, first_name desc nulls last, id desc);
create index users_last_name on users (instance_id, last_name desc nulls last, id desc);
create index users_banned on users (instance_id, created_at desc, id desc) where banned;

-- What names a user: an e-mail address or a user name today; phone numbers and wallets later.
create table identification (
    instance_id      text not null references instance on delete cascade,
    id               text not null,
    user_id          text not null,
    type             text not null check (type in ('EMAIL_ADDRESS', 'PHONE_NUMBER', 'USERNAME', 'WEB3_WALLET')),
    identifier       text not null,                   -- as the person wrote it
    canonical        text not null,                   -- what is compared: lower case, normalised
    verified         boolean not null,
    verification_id  text,
    reserved         boolean not null default false,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
-- A verified or reserved identifier names one user; unverified claims may be many, one a user.
create unique index identification_taken on identification (instance_id, type, canonical) where verified or reserved;
create unique index identification_once on identification (instance_id, user_id, type, canonical);
create index identification_user on identification (instance_id, user_id, created_at);
create index identification_canonical on identification (instance_id, canonical);

create table profile_image (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    user_id       text not null,
    content_type  text not null,
    content       bytea not null,
    created_at    timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create index profile_image_user on profile_image (instance_id, user_id);
