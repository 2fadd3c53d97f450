package io.freshet.conformance;

import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/// What a client was called back with.
public record Callback(String name, JSONObject arguments) {
    /// From `{name: arguments}`.
    static Callback of(JSONObject written) {
        String name = written.keys().next();
        return new Callback(name, written.getJSONObject(name));
    }

    boolean isResult() {
        return Vocabulary.RESULTS.contains(name);
    }

    /// The server may gather messages; how many come at a time is no part of a scenario.
    List<Callback> oneMessageEach() {
        JSONArray messages = arguments.optJSONArray(Vocabulary.MESSAGES);
        if (messages == null) {
            return List.of(this);
        }
        List<Callback> callbacks = new ArrayList<>();
        for (Object message : messages) {
            JSONObject single =
                    new JSONObject(arguments.toString())
                            .put(Vocabulary.MESSAGES, new JSONArray().put(message));
            callbacks.add(new Callback(name, single));
        }
        return callbacks;
    }

    @Override
    public String toString() {
        return name + arguments;
    }
}
