-- A sign-up that somebody was invited to, and what the app's server says of one.
alter table sign_up add column invitation_id text;
alter table sign_up add column public_metadata jsonb not null default '{}';
alter table sign_up add column external_id text;
alter table sign_up add column custom_action boolean not null default false;
