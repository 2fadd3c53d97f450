package io.freshet.server.operation;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/// The members of a request. Who asks for one that is not as it should be gets a refusal that names
/// it.
public final class OperationRequest {
    private static final List<String> TARGETS = List.of("appId", "roomId", "userId", "streamId");

    /// What the record of changes does not tell.
    private static final Set<String> SECRET = Set.of("password", "token", "text", "command");

    private static final int MAX_ID_CHARACTERS = 256;

    private final JsonObject json;

    OperationRequest(JsonObject json) {
        this.json = json;
    }

    public boolean has(String name) {
        return json.has(name);
    }

    /// Empty if there is none.
    public String text(String name, int maxCharacters) throws RefusedException {
        if (!json.has(name)) {
            return "";
        }
        if (!(json.at(name) instanceof JsonString text)) {
            throw RefusedException.invalid(name, "\"" + name + "\" must be a string.");
        }
        if (text.value().length() > maxCharacters) {
            throw RefusedException.invalid(
                    name, "\"" + name + "\" must not exceed " + maxCharacters + " characters.");
        }
        return text.value();
    }

    public String requiredText(String name, int maxCharacters) throws RefusedException {
        String text = text(name, maxCharacters);
        if (text.isEmpty()) {
            throw RefusedException.invalid(name, "\"" + name + "\" is missing.");
        }
        return text;
    }

    /// A number from `min` to `max`, or `otherwise` if there is none.
    public long number(String name, long otherwise, long min, long max) throws RefusedException {
        if (!json.has(name)) {
            return otherwise;
        }
        if (json.at(name) instanceof JsonInteger number
                && number.value() >= min
                && number.value() <= max) {
            return number.value();
        }
        throw RefusedException.invalid(
                name, "\"" + name + "\" must be an integer from " + min + " to " + max + ".");
    }

    /// A flag, or `otherwise` if there is none.
    public boolean flag(String name, boolean otherwise) throws RefusedException {
        if (!json.has(name)) {
            return otherwise;
        }
        if (json.at(name) instanceof JsonLiteral literal) {
            return literal == JsonLiteral.TRUE;
        }
        throw RefusedException.invalid(name, "\"" + name + "\" must be true or false.");
    }

    /// At most `max` strings; none if there is no such member.
    public List<String> texts(String name, int max) throws RefusedException {
        List<String> texts = new ArrayList<>();
        if (!json.has(name)) {
            return texts;
        }
        if (!(json.at(name) instanceof JsonArray array) || array.items().size() > max) {
            throw RefusedException.invalid(
                    name, "\"" + name + "\" must be a list of up to " + max + " strings.");
        }
        for (JsonValue item : array.items()) {
            if (!(item instanceof JsonString text)) {
                throw RefusedException.invalid(name, "\"" + name + "\" must hold strings only.");
            }
            texts.add(text.value());
        }
        return texts;
    }

    /// An id of a room, user or stream, as `check` wants it.
    public String id(String name, Function<String, ErrorCode> check) throws RefusedException {
        String id = requiredText(name, MAX_ID_CHARACTERS);
        ErrorCode checked = check.apply(id);
        if (!checked.isSuccess()) {
            throw RefusedException.invalid(name, "\"" + name + "\": " + checked.sentence());
        }
        return id;
    }

    public LocalDate day(String name) throws RefusedException {
        try {
            return LocalDate.parse(text(name, 32));
        } catch (DateTimeParseException e) {
            throw RefusedException.invalid(
                    name, "\"" + name + "\" must be a day, as in 2026-11-21.");
        }
    }

    /// What it is about, as the record of changes tells it.
    String target() {
        var target = new StringJoiner("/");
        for (String name : TARGETS) {
            switch (json.at(name)) {
                case JsonInteger number -> target.add(Long.toString(number.value()));
                case JsonString text -> target.add(text.value());
                default -> {}
            }
        }
        return target.toString();
    }

    /// All else, as the record of changes tells it: without secrets and what users say.
    String detail() {
        var detail = new StringJoiner(", ");
        json.members()
                .forEach((name, value) -> {
                    if (!TARGETS.contains(name) && !SECRET.contains(name)) {
                        detail.add(name + ": " + shown(name, value));
                    }
                });
        return detail.toString();
    }

    /// What follows the path of a URL may be a key.
    private static String shown(String name, JsonValue value) {
        if (name.equals("url") && value instanceof JsonString url) {
            return JsonWriter.write(new JsonString(url.value().replaceFirst("[?#].*", "")));
        }
        return JsonWriter.write(value);
    }
}
