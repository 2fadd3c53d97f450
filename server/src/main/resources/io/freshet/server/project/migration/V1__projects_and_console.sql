create table project (
    app_id          bigint                   primary key check (app_id between 1 and 4294967295),
    name            varchar(64)              not null,
    app_sign        varchar(64)              not null,
    server_secret   varchar(32)              not null,
    callback_secret varchar(32)              not null,
    l3_enabled      boolean                  not null,
    token_only      boolean                  not null,
    created_at      timestamp with time zone not null
);

create table console_account (
    name       varchar(64)              primary key,
    salt       varchar(64)              not null,
    iterations int                      not null,
    hash       varchar(128)             not null,
    created_at timestamp with time zone not null
);
