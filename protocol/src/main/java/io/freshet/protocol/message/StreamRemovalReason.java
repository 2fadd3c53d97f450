package io.freshet.protocol.message;

/// Why a stream left its room; the number is `stream_delete_reason` of `onRoomStreamUpdate`.
public enum StreamRemovalReason {
    STOPPED(1),
    HEARTBEAT_TIMEOUT(2),
    REPEATED_LOGIN(3),
    KICKED_OUT(4),
    DISCONNECTED(5),
    REMOVED_BY_SERVER(6);

    private final int code;

    StreamRemovalReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
