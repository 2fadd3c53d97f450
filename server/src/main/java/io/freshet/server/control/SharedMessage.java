package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A message to many clients, encoded at most about once.
public final class SharedMessage {
    private final ServerMessage message;

    /// Set by whoever encodes first; two threads may both encode, to the same bytes.
    private volatile byte @Nullable [] encoded;

    SharedMessage(ServerMessage message) {
        this.message = message;
    }

    public ServerMessage message() {
        return message;
    }

    /// The message as it is sent, not to be changed; `encoder` must be the same function for every
    /// caller.
    public byte[] encoded(Function<ServerMessage, byte[]> encoder) {
        byte[] bytes = encoded;
        if (bytes == null) {
            bytes = encoder.apply(message);
            encoded = bytes;
        }
        return bytes;
    }
}
