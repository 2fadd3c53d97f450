package io.freshet.server.gateway;

import io.freshet.protocol.json.JsonObject;
import java.time.Duration;

/// What commands on the server's own machine may ask of it.
@FunctionalInterface
public interface Administration {
    IssuedToken issueToken(TokenOrder request) throws RefusedException;

    /// Does something else by its name; request and answer are JSON that both ends know.
    default JsonObject perform(String operation, JsonObject request) throws RefusedException {
        throw new RefusedException("This server does not know \"" + operation + "\".");
    }

    /// Who the token is for.
    ///
    /// @param appId 0: the oldest project
    /// @param roomId empty: valid in every room
    /// @param mayPublish false: the token lets its user log in and play only
    record TokenOrder(
            long appId, String userId, String roomId, boolean mayPublish, Duration validity) {}

    /// The token and a way to use it.
    ///
    /// @param link opens the page with everything filled in
    record IssuedToken(long appId, String token, String link) {}

    /// The message is a sentence for the operator.
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message) {
            super(message);
        }
    }
}
