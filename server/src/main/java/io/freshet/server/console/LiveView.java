package io.freshet.server.console;

import io.freshet.protocol.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a page shows at a moment, as named items, each a JSON text: so two moments can be compared
/// whatever the items are.
public record LiveView(Map<String, String> items) {
    public LiveView {
        items = new LinkedHashMap<>(items);
    }

    /// Everything, for who has seen nothing: `{"set": {name: item, ...}, "remove": []}`.
    public String snapshot() {
        return changesSince(new LiveView(Map.of())).orElse("{\"set\":{},\"remove\":[]}");
    }

    /// What has changed since an earlier moment, in the form of [#snapshot()]; empty if nothing
    /// has.
    public Optional<String> changesSince(LiveView earlier) {
        var set = new StringBuilder();
        items.forEach((name, item) -> {
            if (!item.equals(earlier.items.get(name))) {
                set.append(set.isEmpty() ? "" : ",").append(new JsonWriter().value(name));
                set.append(':').append(item);
            }
        });
        var remove = new JsonWriter().beginArray();
        boolean removed = false;
        for (String name : earlier.items.keySet()) {
            if (!items.containsKey(name)) {
                remove.value(name);
                removed = true;
            }
        }
        if (set.isEmpty() && !removed) {
            return Optional.empty();
        }
        return Optional.of("{\"set\":{" + set + "},\"remove\":" + remove.endArray() + "}");
    }
}
