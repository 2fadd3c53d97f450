package io.freshet.sdk.room;

import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rooms one engine is logged in to: one, or up to five in multi-room mode. Keeps the
/// connection as long as any of them, or a logout under way, needs it.
public final class Rooms {
    /// Default of the API; a server may allow fewer and says so itself.
    static final int MAX_ROOMS = Limits.ROOMS_MAX_COUNT;

    private final SdkLoop loop;
    private final Signalling signalling;
    private final ReconnectPolicy pauses;
    private final boolean multiRoom;
    private final RoomSession.Listener listener;
    private final Map<String, RoomSession> sessions = new LinkedHashMap<>();
    private final List<RoomSession> leaving = new ArrayList<>();

    public Rooms(
            SdkLoop loop,
            Signalling signalling,
            ReconnectPolicy pauses,
            boolean multiRoom,
            RoomSession.Listener listener) {
        this.loop = loop;
        this.signalling = signalling;
        this.pauses = pauses;
        this.multiRoom = multiRoom;
        this.listener = listener;
    }

    public boolean multiRoom() {
        return multiRoom;
    }

    /// Whether the request is legal beside the rooms there are.
    ///
    /// @param leaving a room that is left for the new one; empty for none
    public ErrorCode checkLogin(LoginRequest request, String leaving) {
        Map<String, RoomSession> others = new LinkedHashMap<>(sessions);
        others.remove(leaving);
        if (others.containsKey(request.roomId()) || (!multiRoom && !others.isEmpty())) {
            return ErrorCode.ROOM_COUNT_EXCEED;
        }
        if (others.size() >= MAX_ROOMS) {
            return ErrorCode.ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT;
        }
        for (RoomSession other : others.values()) {
            if (!other.userId().equals(request.userId())
                    || !other.userName().equals(request.userName())) {
                return ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME;
            }
        }
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Begins a login.
    ///
    /// @param request one that [#checkLogin] accepts
    public RoomSession login(LoginRequest request, long retryWindowNs) {
        RoomSession session =
                new RoomSession(request, signalling, loop, retryWindowNs, pauses, new Watcher());
        sessions.put(request.roomId(), session);
        // An app that logs out and in again must hear of the former login's end first; the
        // connection stays, as the new login needs it.
        for (RoomSession former : new ArrayList<>(leaving)) {
            former.finishLogout();
        }
        session.start();
        return session;
    }

    /// Leaves a room.
    ///
    /// @param done called once the app has been told LOGOUT
    public void logout(RoomSession session, Runnable done) {
        if (sessions.remove(session.roomId(), session)) {
            leaving.add(session);
            session.logout(done);
        }
    }

    public void renewToken(RoomSession session, String token, Reply reply) {
        session.renewToken(token, reply);
    }

    public Optional<RoomSession> find(String roomId) {
        return Optional.ofNullable(sessions.get(roomId));
    }

    /// The room meant by a call that names none: the only one.
    public Optional<RoomSession> only() {
        return sessions.size() == 1
                ? Optional.of(sessions.values().iterator().next())
                : Optional.empty();
    }

    /// The stream of another user, if one of the rooms has it: streamIDs are unique in the AppID.
    public Optional<RoomStream> stream(String streamId) {
        for (RoomSession session : sessions.values()) {
            Optional<RoomStream> stream = session.stream(streamId);
            if (stream.isPresent()) {
                return stream;
            }
        }
        return Optional.empty();
    }

    /// Whether requests about streams may be sent for the sake of another room than this.
    public boolean maySendBeside(String roomId) {
        for (RoomSession session : sessions.values()) {
            if (!session.roomId().equals(roomId) && session.maySend()) {
                return true;
            }
        }
        return false;
    }

    public List<RoomSession> all() {
        return new ArrayList<>(sessions.values());
    }

    public void onSignalReady() {
        all().forEach(RoomSession::onSignalReady);
    }

    public void onSignalBroken() {
        everyone().forEach(RoomSession::onSignalBroken);
    }

    public void onSignalRefused(int code, String message) {
        for (RoomSession session : everyone()) {
            session.onSignalRefused(code, message);
        }
    }

    /// Takes a notice about rooms.
    ///
    /// @return false for a notice that is not about rooms
    public boolean onNotice(ServerMessage notice) {
        if (notice instanceof ServerMessage.RoomEvents events) {
            find(events.roomId()).ifPresent(r -> r.onEvents(events.version(), events.events()));
        } else if (notice instanceof ServerMessage.RoomSnapshot snapshot) {
            find(snapshot.roomId())
                    .ifPresent(r -> r.onSnapshot(snapshot.version(), snapshot.snapshot()));
        } else if (notice instanceof ServerMessage.RoomPage page) {
            find(page.roomId()).ifPresent(r -> r.onPage(page));
        } else if (notice instanceof ServerMessage.BroadcastMessages broadcasts) {
            find(broadcasts.roomId()).ifPresent(r -> r.onBroadcasts(broadcasts.messages()));
        } else if (notice instanceof ServerMessage.CustomCommand command) {
            find(command.roomId()).ifPresent(r -> r.onCommand(command));
        } else if (notice instanceof ServerMessage.BarrageMessages barrages) {
            find(barrages.roomId()).ifPresent(r -> r.onUnreliable(barrages));
        } else if (notice instanceof ServerMessage.TransparentMessage message) {
            find(message.roomId()).ifPresent(r -> r.onUnreliable(message));
        } else if (notice instanceof ServerMessage.UserCount count) {
            find(count.roomId()).ifPresent(r -> r.onUserCount(count.count()));
        } else if (notice instanceof ServerMessage.KickedOut kick) {
            // What the kicker wrote is meant for the app; the sentence is for its developer.
            String reason = kick.customReason().isEmpty() ? kick.message() : kick.customReason();
            find(kick.roomId()).ifPresent(r -> r.onKickedOut(kick.code(), reason));
        } else if (notice instanceof ServerMessage.TokenWillExpire expiry) {
            find(expiry.roomId()).ifPresent(r -> r.onTokenWillExpire(expiry.remainingSeconds()));
        } else {
            return false;
        }
        return true;
    }

    private List<RoomSession> everyone() {
        List<RoomSession> everyone = new ArrayList<>(leaving);
        everyone.addAll(sessions.values());
        return everyone;
    }

    private void forget(RoomSession session) {
        sessions.remove(session.roomId(), session);
        leaving.remove(session);
        if (sessions.isEmpty() && leaving.isEmpty()) {
            signalling.stop();
        }
    }

    /// Takes sessions that are over off the lists before the app hears of it, so that it may log in
    /// again from that very callback.
    private final class Watcher implements RoomSession.Listener {
        @Override
        public void onState(
                RoomSession room, ZegoRoomStateChangedReason reason, int code, String message) {
            switch (reason) {
                case LOGIN_FAILED, RECONNECT_FAILED, KICK_OUT, LOGOUT -> forget(room);
                default -> {}
            }
            listener.onState(room, reason, code, message);
        }

        @Override
        public void onMaySend(RoomSession room, boolean sameSession) {
            listener.onMaySend(room, sameSession);
        }

        @Override
        public void onChanges(RoomSession room, List<RoomChange> changes) {
            listener.onChanges(room, changes);
        }

        @Override
        public void onUserCount(RoomSession room, int count) {
            listener.onUserCount(room, count);
        }

        @Override
        public void onTokenWillExpire(RoomSession room, int remainingSeconds) {
            listener.onTokenWillExpire(room, remainingSeconds);
        }

        @Override
        public void onTokenRefused(RoomSession room, int code, String message) {
            listener.onTokenRefused(room, code, message);
        }

        @Override
        public void onMessage(RoomSession room, ServerMessage message) {
            listener.onMessage(room, message);
        }
    }
}
