package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.EngineBench.loggedIn;
import static im.zego.zegoexpress.internal.EngineBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An app that does not return from a callback costs bounded memory and misses nothing.
class BlockedAppTest {
    /// More callbacks than may wait.
    private static final int TOO_MANY = 5000;

    private final EngineBench bench = new EngineBench();

    @Test
    void roomEventsThatComeMeanwhileAreToldExactlyOnceAfterwards() {
        bench.inRoom();
        bench.platform.block(true);
        sayJoins(2, TOO_MANY);
        assertThat(bench.server.connection().isOpen()).isFalse();
        bench.loop().advanceS(600);
        assertThat(bench.server.connectionCount()).isEqualTo(1);
        assertThat(bench.app.take()).isEmpty();

        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(missed(login))
                        : EngineBench.friendly(message));
        bench.platform.block(false);
        bench.run();

        List<String> told = bench.app.take();
        assertThat(users("ADD", told))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, TOO_MANY)
                                .mapToObj(v -> "u" + v + "/U" + v)
                                .toList());
        assertThat(users("DELETE", told)).containsExactly("u2/U2");
        assertThat(told.stream().filter(line -> line.startsWith("room")).toList())
                .satisfiesExactly(
                        away -> assertThat(away).startsWith("room room RECONNECTING 1002051"),
                        back -> assertThat(back).startsWith("room room RECONNECTED 0"));
        assertThat(bench.server.connectionCount()).isEqualTo(2);
    }

    private static List<String> users(String type, List<String> told) {
        String prefix = "users room " + type + " ";
        return told.stream()
                .filter(line -> line.startsWith(prefix))
                .flatMap(line -> Stream.of(line.substring(prefix.length()).split(",")))
                .toList();
    }

    /// Everybody who had come before the connection was given up was told; then the rest.
    private static Answer missed(ClientMessage.Login login) {
        long known = login.resume().version();
        assertThat(known).isLessThan(TOO_MANY);
        List<RoomEvent> rest =
                Stream.concat(
                                IntStream.rangeClosed((int) known + 1, TOO_MANY)
                                        .mapToObj(BlockedAppTest::join),
                                Stream.of(new RoomEvent.UserLeft(TOO_MANY + 1, user("u2"))))
                        .toList();
        return loggedIn(login, TOO_MANY + 1, new Answer.Missed(rest));
    }

    @Test
    void aBacklogThatDoesNotReachTheBoundChangesNothing() {
        bench.inRoom();
        bench.platform.block(true);
        sayJoins(2, 1000);
        bench.platform.block(false);
        bench.run();
        assertThat(bench.app.take()).containsExactlyElementsOf(joins(2, 1000).toList());
        assertThat(bench.server.connectionCount()).isEqualTo(1);
        assertThat(bench.server.connection().isOpen()).isTrue();
    }

    @Test
    void onlyTheLastUserCountWaits() {
        bench.inRoom();
        bench.platform.block(true);
        for (int count = 1; count <= TOO_MANY; count++) {
            bench.server.say(new ServerMessage.UserCount("room", count));
        }
        bench.run();
        bench.platform.block(false);
        assertThat(bench.app.take()).containsExactly("count room " + TOO_MANY);
        assertThat(bench.server.connection().isOpen()).isTrue();
    }

    @Test
    void aLoginMadeMeanwhileWaitsForTheAppToCatchUp() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.platform.block(true);
        sayJoins(2, TOO_MANY);
        engine.logoutRoom();
        engine.loginRoom("other", new ZegoUser("me"));
        bench.run();
        bench.loop().advanceS(60);
        assertThat(bench.server.connectionCount()).isEqualTo(1);

        bench.platform.block(false);
        bench.run();
        assertThat(bench.server.connectionCount()).isEqualTo(2);
        assertThat(bench.app.take()).last().asString().startsWith("count other");
    }

    private void sayJoins(int first, int last) {
        for (int version = first; version <= last; version++) {
            bench.server.say(new ServerMessage.RoomEvents("room", version, List.of(join(version))));
            bench.run();
        }
    }

    private static RoomEvent join(int version) {
        return new RoomEvent.UserJoined(version, user("u" + version));
    }

    private static Stream<String> joins(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(version -> "users room ADD u" + version + "/U" + version);
    }
}
