-- A sign-in that somebody began who may have no account: what it proves may make one.
alter table sign_in add column sign_up_if_missing boolean not null default false;
