-- Wrong answers count for each of a user's known clients by itself, and together for all other places: nobody locks a person out of their
-- own browser by guessing elsewhere. What is being judged counts as well until it is settled, for a while in case nobody settles it.
alter table lockout
    add column device         text not null default '',       -- the known client's id; empty for all places that are none
    add column pending        int not null default 0,         -- answers that are being judged
    add column pending_until  timestamptz not null default 'epoch';
alter table lockout drop constraint lockout_pkey;
alter table lockout add primary key (instance_id, id, device);
