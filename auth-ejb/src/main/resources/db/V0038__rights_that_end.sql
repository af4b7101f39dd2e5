-- What somebody made with a right is not worth more than that right.

-- Whoever says where events go reads them there. A person with a portal token reads no letters, so an endpoint that they made, pointed
-- elsewhere or gave other headers is not sent any; until a secret key names its URL.
alter table webhook_endpoint add column sees_messages boolean not null default true;
update webhook_endpoint p set sees_messages = false
 where exists (select 1 from audit_event a
                where a.instance_id = p.instance_id and a.target_id = p.id and a.actor_type = 'portal'
                  and a.action in ('webhook_endpoint.created', 'webhook_endpoint.updated', 'webhook_endpoint.headers_changed'));

-- Who made a token, and the person behind it, be it by tokens that they made. No foreign keys: a token without its person opens nothing.
alter table platform_token add column made_by text;
alter table platform_token add column maker_instance_id text;
alter table platform_token add column maker_user_id text;

with recursive made as (
    select a.target_id as token_id, a.actor_type, a.actor_id
      from audit_event a
     where a.instance_id = '' and a.action = 'platform_token.created'
), root as (
    select m.token_id, m.actor_id as made_by, m.actor_type as root_type, m.actor_id as root_id from made m
    union
    select r.token_id, r.made_by, m.actor_type, m.actor_id
      from root r join made m on r.root_type = 'platform_token' and m.token_id = r.root_id
)
update platform_token t
   set made_by = root.made_by, maker_instance_id = users.instance_id, maker_user_id = users.id
  from root join users on root.root_type = 'user' and users.id = root.root_id
 where t.id = root.token_id;
