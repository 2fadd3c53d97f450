-- A project that is not online refuses every client.
alter table project add column online boolean default true not null;
