-- How far the test clock of a development instance is ahead of the world; 0 without one.
alter table instance add column clock_ahead_ms bigint not null default 0 check (clock_ahead_ms >= 0);

create table test_clock (
    instance_id  text not null references instance on delete cascade,
    id           text not null,
    name         text not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (instance_id, id)
);
create unique index test_clock_only on test_clock (instance_id);

-- Wrong answers of one user, over all clients and strategies. Rows of their own: no refusal takes the count back.
create table lockout (
    instance_id   text not null references instance on delete cascade,
    id            text not null,                      -- the user's; or what stands for somebody who does not exist
    failures      int not null,
    locked_until  timestamptz,
    updated_at    timestamptz not null,
    primary key (instance_id, id)
);
create index lockout_old on lockout (instance_id, updated_at);

-- How often somebody has asked, for all nodes: the moment up to which what is allowed has been used. Losing it in a crash harms nobody.
create unlogged table rate_limit (
    instance_id  text not null references instance on delete cascade,
    id           text not null,                       -- the limit's name and a hash of whom it counts
    used_until   timestamptz not null,
    primary key (instance_id, id)
) with (fillfactor = 70);
