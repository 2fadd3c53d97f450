package io.freshet.protocol.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An object, its members in the order of the text.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The member's value; `null` of JSON when there is none: in all of Freshet's formats an absent
    /// member and one that is `null` mean the same.
    public JsonValue at(String name) {
        return members.getOrDefault(name, JsonLiteral.NULL);
    }

    public boolean has(String name) {
        return at(name) != JsonLiteral.NULL;
    }

    @Override
    public String describe() {
        return "an object";
    }
}
