-- Somebody who is signed in proves again to be who they are. A session has one such attempt at a time; it has the session's id.
create table reverification (
    instance_id                   text not null references instance on delete cascade,
    id                            text not null,
    status                        text not null,
    level                         text not null,
    first_factor_verification_id  text,
    second_factor_verification_id text,
    expire_at                     timestamptz not null,
    created_at                    timestamptz not null,
    primary key (instance_id, id),
    foreign key (instance_id, id) references session on delete cascade
);
