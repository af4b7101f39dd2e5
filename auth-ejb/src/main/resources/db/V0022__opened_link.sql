-- Where a link was opened is told to nobody: a client that learns it is the same one leaves its first tab behind.
alter table verification drop column verified_at_client;
