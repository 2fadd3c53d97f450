package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;

/// One thing that may be done.
///
/// @param name as in `room.close`
/// @param audited whether it goes into the record of changes
public record Operation(String name, boolean audited, Handler handler) {
    /// Does it and writes the members of the answer.
    @FunctionalInterface
    public interface Handler {
        void handle(OperationRequest request, JsonWriter answer) throws RefusedException;
    }

    static Operation look(String name, Handler handler) {
        return new Operation(name, false, handler);
    }

    static Operation change(String name, Handler handler) {
        return new Operation(name, true, handler);
    }
}
