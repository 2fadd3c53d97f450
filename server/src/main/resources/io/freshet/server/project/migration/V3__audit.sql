-- Who changed what, by console or command.
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamp with time zone not null,
    account varchar(64)              not null,
    address varchar(64)              not null,
    action  varchar(64)              not null,
    target  varchar(512)             not null,
    detail  varchar(1024)            not null
);

create index audit_entry_by_time on audit_entry (at);
