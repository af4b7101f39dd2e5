-- Clients by which nobody has signed in yet, by age: they are kept for a day only, and are few among those that are in use.
create index client_unused on client (instance_id, created_at) where last_authentication_strategy is null;
