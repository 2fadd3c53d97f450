package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.console.AuditEntry;
import io.freshet.server.console.AuditLog;
import java.util.List;

/// The record of changes.
final class AuditOperations {
    private static final int MAX_ENTRIES = 200;

    private final AuditLog audit;

    AuditOperations(AuditLog audit) {
        this.audit = audit;
    }

    List<Operation> all() {
        return List.of(Operation.look("audit.list", this::list));
    }

    /// The newest first; `before` is the id of the last that is known.
    private void list(OperationRequest request, JsonWriter answer) throws RefusedException {
        long before = request.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        int limit = (int) request.number("limit", MAX_ENTRIES, 1, MAX_ENTRIES);
        answer.beginArray("entries");
        for (AuditEntry entry : audit.entries(before, limit)) {
            answer.beginObject()
                    .member("id", entry.id())
                    .member("at", entry.at().toString())
                    .member("user", entry.user())
                    .member("address", entry.address())
                    .member("action", entry.action())
                    .member("target", entry.target())
                    .member("detail", entry.detail())
                    .endObject();
        }
        answer.endArray();
    }
}
