package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {

    static Stream<Arguments> messages() {
        return Vectors.messageFiles().stream()
                .flatMap(file ->
                        Vectors.in(file).stream()
                                .map(vector ->
                                        Arguments.of(
                                                Vectors.typeOf(file),
                                                Vectors.text(vector, "name"),
                                                vector.at("message"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messages")
    void everyFieldOfAVectorStandsInTheRecordOfTheSameName(
            String type, String name, JsonObject json) throws Exception {
        assertThat(Vectors.text(json, "type")).isEqualTo(type);

        assertThat(jsonOf(decode(json))).as(name).isEqualTo(without(json, "type"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messages")
    void writesWhatItHasRead(String type, String name, JsonObject json) throws Exception {
        String written = encode(decode(json));

        assertThat(parse(written)).as(type + ": " + name).isEqualTo(json);
        assertThat(written).startsWith("{\"type\":\"" + type + "\"").doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messages")
    void ignoresUnknownFieldsAtEveryLevel(String type, String name, JsonObject json)
            throws Exception {
        JsonObject extended = (JsonObject) withUnknownFields(json);

        assertThat(extended).isNotEqualTo(json);
        assertThat(decode(extended)).as(type + ": " + name).isEqualTo(decode(json));
    }

    @Test
    void vectorsCoverEveryRecordOfTheContract() throws Exception {
        Set<Class<?>> seen = new HashSet<>();
        for (Path file : Vectors.messageFiles()) {
            for (JsonObject vector : Vectors.in(file)) {
                collectRecords(decode((JsonObject) vector.at("message")), seen);
            }
        }

        Set<Class<?>> contract = new HashSet<>();
        contract.addAll(List.of(ClientMessage.class.getPermittedSubclasses()));
        contract.addAll(List.of(ServerMessage.class.getPermittedSubclasses()));
        contract.addAll(List.of(RoomEvent.class.getPermittedSubclasses()));
        contract.addAll(List.of(Answer.Result.class.getPermittedSubclasses()));
        contract.addAll(List.of(Answer.RoomState.class.getPermittedSubclasses()));
        contract.remove(Answer.None.class);
        assertThat(seen).containsAll(contract);
    }

    @Test
    void writesUnpairedSurrogatesAsReplacementCharacters() throws Exception {
        String written =
                MessageCodec.encode(
                        new ServerMessage.RoomEvents(
                                "r",
                                1,
                                List.of(new RoomEvent.UserLeft(1, new RoomUser("u", "a\uD83Db")))));

        assertThat(MessageCodec.decodeServer(written))
                .isEqualTo(
                        new ServerMessage.RoomEvents(
                                "r",
                                1,
                                List.of(new RoomEvent.UserLeft(1, new RoomUser("u", "a\uFFFDb")))));
    }

    @Test
    void refusesAClientsMessageOfMoreThan64Kib() throws Exception {
        assertThat(MessageCodec.decodeClient(heartbeatOf(64 * 1024, "x")))
                .isEqualTo(new ClientMessage.Heartbeat(5));

        MalformedMessageException refusal =
                catchThrowableOfType(
                        MalformedMessageException.class,
                        () -> MessageCodec.decodeClient(heartbeatOf(64 * 1024 + 1, "x")));
        assertThat(refusal).hasMessageContaining("longer than 65536 bytes");
        assertThat(refusal.code()).isEqualTo(ErrorCode.COMMON_ILLEGAL_PARAM);
    }

    @Test
    void countsTheSizeOfAMessageInBytesOfUtf8() throws Exception {
        // 65536 = 27 + 65509 bytes; "好" is one character and three bytes.
        assertThat(MessageCodec.decodeClient(heartbeatOf(65536 - 2 * 21_000, "好".repeat(21_000))))
                .isEqualTo(new ClientMessage.Heartbeat(5));

        assertThat(
                        catchThrowableOfType(
                                MalformedMessageException.class,
                                () ->
                                        MessageCodec.decodeClient(
                                                heartbeatOf(
                                                        65536 - 2 * 21_000 + 1,
                                                        "好".repeat(21_000)))))
                .hasMessageContaining("longer than 65536 bytes");
    }

    @Test
    void refusesAServersMessageOfMoreThan4Mib() throws Exception {
        String fitting = "{\"type\":\"streamPlayable\",\"streamId\":\"s\"}";
        fitting += " ".repeat(4 * 1024 * 1024 - fitting.length());
        String tooLong = fitting + " ";

        assertThat(MessageCodec.decodeServer(fitting))
                .isEqualTo(new ServerMessage.StreamPlayable("s"));
        assertThat(
                        catchThrowableOfType(
                                MalformedMessageException.class,
                                () -> MessageCodec.decodeServer(tooLong)))
                .hasMessageContaining("longer than 4194304 bytes");
    }

    @Test
    void refusesUnknownFieldsThatAreNestedTooDeep() throws Exception {
        assertThat(MessageCodec.decodeClient(heartbeatWithDepth(16)))
                .isEqualTo(new ClientMessage.Heartbeat(5));

        assertThat(
                        catchThrowableOfType(
                                MalformedMessageException.class,
                                () -> MessageCodec.decodeClient(heartbeatWithDepth(17))))
                .hasMessageContaining("nested deeper than 16");
    }

    static Stream<Arguments> malformed() {
        return Vectors.in("malformed-messages.json").stream()
                .map(vector -> Arguments.of(Vectors.text(vector, "name"), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void saysWhatIsWrongWithAMalformedMessage(String name, JsonObject vector) {
        String text = Vectors.text(vector, "text");

        MalformedMessageException refusal =
                catchThrowableOfType(
                        MalformedMessageException.class,
                        () -> {
                            if (Vectors.text(vector, "from").equals("client")) {
                                MessageCodec.decodeClient(text);
                            } else {
                                MessageCodec.decodeServer(text);
                            }
                        });

        assertThat(refusal).as(name).hasMessageContaining(Vectors.text(vector, "says"));
        assertThat(refusal.code().code()).isEqualTo((int) Vectors.number(vector, "code"));
        assertThat(refusal.requestId()).isEqualTo(Vectors.number(vector, "id"));
        assertThat(refusal instanceof UnknownMessageException)
                .isEqualTo(Vectors.text(vector, "says").equals("type is not known"));
    }

    static Stream<Arguments> olderMessages() {
        return Vectors.in("older-messages.json").stream()
                .map(vector ->
                        Arguments.of(
                                Vectors.text(vector, "name"),
                                vector.at("older"),
                                vector.at("message")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("olderMessages")
    void fieldsThatCameLaterHaveDefaults(String name, JsonObject older, JsonObject message)
            throws Exception {
        assertThat(decode(older)).as(name).isEqualTo(decode(message));
    }

    @Test
    void skipsEventsOfLaterKinds() throws Exception {
        assertThat(
                        MessageCodec.decodeServer(
                                """
                                {"type": "roomEvents", "roomId": "r", "version": 9, "events": [
                                 {"kind": "rain", "version": 7, "drops": [1, 2]},
                                 {"kind": "userLeft", "version": 8,
                                  "user": {"userId": "u", "userName": ""}},
                                 {"kind": "snow"}]}
                                """))
                .isEqualTo(
                        new ServerMessage.RoomEvents(
                                "r", 9, List.of(new RoomEvent.UserLeft(8, new RoomUser("u", "")))));
    }

    @Test
    void takesADeviceStateOfALaterVersionForAFault() throws Exception {
        ServerMessage message =
                MessageCodec.decodeServer(
                        """
                        {"type": "roomPage", "roomId": "r", "version": 9, "users": [], "streams": [
                         {"streamId": "s", "user": {"userId": "u", "userName": ""},
                          "extraInfo": "", "camera": "onFire", "microphone": "mute"}],
                         "more": false}
                        """);

        assertThat(message)
                .isEqualTo(
                        new ServerMessage.RoomPage(
                                "r",
                                9,
                                List.of(),
                                List.of(
                                        new RoomStream(
                                                "s",
                                                new RoomUser("u", ""),
                                                "",
                                                DeviceState.GENERIC_ERROR,
                                                DeviceState.MUTE)),
                                false));
    }

    /// Every name at its longest, of the characters that take the most room in JSON.
    @Test
    void theLargestPagesAndEventsFitIntoAMessage() throws Exception {
        RoomUser user =
                new RoomUser(
                        "\\".repeat(Limits.USER_ID_MAX_BYTES),
                        "\\".repeat(Limits.USER_NAME_MAX_BYTES));
        RoomStream stream =
                new RoomStream(
                        "s".repeat(Limits.STREAM_ID_MAX_BYTES),
                        user,
                        "\u0001".repeat(Limits.STREAM_EXTRA_INFO_MAX_BYTES),
                        DeviceState.SYSTEM_MEDIA_SERVICES_LOST,
                        DeviceState.SYSTEM_MEDIA_SERVICES_LOST);
        String room = "\\".repeat(Limits.ROOM_ID_MAX_BYTES);
        RoomEvent event =
                new RoomEvent.StreamRemoved(
                        Limits.COUNT_MAX, stream, StreamRemovalReason.HEARTBEAT_TIMEOUT);
        List<ServerMessage> largest =
                List.of(
                        new ServerMessage.RoomPage(
                                room,
                                Limits.COUNT_MAX,
                                List.of(),
                                Collections.nCopies(Limits.ROOM_PAGE_MAX_COUNT, stream),
                                true),
                        new ServerMessage.RoomEvents(
                                room,
                                Limits.COUNT_MAX,
                                Collections.nCopies(Limits.ROOM_EVENTS_MAX_COUNT, event)));

        for (ServerMessage message : largest) {
            String text = MessageCodec.encode(message);
            assertThat(Identifiers.utf8Length(text)).isLessThan(Limits.SERVER_MESSAGE_MAX_BYTES);
            assertThat(MessageCodec.decodeServer(text)).isEqualTo(message);
        }
    }

    @Test
    void theLargestMessageToOthersFitsIntoARequest() throws Exception {
        ClientMessage largest =
                new ClientMessage.SendCustomCommand(
                        Limits.COUNT_MAX,
                        "\\".repeat(Limits.ROOM_ID_MAX_BYTES),
                        "\u0001".repeat(Limits.MESSAGE_CONTENT_MAX_BYTES),
                        Collections.nCopies(
                                Limits.MESSAGE_RECEIVERS_MAX_COUNT,
                                "u".repeat(Limits.USER_ID_MAX_BYTES)));

        assertThat(MessageCodec.decodeClient(MessageCodec.encode(largest))).isEqualTo(largest);
    }

    @Test
    void deviceStatesKeepTheNumbersOfTheExpressApi() {
        assertThat(DeviceState.values())
                .extracting(DeviceState::code)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void offersTheAnswerToAMalformedRequest() {
        MalformedMessageException refusal =
                catchThrowableOfType(
                        MalformedMessageException.class,
                        () -> MessageCodec.decodeClient("{\"type\":\"logout\",\"id\":3}"));

        assertThat(refusal.answer())
                .isEqualTo(Answer.refused(3, 1002011, "The field roomId is missing."));
    }

    @Test
    void removalReasonsKeepTheNumbersOfTheExpressApi() {
        assertThat(StreamRemovalReason.values())
                .extracting(StreamRemovalReason::code)
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static String heartbeatOf(int length, String content) {
        String start = "{\"type\":\"heartbeat\",\"id\":5,\"x\":\"" + content;
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }

    private static String heartbeatWithDepth(int depth) {
        return "{\"type\":\"heartbeat\",\"id\":5,\"x\":"
                + "[".repeat(depth - 1)
                + "]".repeat(depth - 1)
                + "}";
    }

    private static Record decode(JsonObject message) throws MalformedMessageException {
        String text = JsonWriter.write(message);
        return isClientType(Vectors.text(message, "type"))
                ? (Record) MessageCodec.decodeClient(text)
                : (Record) MessageCodec.decodeServer(text);
    }

    private static String encode(Record message) {
        return message instanceof ClientMessage request
                ? MessageCodec.encode(request)
                : MessageCodec.encode((ServerMessage) message);
    }

    private static boolean isClientType(String type) {
        return Stream.of(ClientMessage.class.getPermittedSubclasses())
                .anyMatch(message -> wireName(message).equals(type));
    }

    private static JsonObject parse(String text) throws Exception {
        return JsonReader.readObject(text, new JsonReader.Limits(1 << 20, 32));
    }

    /// The record in the JSON its names ask for, made independently of the codec.
    private static JsonValue jsonOf(@Nullable Object value) throws Exception {
        return switch (value) {
            case null -> JsonLiteral.NULL;
            case String text -> new JsonString(text);
            case Boolean flag -> JsonLiteral.of(flag);
            case Number number -> new JsonInteger(number.longValue());
            case Enum<?> constant -> new JsonString(camelCase(constant.name()));
            case List<?> list -> {
                List<JsonValue> items = new java.util.ArrayList<>();
                for (Object item : list) {
                    items.add(jsonOf(item));
                }
                yield new JsonArray(items);
            }
            case Record record -> jsonOfRecord(record);
            default -> throw new AssertionError(value.getClass());
        };
    }

    private static JsonObject jsonOfRecord(Record record) throws Exception {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (record instanceof Answer.Result
                || record instanceof Answer.RoomState
                || record instanceof RoomEvent) {
            members.put("kind", new JsonString(wireName(record.getClass())));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            if (value != null && value != Answer.None.INSTANCE) {
                members.put(component.getName(), jsonOf(value));
            }
        }
        return new JsonObject(members);
    }

    private static void collectRecords(@Nullable Object value, Set<Class<?>> into)
            throws Exception {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                collectRecords(item, into);
            }
        } else if (value instanceof Record record) {
            into.add(record.getClass());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collectRecords(component.getAccessor().invoke(record), into);
            }
        }
    }

    private static String wireName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String camelCase(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.split("_", -1)) {
            String lower = part.toLowerCase(java.util.Locale.ROOT);
            word.append(
                    word.isEmpty()
                            ? lower
                            : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return word.toString();
    }

    private static JsonObject without(JsonObject object, String name) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return new JsonObject(members);
    }

    private static JsonValue withUnknownFields(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("future", new JsonArray(List.of(JsonLiteral.NULL)));
                object.members().forEach((name, v) -> members.put(name, withUnknownFields(v)));
                yield new JsonObject(members);
            }
            case JsonArray array ->
                    new JsonArray(
                            array.items().stream()
                                    .map(MessageCodecTest::withUnknownFields)
                                    .toList());
            default -> value;
        };
    }
}
