package io.freshet.server.gateway.api;

/// Return codes of the server API.
final class ApiCode {
    static final int BAD_PARAMETER = 2;
    static final int TOO_LONG = 3;
    static final int NO_SUCH_ROOM = 104;
    static final int NO_SUCH_USER = 105;
    static final int STREAM_NOT_SET = 123;
    static final int NO_SUCH_STREAM = 138;
    static final int APP_RATE = 206;
    static final int ROOM_RATE = 207;
    static final int EMPTY_MESSAGE = 1008;
    static final int STREAM_OF_ANOTHER = 1012;
    static final int TOO_MANY_USERS = 50011;
    static final int MESSAGE_TOO_LONG = 50012;
    static final int TOO_MANY_RULES = 50123;
    static final int NO_SUCH_RULE = 50124;
    static final int BAD_STREAM_IDS = 30006;
    static final int BAD_STREAM_ID = 30009;
    static final int STREAM_NOT_FOUND = 41004;
    static final int STREAM_NOT_FORBIDDEN = 42001;
    static final int STREAM_NOT_RESUMED = 42002;
    static final int STREAMS_NOT_FORBIDDEN = 42003;
    static final int STREAMS_NOT_RESUMED = 42004;
    static final int BAD_APP_ID = 100_000_001;
    static final int NO_TIMESTAMP = 100_000_002;
    static final int BAD_TIMESTAMP = 100_000_003;
    static final int EXPIRED = 100_000_004;
    static final int BAD_SIGNATURE = 100_000_005;
    static final int NO_ACTION = 100_000_006;
    static final int UNKNOWN_ACTION = 100_000_007;
    static final int NO_NONCE = 100_000_008;
    static final int NO_SIGNATURE = 100_000_009;
    static final int NO_SECRET = 100_000_010;
    static final int NO_CONFIGURATION = 100_000_011;
    static final int NO_VERSION = 100_000_013;
    static final int BAD_VERSION = 100_000_014;
    static final int INTERNAL = 100_000_015;
    static final int NOT_ENABLED = 100_000_017;

    private ApiCode() {}
}
