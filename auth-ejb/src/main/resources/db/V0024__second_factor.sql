-- What a user proves besides the first factor.

-- An authenticator app; its secret is sealed.
create table totp (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    user_id       text not null,
    secret        bytea not null,
    verified      boolean not null,
    last_step     bigint not null,                    -- of the last code used: no code of it or before it works again
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create unique index totp_user on totp (instance_id, user_id);

-- Backup codes, as keyed hashes or as the digests of another system; one that is used is taken out.
create table backup_codes (
    instance_id   text not null references instance on delete cascade,
    id            text not null,
    user_id       text not null,
    hashes        text[] not null,
    created_at    timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, user_id) references users on delete cascade
);
create unique index backup_codes_user on backup_codes (instance_id, user_id);

-- What of it the user's view shows.
alter table users
    add column totp_enabled         boolean not null default false,
    add column backup_code_enabled  boolean not null default false,
    add column mfa_enabled_at       timestamptz,
    add column mfa_disabled_at      timestamptz;

-- Whether a sign-in by password found its device known; null where the instance does not ask.
alter table sign_in add column client_trust text check (client_trust in ('NEW', 'KNOWN'));

-- On which clients a user has signed in before.
create table known_client (
    instance_id   text not null references instance on delete cascade,
    user_id       text not null,
    client_id     text not null,
    seen_at       timestamptz not null,
    primary key (instance_id, user_id, client_id),
    foreign key (instance_id, user_id) references users on delete cascade,
    foreign key (instance_id, client_id) references client on delete cascade
);
create index known_client_client on known_client (instance_id, client_id);
-- Who is signed in now is no stranger where they are.
insert into known_client (instance_id, user_id, client_id, seen_at)
    select instance_id, user_id, client_id, max(created_at) from session group by instance_id, user_id, client_id;

-- What a session waits for, in the order in which it is done; empty for one that is not pending.
alter table session add column tasks text[] not null default '{}';
