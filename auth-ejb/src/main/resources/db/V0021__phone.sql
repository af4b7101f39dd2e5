-- Phone numbers, text messages that prove them, and links by e-mail.

-- A number that is kept for the second step of signing in names nobody in the first one; one of them is asked first.
alter table identification
    add column reserved_for_second_factor boolean not null default false,
    add column default_second_factor boolean not null default false;
create unique index identification_default_second_factor on identification (instance_id, user_id) where default_second_factor;

alter table verification
    add column channel text,                          -- how a code went to a phone
    add column flow text,                             -- what a link belongs to: SIGN_IN, SIGN_UP or PROFILE
    add column flow_id text,                          -- the sign-in, the sign-up or the identification
    add column client_id text,                        -- where the link was asked for
    add column redirect_url text,                     -- where its browser goes on
    add column verified_at_client text;               -- where it was opened

alter table sign_up
    add column phone_number text,
    add column phone_verification_id text;

-- The order of users by their primary phone number.
alter table users add column sorted_phone text;

create function sort_by_primary_phone() returns trigger language plpgsql as $$
begin
    new.sorted_phone := (select i.canonical from identification i
                          where i.instance_id = new.instance_id and i.id = new.primary_phone_number_id);
    return new;
end $$;

create trigger users_primary_phone_given before insert on users
    for each row when (new.primary_phone_number_id is not null) execute function sort_by_primary_phone();
create trigger users_primary_phone_changed before update of primary_phone_number_id on users
    for each row execute function sort_by_primary_phone();

create function sort_by_phone_identification() returns trigger language plpgsql as $$
begin -- an import makes users before their numbers
    update users set sorted_phone = new.canonical
     where instance_id = new.instance_id and id = new.user_id and primary_phone_number_id = new.id;
    return null;
end $$;

create trigger identification_phone_given after insert on identification
    for each row when (new.type = 'PHONE_NUMBER') execute function sort_by_phone_identification();
create index users_phone on users (instance_id, sorted_phone desc nulls last, id desc);
