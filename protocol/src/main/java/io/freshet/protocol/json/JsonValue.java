package io.freshet.protocol.json;

/// Any JSON value (RFC 8259 §3).
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonInteger, JsonDecimal, JsonLiteral {

    /// What a sentence about a wrong type calls this value: "an object", "a string", …
    String describe();
}
