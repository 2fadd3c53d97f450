package io.freshet.sdk.engine;

import im.zego.zegoexpress.callback.IZegoRoomLoginCallback;
import im.zego.zegoexpress.callback.IZegoRoomLogoutCallback;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.RoomTelling;
import io.freshet.sdk.room.LoginRequest;
import io.freshet.sdk.room.RoomChange;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.room.Rooms;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// Logging in and out and changing rooms: checks, tells the app how it goes, and ends what rests on
/// a room when the room ends.
public final class RoomLogins {
    private final EngineSetup setup;
    private final AppEvents events;
    private final RoomTelling telling;
    private final Dependants dependants;
    private final Rooms rooms;
    private final Map<RoomSession, IZegoRoomLoginCallback> callbacks = new HashMap<>();

    RoomLogins(EngineSetup setup, AppEvents events, Signalling signalling, Dependants dependants) {
        this.setup = setup;
        this.events = events;
        this.dependants = dependants;
        telling = new RoomTelling(events);
        rooms =
                new Rooms(
                        setup.loop(),
                        signalling,
                        setup.reconnectPolicy(),
                        setup.multiRoom(),
                        new Watcher());
    }

    Rooms rooms() {
        return rooms;
    }

    /// Checks at once; what is wrong is told as LOGIN_FAILED and through the callback.
    ///
    /// @param problem what was found missing already, or success
    public void login(
            LoginRequest request, ErrorCode problem, @Nullable IZegoRoomLoginCallback callback) {
        ErrorCode check = problem.isSuccess() ? check(request, "") : problem;
        if (!check.isSuccess()) {
            if (check != ErrorCode.ROOM_COUNT_EXCEED) { // that leaves the room's state as it is
                telling.state(
                        request.roomId(),
                        ZegoRoomStateChangedReason.LOGIN_FAILED,
                        check.code(),
                        RoomTelling.reason(check.sentence()));
            }
            answer(callback, check.code(), check.sentence());
            events.failed("loginRoom", check);
            return;
        }
        dependants.onLogin();
        RoomSession session = rooms.login(request, setup.retryWindows().get().roomNs());
        if (callback != null) {
            callbacks.put(session, callback);
        }
    }

    /// Checks what needs no server.
    ///
    /// @param leaving the room that is left for this one, empty for none
    private ErrorCode check(LoginRequest request, String leaving) {
        if (!setup.problem().isSuccess()) {
            return setup.problem();
        }
        ErrorCode itself = request.check();
        if (!itself.isSuccess()) {
            return itself;
        }
        ErrorCode beside = rooms.checkLogin(request, leaving);
        if (!beside.isSuccess()) {
            return beside;
        }
        return setup.appSign().isEmpty() && request.token().isEmpty()
                ? ErrorCode.ROOM_NO_TOKEN
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Leaves all rooms. In none: done at once.
    public void logoutAll(@Nullable IZegoRoomLogoutCallback callback) {
        List<RoomSession> all = rooms.all();
        Runnable oneDone = lastOf(all.size(), () -> answer(callback, 0));
        for (RoomSession session : all) {
            leave(session, oneDone);
        }
    }

    public void logout(String roomId, @Nullable IZegoRoomLogoutCallback callback) {
        Optional<RoomSession> session = rooms.find(roomId);
        if (session.isPresent()) {
            leave(session.get(), () -> answer(callback, 0));
        } else if (rooms.all().isEmpty()) {
            answer(callback, 0);
        } else {
            refuseLogout("logoutRoom", roomId);
            answer(callback, ErrorCode.ROOM_ROOMID_INCORRECT.code());
        }
    }

    private void refuseLogout(String function, String roomId) {
        ErrorCode wrong = ErrorCode.ROOM_ROOMID_INCORRECT;
        telling.state(
                roomId,
                ZegoRoomStateChangedReason.LOGOUT_FAILED,
                wrong.code(),
                RoomTelling.reason(wrong.sentence()));
        events.failed(function, wrong);
    }

    private void leave(RoomSession session, Runnable done) {
        dependants.onRoomOver(session.roomId(), 0, "", rooms.maySendBeside(session.roomId()));
        if (rooms.all().size() == 1) {
            dependants.onLeavingLastRoom();
        }
        cancelLogin(session, ErrorCode.ROOM_DISCONNECT);
        rooms.logout(session, done);
    }

    /// Leaves all rooms with the engine.
    void end(Runnable done) {
        List<RoomSession> all = rooms.all();
        for (RoomSession session : all) {
            dependants.onRoomOver(session.roomId(), 0, "", false);
            cancelLogin(session, ErrorCode.COMMON_ENGINE_NOT_CREATE);
        }
        dependants.onLeavingLastRoom();
        Runnable oneDone = lastOf(all.size(), done);
        for (RoomSession session : all) {
            rooms.logout(session, oneDone);
        }
    }

    /// Something to run `count` times, of which the last runs `done`; at once if there is none.
    private static Runnable lastOf(int count, Runnable done) {
        if (count == 0) {
            done.run();
        }
        int[] left = {count};
        return () -> {
            if (--left[0] == 0) {
                done.run();
            }
        };
    }

    /// Leaves one room for another with the same user; preview goes on. A request that is wrong in
    /// itself changes nothing; a login that the server refuses leaves the app in neither room.
    public void switchRoom(String fromRoomId, LoginRequest to) {
        Optional<RoomSession> from = rooms.find(fromRoomId);
        if (!from.isPresent()) {
            refuseLogout("switchRoom", fromRoomId);
            return;
        }
        RoomSession session = from.get();
        LoginRequest request =
                new LoginRequest(
                        to.roomId(),
                        session.userId(),
                        session.userName(),
                        to.token(),
                        to.maxMemberCount(),
                        to.userStatusNotify());
        ErrorCode check = check(request, fromRoomId);
        if (check.isSuccess()) {
            dependants.onRoomOver(fromRoomId, 0, "", session.maySend());
            cancelLogin(session, ErrorCode.ROOM_DISCONNECT);
            rooms.logout(session, () -> {});
        }
        login(request, check, null);
    }

    public void renewToken(String roomId, String token) {
        String function = "renewToken";
        Optional<RoomSession> session = rooms.find(roomId);
        if (!session.isPresent()) {
            events.failed(function, ErrorCode.ROOM_ROOMID_INCORRECT);
        } else if (token.isEmpty()) {
            events.failed(function, ErrorCode.COMMON_ILLEGAL_PARAM);
        } else if (!LoginRequest.checkToken(token).isSuccess()) {
            events.failed(function, LoginRequest.checkToken(token));
        } else {
            rooms.renewToken(
                    session.get(),
                    token,
                    new Reply() {
                        @Override
                        public void onAnswer(int code, String message, Answer.Result result) {
                            if (code == 0) {
                                events.succeeded(function);
                            } else {
                                events.failed(function, code, message);
                            }
                        }

                        @Override
                        public void onLost() {}
                    });
        }
    }

    private void cancelLogin(RoomSession session, ErrorCode code) {
        answer(callbacks.remove(session), code.code(), code.sentence());
    }

    private void answer(@Nullable IZegoRoomLoginCallback callback, int code, String message) {
        answer(callback, code, RoomTelling.reason(message));
    }

    private void answer(@Nullable IZegoRoomLoginCallback callback, int code, JSONObject data) {
        if (callback != null) {
            events.run(() -> callback.onRoomLoginResult(code, data));
        }
    }

    private void answer(@Nullable IZegoRoomLogoutCallback callback, int code) {
        if (callback != null) {
            events.run(() -> callback.onRoomLogoutResult(code, new JSONObject()));
        }
    }

    /// What rests on rooms.
    interface Dependants {
        void onLogin();

        void onMaySend(String roomId, boolean sameSession);

        void onChanges(List<RoomChange> changes);

        /// Everything of the room ends.
        ///
        /// @param tellServer whether what is played has to be stopped on the server, which else
        ///   ends with the last login
        void onRoomOver(String roomId, int code, String message, boolean tellServer);

        /// The app wants out of its last room: preview ends with it.
        void onLeavingLastRoom();
    }

    private final class Watcher implements RoomSession.Listener {
        @Override
        public void onState(
                RoomSession room, ZegoRoomStateChangedReason reason, int code, String message) {
            JSONObject data =
                    reason == ZegoRoomStateChangedReason.LOGINED
                            ? RoomTelling.sessionId(room.sessionId())
                            : RoomTelling.reason(message);
            telling.state(room.roomId(), reason, code, data);
            switch (reason) {
                case LOGINED -> {
                    answer(callbacks.remove(room), 0, data);
                    events.succeeded("loginRoom");
                }
                case LOGIN_FAILED -> {
                    answer(callbacks.remove(room), code, message);
                    events.failed("loginRoom", code, message);
                    ErrorCode noRoom = ErrorCode.COMMON_NOT_LOGIN_ROOM;
                    onOver(room.roomId(), noRoom.code(), noRoom.sentence());
                }
                case KICK_OUT, RECONNECT_FAILED -> onOver(room.roomId(), code, message);
                default -> {}
            }
        }

        private void onOver(String roomId, int code, String message) {
            dependants.onRoomOver(roomId, code, message, rooms.maySendBeside(roomId));
        }

        @Override
        public void onMaySend(RoomSession room, boolean sameSession) {
            dependants.onMaySend(room.roomId(), sameSession);
        }

        @Override
        public void onChanges(RoomSession room, List<RoomChange> changes) {
            telling.changes(room.roomId(), changes);
            dependants.onChanges(changes);
        }

        @Override
        public void onUserCount(RoomSession room, int count) {
            String roomId = room.roomId();
            events.tellLatest("users " + roomId, h -> h.onRoomOnlineUserCountUpdate(roomId, count));
        }

        @Override
        public void onTokenWillExpire(RoomSession room, int remainingSeconds) {
            events.tell(h -> h.onRoomTokenWillExpire(room.roomId(), remainingSeconds));
        }

        @Override
        public void onTokenRefused(RoomSession room, int code, String message) {
            events.failed("renewToken", code, message);
        }

        @Override
        public void onMessage(RoomSession room, ServerMessage message) {
            telling.message(room.roomId(), message);
        }
    }
}
