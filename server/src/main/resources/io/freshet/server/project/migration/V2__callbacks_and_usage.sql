create table callback_target (
    app_id bigint        not null,
    event  varchar(32)   not null,
    url    varchar(1024) not null,
    form   varchar(16)   not null,
    primary key (app_id, event)
);

create table callback_outbox (
    id       bigint         primary key,
    app_id   bigint         not null,
    room_id  varchar(255)   not null,
    event    varchar(32)    not null,
    attempts int            not null,
    body     varchar(16384) not null
);

-- What one play or publication used of one day and tier: absolute, so that writing it again
-- changes nothing.
create table usage_piece (
    activity_id bigint       not null,
    usage_day   date         not null,
    tier        varchar(16)  not null,
    kind        varchar(16)  not null,
    app_id      bigint       not null,
    room_id     varchar(255) not null,
    user_id     varchar(255) not null,
    stream_id   varchar(512) not null,
    seconds     bigint       not null,
    primary key (activity_id, usage_day, tier)
);

create index usage_piece_by_day on usage_piece (app_id, usage_day);

-- Sums of pieces that are no longer kept one by one.
create table usage_sum (
    app_id    bigint      not null,
    usage_day date        not null,
    kind      varchar(16) not null,
    tier      varchar(16) not null,
    seconds   bigint      not null,
    primary key (app_id, usage_day, kind, tier)
);
