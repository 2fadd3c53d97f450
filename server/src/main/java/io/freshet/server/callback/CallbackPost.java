package io.freshet.server.callback;

import java.io.IOException;

/// Sends one callback; blocks until there is an answer.
@FunctionalInterface
interface CallbackPost {
    /// Returns the HTTP status.
    ///
    /// @throws IOException when there is none: not reachable, not allowed, too slow, not HTTP
    int post(CallbackTarget target, String json) throws IOException;
}
