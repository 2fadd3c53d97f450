package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.EngineBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.constants.ZegoRoomTransparentMessageMode;
import im.zego.zegoexpress.entity.ZegoRoomSendTransparentMessage;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.Capabilities;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.TransparentMessageMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages, commands and the room's extra info, seen by an app.
class MessageScenariosTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void theSdkNamesWhatItUnderstands() {
        bench.inRoom();
        assertThat(bench.server.connection().last(ClientMessage.Hello.class).capabilities())
                .containsExactlyInAnyOrder(
                        Capabilities.PAGED_SNAPSHOTS,
                        Capabilities.ROOM_EXTRA_INFO,
                        Capabilities.DEVICE_STATES,
                        Capabilities.ROOM_MESSAGES,
                        Capabilities.TRANSPARENT_MESSAGES);
    }

    @Test
    void everythingSentReachesTheServerAndIsAnswered() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(message ->
                message instanceof ClientMessage.SendBroadcastMessage
                                || message instanceof ClientMessage.SendBarrageMessage
                        ? Optional.of(Answer.ok(message.id(), new Answer.MessageSent(41, 1000)))
                        : EngineBench.friendly(message));
        sendEverything(engine, "room");

        assertThat(bench.results)
                .containsExactly("broadcast 0 41", "barrage 0 41", "command 0", "bytes 0");
        List<ClientMessage> sent = bench.server.connection().requests();
        List<ClientMessage> last = sent.subList(sent.size() - 4, sent.size());
        long id = last.get(0).id();
        assertThat(last)
                .containsExactly(
                        new ClientMessage.SendBroadcastMessage(id, "room", "hello"),
                        new ClientMessage.SendBarrageMessage(id + 1, "room", "wow"),
                        new ClientMessage.SendCustomCommand(
                                id + 2, "room", "do it", List.of("ann")),
                        new ClientMessage.SendTransparentMessage(
                                id + 3,
                                "room",
                                TransparentMessageMode.CLIENT_AND_SERVER,
                                "AQL/",
                                List.of("ann")));
        assertThat(bench.app.errors).isEmpty();
    }

    private void sendEverything(ZegoExpressEngine engine, String room) {
        engine.sendBroadcastMessage(
                room, "hello", (code, id) -> bench.results.add("broadcast " + code + " " + id));
        engine.sendBarrageMessage(
                room, "wow", (code, id) -> bench.results.add("barrage " + code + " " + id));
        engine.sendCustomCommand(
                room, "do it", users("ann"), code -> bench.results.add("command " + code));
        engine.sendTransparentMessage(
                room, bytes(new byte[] {1, 2, -1}), code -> bench.results.add("bytes " + code));
        bench.run();
    }

    @ParameterizedTest
    @ValueSource(ints = {1009015, 1002072, 1009010})
    void aRefusalIsPassedOn(int code) {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(message -> Optional.of(Answer.refused(message.id(), code, "no")));
        sendEverything(engine, "room");
        assertThat(bench.results)
                .containsExactly(
                        "broadcast " + code + " 0",
                        "barrage " + code + " ",
                        "command " + code,
                        "bytes " + code);
        assertThat(bench.app.errors).hasSize(4).contains("sendBarrageMessage " + code);
    }

    @Test
    void nothingIsSentWithoutARoomOrToAnother() {
        ZegoExpressEngine engine = bench.create();
        sendEverything(engine, "room");
        setInfo(engine, "room", "k", "v");
        bench.login(engine, "room");
        sendEverything(engine, "other");
        setInfo(engine, "other", "k", "v");

        assertThat(bench.results)
                .containsExactly(
                        "broadcast 1000002 0",
                        "barrage 1000002 ",
                        "command 1000002",
                        "bytes 1000002",
                        "info 1000002",
                        "login 0",
                        "broadcast 1009005 0",
                        "barrage 1009005 ",
                        "command 1009005",
                        "bytes 1009005",
                        "info 1002002");
        assertThat(bench.server.connection().requests()).hasSize(2);
    }

    @Test
    void beforeTheLoginIsThroughThereIsNoRoom() {
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Login.class, message));
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room");
        sendEverything(engine, "room");
        assertThat(bench.results)
                .containsExactly(
                        "broadcast 1000002 0",
                        "barrage 1000002 ",
                        "command 1000002",
                        "bytes 1000002");
    }

    @Test
    void contentIsCheckedBeforeItIsSent() {
        ZegoExpressEngine engine = bench.inRoom();
        String longest = "x".repeat(1024);
        for (String text : new String[] {null, "", longest + "x"}) {
            engine.sendBroadcastMessage("room", text, (code, id) -> bench.results.add("b" + code));
            engine.sendBarrageMessage("room", text, (code, id) -> bench.results.add("c" + code));
            engine.sendCustomCommand("room", text, null, code -> bench.results.add("d" + code));
        }
        engine.sendTransparentMessage("room", null, code -> bench.results.add("t" + code));
        engine.sendTransparentMessage(
                "room", bytes(new byte[1025]), code -> bench.results.add("t" + code));
        ZegoRoomSendTransparentMessage never = bytes(new byte[1]);
        never.timeOut = 0;
        engine.sendTransparentMessage("room", never, code -> bench.results.add("t" + code));
        bench.run();

        assertThat(bench.results)
                .containsExactly(
                        "b1009001",
                        "c1009001",
                        "d1009001",
                        "b1009001",
                        "c1009001",
                        "d1009001",
                        "b1009002",
                        "c1009002",
                        "d1009002",
                        "t1009001",
                        "t1009002",
                        "t1000017");
        assertThat(bench.server.connection().requests()).hasSize(2);

        engine.sendBroadcastMessage("room", longest, null);
        bench.run();
        assertThat(bench.server.connection().requests()).hasSize(3);
    }

    @Test
    void receiversAreChecked() {
        ZegoExpressEngine engine = bench.inRoom();
        ArrayList<ZegoUser> withNull = users("ann");
        withNull.add(null);
        for (ArrayList<ZegoUser> receivers :
                List.of(users(""), withNull, users("x".repeat(64)), users("ä"))) {
            engine.sendCustomCommand(
                    "room", "c", receivers, code -> bench.results.add("command " + code));
        }
        engine.sendCustomCommand("room", "c", null, code -> bench.results.add("all " + code));
        bench.run();

        assertThat(bench.results)
                .containsExactly(
                        "command 1009011",
                        "command 1009011",
                        "command 1009012",
                        "command 1002006",
                        "all 0");
        assertThat(
                        bench.server
                                .connection()
                                .last(ClientMessage.SendCustomCommand.class)
                                .toUserIds())
                .isEmpty();
    }

    @Test
    void moreThanTwoBroadcastsInASecondAreRefusedHere() {
        ZegoExpressEngine engine = bench.inRoom();
        for (int i = 0; i < 3; i++) {
            broadcast(engine);
        }
        bench.loop().advanceMs(999);
        broadcast(engine);
        bench.loop().advanceMs(1);
        broadcast(engine);
        assertThat(bench.results).containsExactly("0", "0", "1009015", "1009015", "0");
        assertThat(bench.server.connection().requests(ClientMessage.SendBroadcastMessage.class))
                .hasSize(3);
    }

    private void broadcast(ZegoExpressEngine engine) {
        engine.sendBroadcastMessage("room", "m", (code, id) -> bench.results.add("" + code));
        bench.run();
    }

    @Test
    void whatCannotGoOutNowFailsNow() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.setReachable(false);
        bench.server.connection().breakOff("cable cut");
        bench.run();
        sendEverything(engine, "room");
        setInfo(engine, "room", "k", "v");
        assertThat(bench.results)
                .containsExactly(
                        "broadcast 1009010 0",
                        "barrage 1009010 ",
                        "command 1009010",
                        "bytes 1009010",
                        "info 1002051");
    }

    @Test
    void aMessageLostOnTheWayIsReported() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(message -> Optional.empty());
        engine.sendBroadcastMessage("room", "m", (code, id) -> bench.results.add("lost " + code));
        bench.run();
        assertThat(bench.results).isEmpty();
        bench.server.connection().breakOff("cable cut");
        bench.run();
        assertThat(bench.results).containsExactly("lost 1009010");
    }

    @Test
    void aTransparentMessageIsGivenUpAtItsTimeoutAndAnsweredOnce() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(message ->
                EngineBench.friendlyBut(ClientMessage.SendTransparentMessage.class, message));
        ZegoRoomSendTransparentMessage message = bytes(new byte[] {7});
        message.timeOut = 3;
        engine.sendTransparentMessage("room", message, code -> bench.results.add("bytes " + code));
        bench.loop().advanceMs(2999);
        assertThat(bench.results).isEmpty();
        bench.loop().advanceMs(1);
        assertThat(bench.results).containsExactly("bytes 1009010");

        long id = bench.server.connection().last(ClientMessage.SendTransparentMessage.class).id();
        bench.server.say(Answer.ok(id));
        bench.run();
        assertThat(bench.results).hasSize(1);
    }

    @Test
    void aServerThatCannotIsNotAsked() {
        bench.server.setCapabilities();
        ZegoExpressEngine engine = bench.inRoom();
        sendEverything(engine, "room");
        setInfo(engine, "room", "k", "v");
        assertThat(bench.results)
                .containsExactly(
                        "broadcast 1000010 0",
                        "barrage 1000010 ",
                        "command 1000010",
                        "bytes 1000010",
                        "info 1000010");
        assertThat(bench.server.connection().requests()).hasSize(2);
    }

    @Test
    void messagesOfOthersReachTheApp() {
        bench.inRoom();
        bench.server.say(
                new ServerMessage.BroadcastMessages(
                        "room", List.of(message(1, "ann", "hi"), message(2, "bob", "ho"))));
        bench.server.say(
                new ServerMessage.BarrageMessages("room", List.of(message(3, "ann", "wow"))));
        bench.server.say(new ServerMessage.CustomCommand("room", 4, user("ann"), "go"));
        bench.server.say(new ServerMessage.TransparentMessage("room", user("ann"), "AQL/"));
        bench.server.say(
                new ServerMessage.BroadcastMessages("elsewhere", List.of(message(9, "x", "y"))));
        bench.run();
        assertThat(bench.app.lines)
                .containsExactly(
                        "broadcast room 1 ann/ANN: hi at 1001,2 bob/BOB: ho at 1002",
                        "barrage room 3 ann: wow at 1003",
                        "command room ann: go",
                        "transparent room ann [1, 2, -1]");
    }

    @Test
    void reliableMessagesThatAreRepeatedAfterAResumeAreToldOnce() {
        bench.server.answerWith(message -> loggedIn(message, "session-1", 5));
        bench.login(bench.create(), "room");
        bench.server.say(
                new ServerMessage.BroadcastMessages(
                        "room", List.of(message(5, "ann", "before"), message(6, "ann", "one"))));
        bench.server.say(new ServerMessage.CustomCommand("room", 7, user("ann"), "two"));
        bench.run();
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        ClientMessage.Login resume = bench.server.connection().last(ClientMessage.Login.class);
        assertThat(resume.resume()).isEqualTo(new ClientMessage.Resume("key-1", 1, 7));

        bench.app.take();
        bench.server.say(new ServerMessage.CustomCommand("room", 7, user("ann"), "two"));
        bench.server.say(
                new ServerMessage.BroadcastMessages(
                        "room", List.of(message(6, "ann", "one"), message(8, "ann", "three"))));
        bench.run();
        assertThat(bench.app.lines).containsExactly("broadcast room 8 ann/ANN: three at 1008");
    }

    @Test
    void aNewLifeOfTheRoomCountsItsMessagesAnew() {
        bench.server.answerWith(message -> loggedIn(message, "session-1", 500));
        bench.login(bench.create(), "room");
        bench.server.answerWith(message -> loggedIn(message, "session-2", 2));
        bench.server.connection().breakOff("the server restarts");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        bench.app.take();
        bench.server.say(new ServerMessage.CustomCommand("room", 2, user("ann"), "known"));
        bench.server.say(new ServerMessage.CustomCommand("room", 3, user("ann"), "new"));
        bench.run();
        assertThat(bench.app.lines).containsExactly("command room ann: new");
    }

    private static Optional<Answer> loggedIn(
            ClientMessage message, String session, long messageId) {
        return message instanceof ClientMessage.Login
                ? Optional.of(
                        Answer.ok(
                                message.id(),
                                new Answer.LoggedIn(
                                        session,
                                        "key-1",
                                        1,
                                        EngineBench.snapshot(List.of(), List.of()),
                                        messageId)))
                : EngineBench.friendly(message);
    }

    @Test
    void theRoomsExtraInfoIsSetAndToldToNewcomersAndOthers() {
        RoomExtraInfo there = new RoomExtraInfo("k", "there", user("ann"), 77);
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                EngineBench.loggedIn(
                                        login,
                                        1,
                                        new Answer.Snapshot(
                                                List.of(), List.of(), 1, List.of(there), false)))
                        : EngineBench.friendly(message));
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room");
        assertThat(bench.app.take())
                .containsSubsequence(
                        "login result 0", "room extra room k=there by ann at 77", "count room 1");

        setInfo(engine, "room", "k", "");
        bench.server.say(
                new ServerMessage.RoomEvents(
                        "room",
                        3,
                        List.of(
                                new RoomEvent.RoomExtraInfoChanged(
                                        2, new RoomExtraInfo("k", "", user("me"), 78)),
                                new RoomEvent.RoomExtraInfoChanged(
                                        3, new RoomExtraInfo("k", "new", user("bob"), 79)))));
        bench.run();
        assertThat(bench.results).containsExactly("login 0", "info 0");
        assertThat(bench.app.lines).containsExactly("room extra room k=new by bob at 79");
    }

    @Test
    void theRoomsExtraInfoIsChecked() {
        ZegoExpressEngine engine = bench.inRoom();
        setInfo(engine, "room", "", "v");
        setInfo(engine, "room", null, "v");
        setInfo(engine, "room", "x".repeat(11), "v");
        setInfo(engine, "room", "k", "x".repeat(129));
        setInfo(engine, "room", "k", null);
        bench.server.answerWith(message ->
                EngineBench.refusing(ClientMessage.SetRoomExtraInfo.class, 1002017, message));
        setInfo(engine, "room", "k2", "v");
        engine.setRoomExtraInfo("room", "k2", "v", null);
        bench.run();
        assertThat(bench.results)
                .containsExactly(
                        "info 1002014",
                        "info 1002014",
                        "info 1002015",
                        "info 1002016",
                        "info 1000017",
                        "info 1002017");
    }

    @Test
    void afterDestroyEverythingIsAnsweredSoftly() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.registry.destroy(null);
        bench.run();
        engine.sendBroadcastMessage("room", "m", (code, id) -> bench.results.add("b " + code));
        engine.setRoomExtraInfo("room", "k", "v", code -> bench.results.add("i " + code));
        assertThat(bench.results).containsExactly("b 1000001", "i 1000001");
    }

    private void setInfo(ZegoExpressEngine engine, String room, String key, String value) {
        engine.setRoomExtraInfo(room, key, value, code -> bench.results.add("info " + code));
        bench.run();
    }

    private static RoomMessage message(long id, String from, String text) {
        return new RoomMessage(id, user(from), text, 1000 + id);
    }

    private static ZegoRoomSendTransparentMessage bytes(byte[] content) {
        ZegoRoomSendTransparentMessage message = new ZegoRoomSendTransparentMessage();
        message.sendMode = ZegoRoomTransparentMessageMode.CLIENT_AND_SERVER;
        message.content = content;
        message.recvUserList = users("ann");
        return message;
    }

    private static ArrayList<ZegoUser> users(String... ids) {
        ArrayList<ZegoUser> users = new ArrayList<>();
        for (String id : ids) {
            users.add(new ZegoUser(id));
        }
        return users;
    }
}
