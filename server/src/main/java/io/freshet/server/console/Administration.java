package io.freshet.server.console;

import io.freshet.protocol.json.JsonObject;
import java.time.Duration;

/// What commands on the server's own machine may ask of it.
@FunctionalInterface
public interface Administration {
    IssuedToken issueToken(TokenOrder request) throws RefusedException;

    /// Does something else by its name.
    ///
    /// @param request JSON whose members the operation knows
    /// @return a JSON object
    default String perform(Actor actor, String operation, JsonObject request)
            throws RefusedException {
        throw RefusedException.notFound(
                "operation", "This server does not know \"" + operation + "\".");
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

    /// What kind of refusal it is.
    enum Refusal {
        INVALID,
        NOT_FOUND,
        CONFLICT,
        /// The server is not able to, now.
        UNAVAILABLE
    }

    /// The message is a sentence for the operator.
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;
        private final String field;

        public RefusedException(String message) {
            this(Refusal.INVALID, "", message);
        }

        /// @param field the member of the request that it is about; may be empty
        public RefusedException(Refusal refusal, String field, String message) {
            super(message);
            this.refusal = refusal;
            this.field = field;
        }

        public static RefusedException invalid(String field, String message) {
            return new RefusedException(Refusal.INVALID, field, message);
        }

        public static RefusedException notFound(String field, String message) {
            return new RefusedException(Refusal.NOT_FOUND, field, message);
        }

        public Refusal refusal() {
            return refusal;
        }

        public String field() {
            return field;
        }
    }
}
