package io.freshet.sdk.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden vectors of the signalling's section 5: every implementation replays them.
class RoomViewVectorsTest {
    private static final Path VECTORS =
            Path.of("../../../protocol/src/test/resources/vectors/room-views.json");

    @TestFactory
    Stream<DynamicTest> theViewIsWhatTheVectorsSay() throws IOException {
        JSONArray vectors = new JSONArray(Files.readString(VECTORS));
        assertThat(vectors.length()).isGreaterThan(15);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < vectors.length(); i++) {
            JSONObject vector = vectors.getJSONObject(i);
            tests.add(
                    DynamicTest.dynamicTest(
                            vector.getString("name"), () -> replay(vector.getJSONArray("steps"))));
        }
        return tests.stream();
    }

    private static void replay(JSONArray steps) throws MalformedMessageException {
        RoomView view = new RoomView("nobody in the vectors", true);
        for (int i = 0; i < steps.length(); i++) {
            JSONObject step = steps.getJSONObject(i);
            ServerMessage message =
                    MessageCodec.decodeServer(step.getJSONObject("message").toString());
            apply(view, message);
            JSONObject expected = step.getJSONObject("view");
            assertThat(view.version()).as("step %d", i).isEqualTo(expected.getLong("version"));
            assertThat(view.isWhole()).as("step %d", i).isEqualTo(expected.getBoolean("whole"));
            assertThat(view.streams().stream().map(RoomViewVectorsTest::line))
                    .as("step %d", i)
                    .containsExactlyInAnyOrderElementsOf(streams(expected));
            if (view.isWhole()) { // users are told then
                assertThat(view.users().stream().map(RoomUser::toString))
                        .as("step %d", i)
                        .containsExactlyInAnyOrderElementsOf(users(expected));
            }
        }
    }

    private static void apply(RoomView view, ServerMessage message) {
        switch (message) {
            case Answer answer when answer.result() instanceof Answer.LoggedIn loggedIn -> {
                switch (loggedIn.state()) {
                    case Answer.Snapshot snapshot -> view.onSnapshot(loggedIn.version(), snapshot);
                    case Answer.Missed missed -> view.onEvents(loggedIn.version(), missed.events());
                }
            }
            case ServerMessage.RoomSnapshot snapshot ->
                    view.onSnapshot(snapshot.version(), snapshot.snapshot());
            case ServerMessage.RoomPage page ->
                    view.onPage(page.version(), page.users(), page.streams(), page.more());
            case ServerMessage.RoomEvents events ->
                    view.onEvents(events.version(), events.events());
            default -> throw new AssertionError("not about a room: " + message);
        }
    }

    private static String line(RoomStream stream) {
        return stream.streamId()
                + " "
                + stream.user()
                + " "
                + stream.extraInfo()
                + " "
                + stream.camera().name().replace("_", "").toLowerCase(java.util.Locale.ROOT)
                + " "
                + stream.microphone().name().replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> streams(JSONObject view) {
        List<String> lines = new ArrayList<>();
        for (Object each : view.getJSONArray("streams")) {
            JSONObject stream = (JSONObject) each;
            lines.add(
                    stream.getString("streamId")
                            + " "
                            + user(stream.getJSONObject("user"))
                            + " "
                            + stream.getString("extraInfo")
                            + " "
                            + stream.getString("camera").toLowerCase(java.util.Locale.ROOT)
                            + " "
                            + stream.getString("microphone").toLowerCase(java.util.Locale.ROOT));
        }
        return lines;
    }

    private static List<String> users(JSONObject view) {
        List<String> lines = new ArrayList<>();
        for (Object each : view.getJSONArray("users")) {
            lines.add(user((JSONObject) each).toString());
        }
        return lines;
    }

    private static RoomUser user(JSONObject user) {
        return new RoomUser(user.getString("userId"), user.getString("userName"));
    }
}
