-- On which days of a month a user used a session, one bit a day (UTC): a row a month and user, however often they come. Users who are
-- deleted go on counting for the months in which they were there.
create table user_activity (
    instance_id  text not null references instance on delete cascade,
    month        date not null,
    user_id      text not null,
    days         integer not null,
    primary key (instance_id, month, user_id)
) with (fillfactor = 80);
create index message_texts on message (instance_id, created_at) where channel = 'SMS';
