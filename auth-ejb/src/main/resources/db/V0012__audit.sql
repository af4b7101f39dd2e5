-- Who did what, when and from where. Only ever grows: rows are never changed, and go by the retention's sweep alone.
create table audit_event (
    instance_id  text not null,                       -- '' for what is above all instances. No foreign key: it outlives them
    id           text not null,
    action       text not null,                       -- user.banned, config.changed …
    actor_type   text not null,
    actor_id     text not null,
    target_type  text not null,
    target_id    text not null,
    before       jsonb,                               -- of settings; never a secret
    after        jsonb,
    ip_address   text not null,
    user_agent   text not null,
    trace_id     text not null,
    created_at   timestamptz not null,
    primary key (instance_id, id)
);
create index audit_event_newest on audit_event (instance_id, created_at desc, id desc);
create index audit_event_action on audit_event (instance_id, action, created_at desc, id desc);
create index audit_event_actor on audit_event (instance_id, actor_id, created_at desc, id desc);
create index audit_event_target on audit_event (instance_id, target_id, created_at desc, id desc);
create index audit_event_everywhere on audit_event (created_at desc, id desc);

-- The sweep says, for its transaction alone, up to when it may delete; that names the retention in the one place where it can be seen.
create function audit_event_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.created_at < nullif(current_setting('rollcall.audit_prune_before', true), '')::timestamptz then
        return old;
    end if;
    raise exception 'audit events are neither changed nor deleted' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_stays before update or delete on audit_event for each row execute function audit_event_stays();
create trigger audit_event_stays_whole before truncate on audit_event execute function audit_event_stays();
