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
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
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
