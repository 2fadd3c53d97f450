package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A message to many clients, encoded at most about once.
public final class SharedMessage {
    private final ServerMessage message;

    /// Set by whoever encodes first; two threads may both encode, to the same text.
    private volatile @Nullable String encoded;

    SharedMessage(ServerMessage message) {
        this.message = message;
    }

    public ServerMessage message() {
        return message;
    }

    /// The message as text; `encoder` must be the same function for every caller.
    public String encoded(Function<ServerMessage, String> encoder) {
        String text = encoded;
        if (text == null) {
            text = encoder.apply(message);
            encoded = text;
        }
        return text;
    }
}
