package io.freshet.protocol.token;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// The rights in a token's payload.
///
/// @param roomId the room they are for; empty means every room
/// @param mayLogin privilege "1"
/// @param mayPublish privilege "2"
/// @param streamIds the streams that may be published; empty means any
public record RoomPayload(
        String roomId, boolean mayLogin, boolean mayPublish, List<String> streamIds) {

    /// The rights of an identity token, whose payload is empty.
    public static final RoomPayload UNRESTRICTED = new RoomPayload("", true, true, List.of());

    private static final String LOGIN = "1";
    private static final String PUBLISH = "2";

    public RoomPayload {
        streamIds = List.copyOf(streamIds);
    }

    public boolean allowsLogin(String room) {
        return mayLogin && isFor(room);
    }

    public boolean allowsPublish(String room, String streamId) {
        return mayPublish && isFor(room) && (streamIds.isEmpty() || streamIds.contains(streamId));
    }

    private boolean isFor(String room) {
        return roomId.isEmpty() || roomId.equals(room);
    }

    /// The payload as a token carries it.
    public String toJson() {
        JsonWriter out =
                new JsonWriter()
                        .beginObject()
                        .member("room_id", roomId)
                        .beginObject("privilege")
                        .member(LOGIN, mayLogin ? 1 : 0)
                        .member(PUBLISH, mayPublish ? 1 : 0)
                        .endObject();
        if (streamIds.isEmpty()) {
            out.name("stream_id_list").value(JsonLiteral.NULL);
        } else {
            out.member("stream_id_list", streamIds);
        }
        return out.endObject().toString();
    }

    /// Reads what a token carries; [FormatException] has a sentence about what is wrong.
    static RoomPayload parse(String payload, JsonReader.Limits limits) throws FormatException {
        if (payload.isEmpty()) {
            return UNRESTRICTED;
        }
        JsonObject object;
        try {
            object = JsonReader.readObject(payload, limits);
        } catch (JsonException e) {
            throw new FormatException("The token's payload is neither empty nor a JSON object.");
        }
        if (!(object.at("room_id") instanceof JsonString roomId)) {
            throw new FormatException("The token's payload has no room_id that is a string.");
        }
        if (!(object.at("privilege") instanceof JsonObject privilege)) {
            throw new FormatException("The token's payload has no privilege that is an object.");
        }
        return new RoomPayload(
                roomId.value(),
                isGranted(privilege, LOGIN),
                isGranted(privilege, PUBLISH),
                streamIds(object.at("stream_id_list")));
    }

    /// What is not granted is denied.
    private static boolean isGranted(JsonObject privilege, String key) throws FormatException {
        JsonValue value = privilege.at(key);
        if (value == JsonLiteral.NULL) {
            return false;
        } else if (value instanceof JsonInteger flag && (flag.value() & ~1L) == 0) {
            return flag.value() == 1;
        }
        throw new FormatException("A privilege in the token's payload is neither 0 nor 1.");
    }

    private static List<String> streamIds(JsonValue value) throws FormatException {
        if (value == JsonLiteral.NULL) {
            return List.of();
        }
        List<String> streamIds = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                if (item instanceof JsonString streamId) {
                    streamIds.add(streamId.value());
                }
            }
            if (streamIds.size() == array.items().size()) {
                return streamIds;
            }
        }
        throw new FormatException(
                "The stream_id_list in the token's payload is not a list of strings.");
    }

    /// The payload is not one.
    static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        FormatException(String sentence) {
            super(sentence);
        }
    }
}
