package io.freshet.sdk.event;

import io.freshet.protocol.ErrorCode;
import java.net.URI;

/// Says that the server is not reached: a wrong address would else look like a slow login. Once a
/// time of trouble, which ends with a greeting or a new login.
public final class ConnectionTrouble {
    private final AppEvents events;
    private final URI server;

    /// Whether the connection was greeted since it was last asked for.
    private boolean greeted;

    private boolean told;

    public ConnectionTrouble(AppEvents events, URI server) {
        this.events = events;
        this.server = server;
    }

    public void onLogin() {
        told = false;
    }

    public void onReady() {
        greeted = true;
        told = false;
    }

    public void onBroken(String reason) {
        if (!greeted && !told) {
            told = true;
            events.failed(
                    "connect",
                    ErrorCode.ROOM_ERROR_CONNECT_FAILED.code(),
                    server + ": " + reason + "; trying again");
        }
        greeted = false;
    }
}
