-- A list of users costs the same with a million of them: every order and every filter has an index.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Partial matches. The names stand in a table of their own, because an index of this kind is dear to keep and users change all the time.
create index identification_search on identification using gin (instance_id, canonical gin_trgm_ops);

create table user_names (
    instance_id  text not null,
    user_id      text not null,
    names        text not null,
    primary key (instance_id, user_id),
    foreign key (instance_id, user_id) references users on delete cascade
);

create function note_user_names() returns trigger language plpgsql as $$
begin
    if new.names = ' ' then
        delete from user_names where instance_id = new.instance_id and user_id = new.id;
    else
        insert into user_names (instance_id, user_id, names) values (new.instance_id, new.id, new.names)
        on conflict (instance_id, user_id) do update set names = excluded.names;
    end if;
    return null;
end $$;

create trigger users_named after insert on users
    for each row when (new.names <> ' ') execute function note_user_names();
create trigger users_renamed after update of first_name, last_name on users
    for each row when (new.names <> old.names) execute function note_user_names();

insert into user_names (instance_id, user_id, names) select instance_id, id, names from users where names <> ' ';
create index user_names_search on user_names using gin (instance_id, names gin_trgm_ops);

-- Orders by what is kept as identifications.
alter table users add column sorted_email text;      -- the canonical form of the primary e-mail address
alter table users add column sorted_username text;

create function sort_by_primary_email() returns trigger language plpgsql as $$
begin
    new.sorted_email := (select i.canonical from identification i
                          where i.instance_id = new.instance_id and i.id = new.primary_email_address_id);
    return new;
end $$;

create trigger users_primary_given before insert on users
    for each row when (new.primary_email_address_id is not null) execute function sort_by_primary_email();
create trigger users_primary_changed before update of primary_email_address_id on users
    for each row execute function sort_by_primary_email();

create function sort_by_identification() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        update users set sorted_username = null where instance_id = old.instance_id and id = old.user_id;
    elsif new.type = 'USERNAME' then
        update users set sorted_username = new.canonical where instance_id = new.instance_id and id = new.user_id;
    else -- an import makes users before their addresses
        update users set sorted_email = new.canonical
         where instance_id = new.instance_id and id = new.user_id and primary_email_address_id = new.id;
    end if;
    return null;
end $$;

create trigger identification_given after insert on identification
    for each row when (new.type in ('USERNAME', 'EMAIL_ADDRESS')) execute function sort_by_identification();
create trigger identification_renamed after update of canonical on identification
    for each row when (new.type in ('USERNAME', 'EMAIL_ADDRESS') and new.canonical <> old.canonical)
    execute function sort_by_identification();
create trigger identification_taken_away after delete on identification
    for each row when (old.type = 'USERNAME') execute function sort_by_identification();

update users u set sorted_email = found.email, sorted_username = found.username
  from (select i.instance_id, i.user_id,
               max(i.canonical) filter (where i.id = p.primary_email_address_id) as email,
               max(i.canonical) filter (where i.type = 'USERNAME') as username
          from identification i join users p on p.instance_id = i.instance_id and p.id = i.user_id
         group by i.instance_id, i.user_id) found
 where found.instance_id = u.instance_id and found.user_id = u.id;
create index users_email on users (instance_id, sorted_email desc nulls last, id desc);
create index users_username on users (instance_id, sorted_username desc nulls last, id desc);

-- What is said of many users is counted in the index alone.
drop index users_created_at;
create index users_created_at on users (instance_id, created_at desc, id desc) include (external_id, banned);

-- How many users an instance has is the sum of these. Rows are only added, so that nobody waits for anybody; a sweep folds them.
create table user_tally (
    instance_id  text not null references instance on delete cascade,
    difference   bigint not null
);

create function tally_users() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into user_tally (instance_id, difference) select instance_id, count(*) from changed group by instance_id;
    else -- with an instance go its users and their tally
        insert into user_tally (instance_id, difference)
        select c.instance_id, -count(*) from changed c join instance i on i.id = c.instance_id group by c.instance_id;
    end if;
    return null;
end $$;

create trigger users_came after insert on users
    referencing new table as changed for each statement execute function tally_users();
create trigger users_went after delete on users
    referencing old table as changed for each statement execute function tally_users();

insert into user_tally (instance_id, difference) select instance_id, count(*) from users group by instance_id;
create index user_tally_instance on user_tally (instance_id) include (difference);
