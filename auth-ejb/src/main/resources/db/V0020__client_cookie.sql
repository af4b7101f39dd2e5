-- A client is its browser's for as long as the browser keeps its cookie, and comes to have that renewed before it runs out.
alter table client add column cookie_expire_at timestamptz not null default now() + interval '400 days';
