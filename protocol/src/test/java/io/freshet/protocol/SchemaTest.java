package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    /// Fields that came after their message; a sender that leaves them out means their default.
    private static final Set<String> ADDED_LATER =
            Set.of(
                    "Publish.camera",
                    "Publish.microphone",
                    "Snapshot.roomExtraInfo",
                    "Snapshot.more",
                    "LoggedIn.messageId",
                    "KickedOut.customReason");

    static Stream<Class<?>> messageRecords() {
        return Stream.of(ClientMessage.class, ServerMessage.class)
                .flatMap(direction -> Stream.of(direction.getPermittedSubclasses()));
    }

    static Stream<Class<?>> kinds() {
        return Stream.of(RoomEvent.class, Answer.Result.class, Answer.RoomState.class)
                .flatMap(union -> Stream.of(union.getPermittedSubclasses()))
                .filter(Class::isRecord);
    }

    @Test
    void thereIsOneSchemaForEachMessage() {
        List<String> expected =
                new ArrayList<>(messageRecords().map(SchemaTest::wireName).sorted().toList());
        expected.add("definitions");

        assertThat(Vectors.filesIn(Schema.DIRECTORY))
                .extracting(Vectors::typeOf)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thereIsOneVectorFileForEachMessage() {
        assertThat(Vectors.messageFiles())
                .extracting(Vectors::typeOf)
                .containsExactlyInAnyOrderElementsOf(
                        messageRecords().map(SchemaTest::wireName).toList());
    }

    @ParameterizedTest
    @MethodSource("messageRecords")
    void aMessagesSchemaHasTheFieldsOfItsRecord(Class<?> record) {
        Schema schema = Schema.of(wireName(record) + ".json");

        assertFields(schema, "type", record);
        assertThat(schema.problemsOf(Vectors.object("{\"type\":\"" + wireName(record) + "x\"}")))
                .contains("/type violates const");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDefinitionHasTheFieldsOfItsRecord(Class<?> record) {
        Schema schema = Schema.ofDefinition(wireName(record));

        assertFields(schema, "kind", record);
        assertThat(schema.problemsOf(Vectors.object("{\"kind\":\"" + wireName(record) + "x\"}")))
                .contains("/kind violates const");
    }

    @Test
    void plainDefinitionsHaveTheFieldsOfTheirRecords() {
        assertThat(Schema.ofDefinition("user").properties())
                .containsExactlyElementsOf(components(RoomUser.class));
        assertThat(Schema.ofDefinition("stream").properties())
                .containsExactlyElementsOf(components(RoomStream.class));
        assertThat(Schema.ofDefinition("roomExtraInfo").properties())
                .containsExactlyElementsOf(components(RoomExtraInfo.class));
        assertThat(Schema.ofDefinition("roomMessage").properties())
                .containsExactlyElementsOf(components(RoomMessage.class));
        assertThat(Schema.ofDefinition("resume").properties())
                .containsExactlyElementsOf(components(ClientMessage.Resume.class));
    }

    static Stream<Arguments> messages() {
        return MessageCodecTest.messages();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("messages")
    void theVectorsAreValid(String type, String name, JsonObject json) {
        assertThat(Schema.of(type + ".json").problemsOf(json)).as(name).isEmpty();
    }

    static Stream<Arguments> olderMessages() {
        return MessageCodecTest.olderMessages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("olderMessages")
    void messagesOfOlderSendersAreValid(String name, JsonObject older, JsonObject message) {
        Schema schema = Schema.of(Vectors.text(message, "type") + ".json");

        assertThat(schema.problemsOf(older)).as(name).isEmpty();
        assertThat(older).isNotEqualTo(message);
    }

    static Stream<Arguments> malformed() {
        return MessageCodecTest.malformed();
    }

    /// What the codec refuses in a message of a known type the schema refuses too.
    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedVectorsAreInvalid(String name, JsonObject vector) {
        JsonObject json;
        try {
            json =
                    JsonReader.readObject(
                            Vectors.text(vector, "text"), new JsonReader.Limits(1 << 20, 16));
        } catch (JsonException e) {
            return; // not even JSON
        }
        boolean client = Vectors.text(vector, "from").equals("client");
        String type = json.at("type") instanceof JsonString word ? word.value() : "";
        boolean known =
                Stream.of(
                                (client ? ClientMessage.class : ServerMessage.class)
                                        .getPermittedSubclasses())
                        .anyMatch(record -> wireName(record).equals(type));
        assertThat(known && Schema.of(type + ".json").problemsOf(json).isEmpty())
                .as(name)
                .isFalse();
    }

    @Test
    void theCheckerSeesEveryKindOfProblem() {
        Schema hello = Schema.of("hello.json");
        assertThat(
                        hello.problemsOf(
                                Vectors.object(
                                        """
                                        {"type": "hello", "id": 0, "version": "1",
                                         "capabilities": [1], "appId": 4294967296, "proof": null}
                                        """)))
                .containsExactlyInAnyOrder(
                        " violates required",
                        "/id violates minimum",
                        "/version violates type",
                        "/capabilities[] violates type",
                        "/appId violates maximum");
    }

    private static void assertFields(Schema schema, String discriminator, Class<?> record) {
        List<String> names = new ArrayList<>(List.of(discriminator));
        names.addAll(components(record));
        assertThat(schema.properties()).containsExactlyInAnyOrderElementsOf(names);

        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType() == Answer.Result.class
                    || ADDED_LATER.contains(record.getSimpleName() + "." + component.getName())) {
                names.remove(component.getName());
            }
        }
        assertThat(schema.required()).containsExactlyInAnyOrderElementsOf(names);
    }

    private static List<String> components(Class<?> record) {
        return Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static String wireName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
