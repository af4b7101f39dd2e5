-- Whom an invitation brought, and when they left: what holds the address of somebody who is no user any more ends by retention.
alter table invitation add column user_id text, add column left_at timestamptz;
alter table waitlist_entry add column left_at timestamptz;

update invitation v set user_id = i.user_id
  from identification i
 where v.status = 'ACCEPTED' and i.instance_id = v.instance_id and i.type = 'EMAIL_ADDRESS' and i.canonical = v.canonical and i.verified;
update invitation set left_at = updated_at where status = 'ACCEPTED' and user_id is null;
update waitlist_entry e set left_at = v.left_at
  from invitation v
 where v.instance_id = e.instance_id and v.id = e.invitation_id and v.left_at is not null;

create index invitation_user on invitation (instance_id, user_id) where user_id is not null;
create index invitation_left on invitation (instance_id, left_at) where left_at is not null;
create index waitlist_entry_left on waitlist_entry (instance_id, left_at) where left_at is not null;
