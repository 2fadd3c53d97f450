-- Who may not log in or publish until when; what the kind of rule does not look at is empty.
create table forbid_user_rule (
    app_id     bigint       not null,
    rule_type  smallint     not null,
    address    varchar(64)  not null,
    room_id    varchar(255) not null,
    user_id    varchar(255) not null,
    login      boolean      not null,
    publish    boolean      not null,
    expires_at bigint       not null,
    primary key (app_id, rule_type, address, room_id, user_id)
);

-- What viewers of a stream do not get until when.
create table forbid_stream_rule (
    app_id     bigint       not null,
    room_id    varchar(255) not null,
    stream_id  varchar(512) not null,
    audio      boolean      not null,
    video      boolean      not null,
    created_at bigint       not null,
    expires_at bigint       not null,
    primary key (app_id, room_id, stream_id)
);

-- Streams that are neither published nor played until they are allowed again.
create table forbidden_stream (
    app_id    bigint       not null,
    stream_id varchar(512) not null,
    primary key (app_id, stream_id)
);
