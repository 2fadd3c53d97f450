package io.freshet.protocol;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.util.List;

/// Messages as JSON texts, as `protocol/spec/signalling.md` describes them: one flat object with a
/// `type` in lowerCamel and the record's components under their own names.
///
/// Unknown fields are ignored; an absent field and `null` mean the same. Types, ranges of numbers
/// and the bounds of [Limits] that concern no identifier are checked here; what an identifier may
/// hold is the business of [Identifiers], what may be done of the room service.
public final class MessageCodec {

    private static final JsonReader.Limits CLIENT_LIMITS =
            new JsonReader.Limits(Limits.CLIENT_MESSAGE_MAX_BYTES, Limits.MESSAGE_MAX_DEPTH);
    private static final JsonReader.Limits SERVER_LIMITS =
            new JsonReader.Limits(Limits.SERVER_MESSAGE_MAX_BYTES, Limits.MESSAGE_MAX_DEPTH);

    private MessageCodec() {}

    public static String encode(ClientMessage message) {
        return ClientMessageWriter.write(message);
    }

    public static String encode(ServerMessage message) {
        return ServerMessageWriter.write(message);
    }

    /// The part of a room page that is the same for many clients. Between [#encodePageHead] and
    /// [#encodePageTail] it makes the text that [#encode] makes of the whole message.
    public static String encodeMembers(List<RoomUser> users, List<RoomStream> streams) {
        return ServerMessageWriter.members(users, streams);
    }

    public static String encodePageHead(String roomId, long version) {
        return ServerMessageWriter.pageHead(roomId, version);
    }

    public static String encodePageTail(boolean more) {
        return ServerMessageWriter.pageTail(more);
    }

    /// Reads a client's request.
    ///
    /// Throws [UnknownMessageException] for a type that does not exist, otherwise
    /// [MalformedMessageException]. A server may answer both with
    /// [MalformedMessageException#answer].
    public static ClientMessage decodeClient(String text) throws MalformedMessageException {
        JsonObject message = read(text, CLIENT_LIMITS);
        return ClientMessageReader.read(typeOf(message), fieldsOf(message));
    }

    /// Reads a server's answer or notice.
    ///
    /// Throws [UnknownMessageException] for a type that does not exist, which a client ignores,
    /// otherwise [MalformedMessageException].
    public static ServerMessage decodeServer(String text) throws MalformedMessageException {
        JsonObject message = read(text, SERVER_LIMITS);
        return ServerMessageReader.read(typeOf(message), fieldsOf(message));
    }

    private static JsonObject read(String text, JsonReader.Limits limits)
            throws MalformedMessageException {
        // Every character is at least one byte, so most texts need no second look.
        if (text.length() > limits.maxLength() / 3
                && Identifiers.utf8Length(text) > limits.maxLength()) {
            throw malformed("The message is longer than " + limits.maxLength() + " bytes.");
        }
        try {
            return JsonReader.readObject(text, limits);
        } catch (JsonException e) {
            throw malformed("The message is not valid JSON: " + e.getMessage());
        }
    }

    private static String typeOf(JsonObject message) throws MalformedMessageException {
        JsonValue type = message.at("type");
        if (type instanceof JsonString word) {
            return word.value();
        }
        throw new MalformedMessageException(
                ErrorCode.COMMON_ILLEGAL_PARAM,
                idOf(message),
                type == JsonLiteral.NULL
                        ? "The field type is missing."
                        : "The field type is " + type.describe() + " instead of a string.");
    }

    private static Fields fieldsOf(JsonObject message) {
        return Fields.of(message, idOf(message));
    }

    /// 0 when there is no usable one; the reader of the message's type says so if it needs it.
    private static long idOf(JsonObject message) {
        return message.at("id") instanceof JsonInteger id
                        && id.value() >= 1
                        && id.value() <= Limits.COUNT_MAX
                ? id.value()
                : 0;
    }

    private static MalformedMessageException malformed(String sentence) {
        return new MalformedMessageException(ErrorCode.COMMON_ILLEGAL_PARAM, 0, sentence);
    }
}
