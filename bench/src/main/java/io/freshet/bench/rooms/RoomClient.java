package io.freshet.bench.rooms;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.Capabilities;
import io.freshet.protocol.Limits;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A user of the load: says hello and logs in in one flight, as an SDK does, and counts how many
/// users it sees. Owned by the load's thread.
final class RoomClient implements LoadConnection.Listener {
    static final String USER_PREFIX = "user";

    private static final List<String> CAPABILITIES =
            List.of(
                    Capabilities.PAGED_SNAPSHOTS,
                    Capabilities.ROOM_EXTRA_INFO,
                    Capabilities.DEVICE_STATES,
                    Capabilities.ROOM_MESSAGES);

    private final RoomLoad load;
    private final int user;
    private final LoadConnection connection;
    private String roomId;
    private long newestId;
    private long loginId;
    private long logoutId;
    private boolean closeAfterLogout;
    private boolean inRoom;
    private int users;
    private long version;

    /// Its place in the load's list.
    int index;

    RoomClient(RoomLoad load, int user, String roomId) throws IOException {
        this.load = load;
        this.user = user;
        this.roomId = roomId;
        this.connection = load.loop().connect(this);
    }

    int user() {
        return user;
    }

    boolean isInRoom() {
        return inRoom;
    }

    /// Users in its room, itself included, by its own account.
    int users() {
        return users;
    }

    @Override
    public void onOpen(LoadConnection opened) {
        // The server speaks first.
    }

    @Override
    public void onText(LoadConnection from, ByteBuffer text, long nowNs) {
        RoomText.Kind kind = RoomText.kind(text);
        load.onMessage(kind, text.remaining());
        switch (kind) {
            case WELCOME -> begin(StandardCharsets.UTF_8.decode(text.duplicate()).toString());
            case ANSWER -> onAnswer(text, nowNs);
            case EVENTS -> onEvents(load.read(text), nowNs);
            case OTHER -> load.fail("unexpected: " + StandardCharsets.UTF_8.decode(text));
            case PAGE, SNAPSHOT, USER_COUNT -> {}
        }
    }

    /// Those up to the view's version are known: signalling.md, section 5, rule 2.
    private void onEvents(RoomText.Events events, long nowNs) {
        for (int i = 0; i < events.versions.length; i++) {
            if (events.versions[i] > version) {
                users += events.joined[i] < 0 ? -1 : 1;
                load.onEvent(events.joined[i], nowNs);
            }
        }
        version = Math.max(version, events.version);
    }

    private void begin(String text) {
        try {
            if (MessageCodec.decodeServer(text) instanceof ServerMessage.Welcome welcome) {
                String proof = AppSignProof.compute(load.appSign(), welcome.nonce(), load.appId());
                send(
                        new ClientMessage.Hello(
                                ++newestId,
                                Limits.MAX_VERSION,
                                CAPABILITIES,
                                load.appId(),
                                proof,
                                "freshet-bench"));
                login();
            }
        } catch (MalformedMessageException e) {
            load.fail("an unreadable welcome: " + e.getMessage());
        }
    }

    private void login() {
        loginId = ++newestId;
        load.arrivals().onLoginSent(user, System.nanoTime());
        send(
                new ClientMessage.Login(
                        loginId,
                        roomId,
                        String.format("%s%07d", USER_PREFIX, user),
                        String.format("User number %07d", user),
                        null,
                        0,
                        true,
                        null));
    }

    private void onAnswer(ByteBuffer text, long nowNs) {
        if (RoomText.code(text) != 0) {
            load.fail("refused: " + StandardCharsets.UTF_8.decode(text));
            return;
        }
        long id = RoomText.answeredId(text);
        if (id == loginId) {
            inRoom = true;
            users = RoomText.userCount(text);
            version = RoomText.version(text);
            load.arrivals().onLoginAnswered(user, nowNs);
            load.onLoggedIn(this);
        } else if (id == logoutId) {
            inRoom = false;
            if (closeAfterLogout) {
                connection.close();
            }
            load.onLoggedOut(this, closeAfterLogout);
        }
    }

    /// Logs out and closes.
    void leave() {
        logOut(true);
    }

    /// Logs out and stays connected, for another room.
    void logOut() {
        logOut(false);
    }

    private void logOut(boolean thenClose) {
        closeAfterLogout = thenClose;
        logoutId = ++newestId;
        send(new ClientMessage.Logout(logoutId, roomId));
    }

    void logInAgain(String otherRoomId) {
        roomId = otherRoomId;
        login();
    }

    void sendHeartbeat() {
        if (!connection.isClosed()) {
            send(new ClientMessage.Heartbeat(++newestId));
        }
    }

    @Override
    public void onLost(String why) {
        load.fail("user " + user + ": " + why);
    }

    private void send(ClientMessage message) {
        connection.send(MessageCodec.encode(message));
    }
}
