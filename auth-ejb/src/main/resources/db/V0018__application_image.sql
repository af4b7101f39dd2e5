-- What an application looks like: at most one image of each kind, named by the application's row.
create table application_image (
    id              text primary key,
    application_id  text not null references application on delete cascade,
    kind            text not null check (kind in ('LOGO', 'FAVICON')),
    content_type    text not null,
    content         bytea not null,
    created_at      timestamptz not null,
    unique (application_id, kind)
);
alter table application add column logo_image_id text, add column favicon_image_id text;

-- What a token may do; '*' is all, whatever is added later.
alter table platform_token add column scopes text[] not null default '{*}';
