package io.freshet.server.console;

import io.freshet.protocol.json.JsonObject;
import io.freshet.server.console.Administration.RefusedException;

/// The port to what pages show live.
@FunctionalInterface
public interface LiveSource {
    /// What there is now.
    ///
    /// @param request what is looked at: all rooms, or with `appId` and `roomId` one
    LiveView view(JsonObject request) throws RefusedException;
}
