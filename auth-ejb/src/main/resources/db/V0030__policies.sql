-- Who is let in, and who is kept out, by what names them.
create table restricted_identifier (
    instance_id    text not null references instance on delete cascade,
    id             text not null,
    kind           text not null check (kind in ('ALLOWED', 'BLOCKED')),
    type           text not null,
    identifier     text not null,                     -- as it was given
    canonical      text not null,                     -- what is looked up: an identifier, *@domain, *@*.domain, +49*
    invitation_id  text,                              -- what told them; null for nothing
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (instance_id, id)
);
create unique index restricted_identifier_canonical on restricted_identifier (instance_id, kind, canonical);
create index restricted_identifier_newest on restricted_identifier (instance_id, kind, created_at desc, id desc);

-- Somebody who may sign up, whoever else may not. Its ticket works once, and for this address alone.
create table invitation (
    instance_id      text not null references instance on delete cascade,
    id               text not null,
    email_address    text not null,
    canonical        text not null,
    public_metadata  jsonb not null default '{}',
    redirect_url     text,
    token_hash       text not null,
    status           text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED', 'EXPIRED')),
    additional       boolean not null,                -- may stand beside another one that is pending
    expire_at        timestamptz not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (instance_id, id)
);
create unique index invitation_token on invitation (instance_id, token_hash);
create unique index invitation_pending on invitation (instance_id, canonical) where status = 'PENDING' and not additional;
create index invitation_address on invitation (instance_id, canonical);
create index invitation_newest on invitation (instance_id, created_at desc, id desc);

-- Who would like to sign up, in the order in which they came.
create table waitlist_entry (
    instance_id    text not null references instance on delete cascade,
    id             text not null,
    email_address  text not null,
    canonical      text not null,
    status         text not null check (status in ('PENDING', 'INVITED', 'REJECTED', 'COMPLETED')),
    invitation_id  text,
    invited_at     timestamptz,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (instance_id, id)
);
create unique index waitlist_entry_address on waitlist_entry (instance_id, canonical);
create index waitlist_entry_newest on waitlist_entry (instance_id, created_at desc, id desc);
create index waitlist_entry_invitation on waitlist_entry (instance_id, invitation_id);
