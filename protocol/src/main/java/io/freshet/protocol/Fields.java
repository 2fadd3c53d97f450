package io.freshet.protocol;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Typed reading of one object of a message; every problem names the field by its path.
final class Fields {

    /// Reads one element of an array, or one member.
    @FunctionalInterface
    interface Reading<T> {
        T read(Fields fields) throws MalformedMessageException;
    }

    private final JsonObject object;
    private final String path;
    private final long requestId;

    /// `path` is empty for the message itself and ends with a dot otherwise.
    private Fields(JsonObject object, String path, long requestId) {
        this.object = object;
        this.path = path;
        this.requestId = requestId;
    }

    static Fields of(JsonObject message, long requestId) {
        return new Fields(message, "", requestId);
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name, int maxBytes) throws MalformedMessageException {
        JsonValue value = required(name);
        if (!(value instanceof JsonString string)) {
            throw wrongType(name, "a string", value);
        }
        if (Identifiers.utf8Length(string.value()) > maxBytes) {
            throw problem(name, "is longer than " + maxBytes + " bytes");
        }
        return string.value();
    }

    /// A text whose length is somebody else's business; the message's own bound holds.
    String text(String name) throws MalformedMessageException {
        return text(name, Integer.MAX_VALUE);
    }

    /// A text that has a code of its own for being absent.
    String required(String name, ErrorCode whenMissing) throws MalformedMessageException {
        if (!has(name)) {
            throw malformed(whenMissing, name, "is missing");
        }
        return text(name);
    }

    @Nullable String optionalText(String name, int maxBytes) throws MalformedMessageException {
        return has(name) ? text(name, maxBytes) : null;
    }

    List<String> texts(String name, int maxCount, int maxBytes) throws MalformedMessageException {
        JsonArray array = array(name);
        if (array.items().size() > maxCount) {
            throw problem(name, "has more than " + maxCount + " items");
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue item : array.items()) {
            if (!(item instanceof JsonString string)) {
                throw wrongType(name + "[]", "a string", item);
            }
            if (Identifiers.utf8Length(string.value()) > maxBytes) {
                throw problem(name + "[]", "is longer than " + maxBytes + " bytes");
            }
            texts.add(string.value());
        }
        return texts;
    }

    long number(String name, long min, long max) throws MalformedMessageException {
        JsonValue value = required(name);
        if (!(value instanceof JsonInteger integer)) {
            throw wrongType(name, "an integer", value);
        }
        if (integer.value() < min || integer.value() > max) {
            throw problem(name, "is not between " + min + " and " + max);
        }
        return integer.value();
    }

    /// A number that older senders leave out.
    long number(String name, long min, long max, long whenMissing)
            throws MalformedMessageException {
        return has(name) ? number(name, min, max) : whenMissing;
    }

    /// A number that counts something, from 0.
    int count(String name) throws MalformedMessageException {
        return (int) number(name, 0, Integer.MAX_VALUE);
    }

    boolean flag(String name) throws MalformedMessageException {
        JsonValue value = required(name);
        if (value == JsonLiteral.TRUE) {
            return true;
        } else if (value == JsonLiteral.FALSE) {
            return false;
        }
        throw wrongType(name, "a boolean", value);
    }

    <E extends Enum<E>> E choice(String name, WireNames<E> names) throws MalformedMessageException {
        String word = text(name);
        return names.find(word).orElseThrow(() -> problem(name, "is not one of " + names.all()));
    }

    /// A word that older senders leave out.
    <E extends Enum<E>> E choice(String name, WireNames<E> names, E whenMissing)
            throws MalformedMessageException {
        return has(name) ? choice(name, names) : whenMissing;
    }

    <T> T object(String name, Reading<T> reading) throws MalformedMessageException {
        return reading.read(fields(name, required(name)));
    }

    <T> List<T> objects(String name, Reading<T> reading) throws MalformedMessageException {
        List<T> list = new ArrayList<>();
        for (JsonValue item : array(name).items()) {
            list.add(reading.read(fields(name + "[]", item)));
        }
        return list;
    }

    /// An array that older senders leave out.
    <T> List<T> optionalObjects(String name, Reading<T> reading) throws MalformedMessageException {
        return has(name) ? objects(name, reading) : List.of();
    }

    MalformedMessageException unknownType() {
        return new UnknownMessageException(requestId);
    }

    MalformedMessageException problem(String name, String what) {
        return malformed(ErrorCode.COMMON_ILLEGAL_PARAM, name, what);
    }

    private Fields fields(String name, JsonValue value) throws MalformedMessageException {
        if (!(value instanceof JsonObject member)) {
            throw wrongType(name, "an object", value);
        }
        return new Fields(member, path + name + ".", requestId);
    }

    private JsonArray array(String name) throws MalformedMessageException {
        JsonValue value = required(name);
        if (value instanceof JsonArray array) {
            return array;
        }
        throw wrongType(name, "an array", value);
    }

    private JsonValue required(String name) throws MalformedMessageException {
        JsonValue value = object.at(name);
        if (value == JsonLiteral.NULL) {
            throw malformed(codeOfMissing(name), name, "is missing");
        }
        return value;
    }

    private MalformedMessageException wrongType(String name, String wanted, JsonValue value) {
        return problem(name, "is " + value.describe() + " instead of " + wanted);
    }

    private MalformedMessageException malformed(ErrorCode code, String name, String what) {
        return new MalformedMessageException(
                code, requestId, "The field " + path + name + " " + what + ".");
    }

    private static ErrorCode codeOfMissing(String name) {
        return switch (name) {
            case "roomId" -> ErrorCode.ROOM_ROOMID_NULL;
            case "userId" -> ErrorCode.ROOM_USER_ID_NULL;
            case "userName" -> ErrorCode.ROOM_USER_NAME_NULL;
            case "streamId" -> ErrorCode.COMMON_STREAM_ID_NULL;
            case "extraInfo" -> ErrorCode.PUBLISHER_EXTRA_INFO_NULL;
            case "token" -> ErrorCode.ROOM_NO_TOKEN;
            default -> ErrorCode.COMMON_ILLEGAL_PARAM;
        };
    }
}
