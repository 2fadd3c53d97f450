package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import java.util.List;

/// One action of the server API.
///
/// @param parameters besides those every action has; a list ends with `[]`
/// @param perSecond requests of one AppID (code 206)
/// @param perRoomPerSecond requests of one AppID for one RoomId (code 207); 0: not limited
record ApiAction(
        String name,
        List<String> parameters,
        int perSecond,
        double perRoomPerSecond,
        Handler handler) {
    /// Does an action and writes the members of `Data`.
    @FunctionalInterface
    interface Handler {
        void handle(long appId, ApiParameters parameters, JsonWriter data) throws ApiException;
    }

    ApiAction {
        parameters = List.copyOf(parameters);
    }

    /// Limited for the AppID alone.
    ApiAction(String name, List<String> parameters, int perSecond, Handler handler) {
        this(name, parameters, perSecond, 0, handler);
    }
}
