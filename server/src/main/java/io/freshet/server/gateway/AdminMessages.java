package io.freshet.server.gateway;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration;
import java.time.Duration;

/// The JSON of `POST /admin/tokens`, for both ends.
public final class AdminMessages {
    /// Path of the endpoint.
    public static final String TOKENS = "/admin/tokens";

    /// Path of all other operations, before their name.
    public static final String OPERATIONS = "/admin/operations/";

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(64 * 1024, 4);

    /// A report of many days.
    private static final JsonReader.Limits ANSWER_LIMITS = new JsonReader.Limits(16 << 20, 6);

    private AdminMessages() {}

    public static String write(Administration.TokenOrder request) {
        return new JsonWriter()
                .beginObject()
                .member("appId", request.appId())
                .member("userId", request.userId())
                .member("roomId", request.roomId())
                .member("mayPublish", request.mayPublish())
                .member("validSeconds", request.validity().toSeconds())
                .endObject()
                .toString();
    }

    static Administration.TokenOrder readRequest(String text) throws JsonException {
        JsonObject json = JsonReader.readObject(text, LIMITS);
        return new Administration.TokenOrder(
                number(json, "appId"),
                string(json, "userId"),
                string(json, "roomId"),
                json.at("mayPublish") == JsonLiteral.TRUE,
                Duration.ofSeconds(number(json, "validSeconds")));
    }

    static String write(Administration.IssuedToken issued) {
        return new JsonWriter()
                .beginObject()
                .member("appId", issued.appId())
                .member("token", issued.token())
                .member("link", issued.link())
                .endObject()
                .toString();
    }

    public static Administration.IssuedToken readIssued(String text) throws JsonException {
        JsonObject json = JsonReader.readObject(text, LIMITS);
        return new Administration.IssuedToken(
                number(json, "appId"), string(json, "token"), string(json, "link"));
    }

    static JsonObject readOperation(String text) throws JsonException {
        return JsonReader.readObject(text, LIMITS);
    }

    /// The answer of an operation.
    public static JsonObject readAnswer(String text) throws JsonException {
        return JsonReader.readObject(text, ANSWER_LIMITS);
    }

    /// The sentence of an error answer.
    public static String readError(String text) {
        try {
            return string(JsonReader.readObject(text, LIMITS), "message");
        } catch (JsonException e) {
            return "The answer is not understood.";
        }
    }

    private static String string(JsonObject json, String name) {
        return json.at(name) instanceof JsonString text ? text.value() : "";
    }

    private static long number(JsonObject json, String name) {
        return json.at(name) instanceof JsonInteger number ? number.value() : 0;
    }
}
