package io.freshet.server.gateway.console;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.server.console.Actor;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One request to the console, and all it says: its body, its path and its query as one JSON
/// object.
///
/// @param actor who asks; of a login, who wants to be
/// @param cookie of the session; empty before the login
record ConsoleCall(
        ServerRequest request,
        ServerResponse response,
        Actor actor,
        String cookie,
        JsonObject json) {
    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(MAX_BODY_BYTES, 6);

    /// Path and query carry text; these are numbers in requests.
    private static final Set<String> NUMBERS = Set.of("appId", "limit", "before");

    /// Reads what a request says.
    ///
    /// @param names of the path's parameters
    static JsonObject read(ServerRequest request, List<String> names)
            throws ConsoleRefusal, IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>(body(request).members());
        for (String name : request.query().names()) {
            members.put(name, value(name, request.query().get(name)));
        }
        for (String name : names) {
            members.put(name, value(name, request.path().pathParameters().get(name)));
        }
        return new JsonObject(members);
    }

    /// A text of the request, empty if there is none.
    String text(String name) throws ConsoleRefusal {
        if (!json.has(name)) {
            return "";
        }
        if (json.at(name) instanceof JsonString text) {
            return text.value();
        }
        throw ConsoleRefusal.invalid(name, "\"" + name + "\" must be a string.");
    }

    private static JsonValue value(String name, String text) throws ConsoleRefusal {
        if (!NUMBERS.contains(name)) {
            return new JsonString(text);
        }
        try {
            return new JsonInteger(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw ConsoleRefusal.invalid(name, "\"" + name + "\" must be an integer.");
        }
    }

    /// An empty object if there is no body.
    private static JsonObject body(ServerRequest request) throws ConsoleRefusal, IOException {
        if (!request.content().hasEntity()) {
            return new JsonObject(Map.of());
        }
        // A form of a foreign page cannot send this type without being asked first.
        String type = request.headers().value(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new ConsoleRefusal(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "Content-Type",
                    "A body must be application/json.");
        }
        byte[] bytes;
        try (InputStream stream = request.content().inputStream()) {
            bytes = stream.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (bytes.length > MAX_BODY_BYTES) {
            throw new ConsoleRefusal(
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "",
                    "A body must not exceed " + MAX_BODY_BYTES + " bytes.");
        }
        try {
            return JsonReader.readObject(new String(bytes, StandardCharsets.UTF_8), LIMITS);
        } catch (JsonException e) {
            throw ConsoleRefusal.invalid("", "The body is not valid JSON: " + e.getMessage());
        }
    }
}
