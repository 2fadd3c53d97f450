alter table project add column login_ends_with_token boolean default false not null;
