-- One form for what people write in several. Names are kept in NFC.
do $$
begin
    if pg_encoding_to_char((select encoding from pg_database where datname = current_database())) = 'UTF8' then
        update users set first_name = normalize(first_name, nfc), last_name = normalize(last_name, nfc)
         where first_name is not nfc normalized or last_name is not nfc normalized;
    end if;
end $$;

-- Addresses whose domain may have been written in another form than today's. SQL knows no UTS 46: the server writes them anew as it starts.
-- Where somebody else has the address in that form, the row stays here, and the address as it was.
create table respelling (
    id           bigint generated always as identity primary key,
    instance_id  text not null references instance on delete cascade,
    subject      text not null check (subject in ('IDENTIFICATION', 'INVITATION', 'WAITLIST_ENTRY')),
    subject_id   text not null,
    clashed_at   timestamptz
);
insert into respelling (instance_id, subject, subject_id)
select instance_id, 'IDENTIFICATION', id from identification
 where type = 'EMAIL_ADDRESS' and (identifier ilike '%xn--%' or octet_length(identifier) <> length(identifier))
union all
select instance_id, 'INVITATION', id from invitation
 where email_address ilike '%xn--%' or octet_length(email_address) <> length(email_address)
union all
select instance_id, 'WAITLIST_ENTRY', id from waitlist_entry
 where email_address ilike '%xn--%' or octet_length(email_address) <> length(email_address);
