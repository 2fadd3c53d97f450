package io.freshet.sdk.room;

import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One login of one room, from `loginRoom` to its end.
///
/// States, what leads on, and what the app is told:
/// - LOGGING_IN (LOGINING): sends the login whenever the connection is ready. Success: LOGGED_IN;
///   refusal, or the retry window used up (1002053): OVER (LOGIN_FAILED).
/// - LOGGED_IN (LOGINED, RECONNECTED): the connection breaks: RECONNECTING; kicked: OVER
///   (KICK_OUT).
/// - RECONNECTING (RECONNECTING 1002051): sends the login with what it needs to resume. Success:
///   LOGGED_IN; a kick meanwhile: OVER (KICK_OUT); refusal or window used up: OVER
///   (RECONNECT_FAILED).
/// - LEAVING: logout sent; its answer, a lost connection or 2 s: OVER (LOGOUT).
///
/// A refusal for calling too often is no end: the login is sent again after a pause.
public final class RoomSession {
    /// An app may wait for the logout before it lets its process die; not for long.
    static final long LOGOUT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);

    private final Signalling signalling;
    private final SdkLoop loop;
    private final long retryWindowNs;
    private final ReconnectPolicy pauses;
    private final Listener listener;
    private final RoomView view;

    private LoginRequest login;
    private State state = State.LOGGING_IN;

    /// Whether this connection carries the login, so that requests may follow it.
    private boolean loginSent;

    private @Nullable String resumeKey;
    private String sessionId = "";

    /// The last broadcast message or custom command that came or will not come any more.
    private long messageId;

    /// Whether the server has yet to confirm the newest token: resuming does not look at it.
    private boolean tokenOwed;

    private int refusals;
    private SdkLoop.@Nullable Timer windowTimer;
    private SdkLoop.@Nullable Timer pauseTimer;
    private @Nullable Runnable whenLoggedOut;

    RoomSession(
            LoginRequest login,
            Signalling signalling,
            SdkLoop loop,
            long retryWindowNs,
            ReconnectPolicy pauses,
            Listener listener) {
        this.login = login;
        this.signalling = signalling;
        this.loop = loop;
        this.retryWindowNs = retryWindowNs;
        this.pauses = pauses;
        this.listener = listener;
        view = new RoomView(login.userId(), login.userStatusNotify());
    }

    public String roomId() {
        return login.roomId();
    }

    public String userId() {
        return login.userId();
    }

    public String userName() {
        return login.userName();
    }

    /// The server's name for this life of the room; empty before the login has succeeded.
    public String sessionId() {
        return sessionId;
    }

    public List<RoomStream> streams() {
        return view.streams();
    }

    public Optional<RoomStream> stream(String streamId) {
        return view.stream(streamId);
    }

    /// Whether the login has succeeded once, be the connection there now or not.
    public boolean entered() {
        return state == State.LOGGED_IN || state == State.RECONNECTING;
    }

    /// Whether the login is through on the present connection.
    public boolean loggedIn() {
        return state == State.LOGGED_IN;
    }

    /// Whether requests of this room may be sent now: its login is on the connection before them.
    public boolean maySend() {
        return loginSent && state != State.LEAVING && state != State.OVER && signalling.ready();
    }

    void start() {
        listener.onState(this, ZegoRoomStateChangedReason.LOGINING, 0, "");
        startWindow();
        signalling.start();
        onSignalReady();
    }

    void onSignalReady() {
        if (signalling.ready() && (state == State.LOGGING_IN || state == State.RECONNECTING)) {
            sendLogin();
        }
    }

    void onSignalBroken() {
        loginSent = false;
        SdkLoop.cancel(pauseTimer);
        if (state == State.LEAVING) {
            finishLogout();
        } else if (state == State.LOGGED_IN) {
            state = State.RECONNECTING;
            startWindow();
            listener.onState(
                    this,
                    ZegoRoomStateChangedReason.RECONNECTING,
                    ErrorCode.ROOM_CONNECT_TEMPORARY_BROKEN.code(),
                    ErrorCode.ROOM_CONNECT_TEMPORARY_BROKEN.sentence());
        }
    }

    /// The server refuses this client altogether.
    void onSignalRefused(int code, String message) {
        if (state == State.LEAVING) {
            finishLogout();
        } else {
            onRefused(code, message);
        }
    }

    void onEvents(long version, List<RoomEvent> events) {
        if (state == State.LOGGED_IN) {
            tell(view.onEvents(version, events));
        }
    }

    void onSnapshot(long version, Answer.Snapshot snapshot) {
        if (state == State.LOGGED_IN) {
            tell(view.onSnapshot(version, snapshot));
            listener.onUserCount(this, snapshot.userCount());
        }
    }

    void onPage(ServerMessage.RoomPage page) {
        if (state == State.LOGGED_IN) {
            tell(view.onPage(page.version(), page.users(), page.streams(), page.more()));
        }
    }

    /// Passes on what is new of them: after a resume the server may repeat some.
    void onBroadcasts(List<RoomMessage> messages) {
        if (state != State.LOGGED_IN) {
            return;
        }
        List<RoomMessage> news = new ArrayList<>();
        for (RoomMessage message : messages) {
            if (message.messageId() > messageId) {
                messageId = message.messageId();
                news.add(message);
            }
        }
        if (!news.isEmpty()) {
            listener.onMessage(this, new ServerMessage.BroadcastMessages(roomId(), news));
        }
    }

    void onCommand(ServerMessage.CustomCommand command) {
        if (state == State.LOGGED_IN && command.messageId() > messageId) {
            messageId = command.messageId();
            listener.onMessage(this, command);
        }
    }

    /// What is never repeated.
    void onUnreliable(ServerMessage message) {
        if (state == State.LOGGED_IN) {
            listener.onMessage(this, message);
        }
    }

    void onUserCount(int count) {
        if (state == State.LOGGED_IN) {
            listener.onUserCount(this, count);
        }
    }

    void onTokenWillExpire(int remainingSeconds) {
        if (state == State.LOGGED_IN) {
            listener.onTokenWillExpire(this, remainingSeconds);
        }
    }

    /// What is kicked before the login is answered was an earlier login of the room, which the app
    /// has left already; the answer, still on its way, says what becomes of this one.
    void onKickedOut(int code, String message) {
        if (state == State.LOGGED_IN || state == State.RECONNECTING) {
            end(ZegoRoomStateChangedReason.KICK_OUT, code, message);
        }
    }

    /// For the next login of this room; and told to the server, at the latest after coming back.
    void renewToken(String token, Reply reply) {
        login = login.withToken(token);
        tokenOwed = true;
        if (maySend()) {
            sendToken(reply);
        } else {
            reply.onAnswer(0, "", Answer.None.INSTANCE);
        }
    }

    private void sendToken(Reply reply) {
        String token = login.token();
        signalling.request(
                id -> new ClientMessage.RenewToken(id, roomId(), token),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        if (token.equals(login.token())) {
                            tokenOwed = false;
                        }
                        reply.onAnswer(code, message, result);
                    }

                    @Override
                    public void onLost() {
                        reply.onLost();
                    }
                });
    }

    /// @param done called once, after the app has been told LOGOUT
    void logout(Runnable done) {
        whenLoggedOut = done;
        boolean tellServer = maySend();
        state = State.LEAVING;
        SdkLoop.cancel(windowTimer);
        SdkLoop.cancel(pauseTimer);
        if (!tellServer) {
            finishLogout();
            return;
        }
        windowTimer = loop.after(LOGOUT_TIMEOUT_NS, this::finishLogout);
        signalling.request(
                id -> new ClientMessage.Logout(id, roomId()),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        finishLogout();
                    }

                    @Override
                    public void onLost() {
                        finishLogout();
                    }
                });
    }

    /// Ends a logout under way without waiting for the server any longer.
    void finishLogout() {
        if (state != State.LEAVING) {
            return;
        }
        end(ZegoRoomStateChangedReason.LOGOUT, 0, "");
        Runnable done = whenLoggedOut;
        if (done != null) {
            whenLoggedOut = null;
            done.run();
        }
    }

    private void sendLogin() {
        String key = resumeKey;
        ClientMessage.Resume resume =
                key == null ? null : new ClientMessage.Resume(key, view.resumeVersion(), messageId);
        LoginRequest request = login;
        loginSent = true;
        signalling.request(
                id ->
                        new ClientMessage.Login(
                                id,
                                request.roomId(),
                                request.userId(),
                                request.userName(),
                                request.token().isEmpty() ? null : request.token(),
                                request.maxMemberCount(),
                                request.userStatusNotify(),
                                resume),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        if (state != State.LOGGING_IN && state != State.RECONNECTING) {
                            return;
                        }
                        if (code == 0 && result instanceof Answer.LoggedIn loggedIn) {
                            onLoggedIn(loggedIn);
                        } else {
                            onRefused(
                                    code == 0 ? ErrorCode.ROOM_INNER_ERROR.code() : code, message);
                        }
                    }

                    @Override
                    public void onLost() {}
                });
        if (state == State.LOGGING_IN) {
            listener.onMaySend(this, true);
        }
    }

    private void onLoggedIn(Answer.LoggedIn loggedIn) {
        boolean resuming = state == State.RECONNECTING;
        boolean sameSession =
                loggedIn.state() instanceof Answer.Missed || loggedIn.resumeKey().equals(resumeKey);
        state = State.LOGGED_IN;
        refusals = 0;
        SdkLoop.cancel(windowTimer);
        resumeKey = loggedIn.resumeKey();
        messageId =
                loggedIn.roomSessionId().equals(sessionId)
                        ? Math.max(messageId, loggedIn.messageId())
                        : loggedIn.messageId();
        sessionId = loggedIn.roomSessionId();
        listener.onState(
                this,
                resuming
                        ? ZegoRoomStateChangedReason.RECONNECTED
                        : ZegoRoomStateChangedReason.LOGINED,
                0,
                "");
        if (loggedIn.state() instanceof Answer.Snapshot snapshot) {
            tell(view.onSnapshot(loggedIn.version(), snapshot));
            listener.onUserCount(this, snapshot.userCount());
        } else if (loggedIn.state() instanceof Answer.Missed missed) {
            tell(view.onEvents(loggedIn.version(), missed.events()));
        }
        if (resuming) {
            listener.onMaySend(this, sameSession);
        }
        if (tokenOwed) {
            sendToken(tokenReply());
        }
    }

    /// The app was answered when it gave the token; a refusal is news all the same.
    private Reply tokenReply() {
        return new Reply() {
            @Override
            public void onAnswer(int code, String message, Answer.Result result) {
                if (code != 0) {
                    listener.onTokenRefused(RoomSession.this, code, message);
                }
            }

            @Override
            public void onLost() {}
        };
    }

    private void onRefused(int code, String message) {
        loginSent = false;
        if (Signalling.isTooFrequent(code)) {
            pauseTimer = loop.after(pauses.delayNs(++refusals), this::onSignalReady);
        } else if (state == State.LOGGING_IN) {
            end(ZegoRoomStateChangedReason.LOGIN_FAILED, code, message);
        } else if (isKick(code)) {
            end(ZegoRoomStateChangedReason.KICK_OUT, code, message);
        } else {
            end(ZegoRoomStateChangedReason.RECONNECT_FAILED, code, message);
        }
    }

    private void startWindow() {
        SdkLoop.cancel(windowTimer);
        windowTimer =
                loop.after(
                        retryWindowNs,
                        () ->
                                end(
                                        state == State.LOGGING_IN
                                                ? ZegoRoomStateChangedReason.LOGIN_FAILED
                                                : ZegoRoomStateChangedReason.RECONNECT_FAILED,
                                        ErrorCode.ROOM_RETRY_TIMEOUT.code(),
                                        ErrorCode.ROOM_RETRY_TIMEOUT.sentence()));
    }

    private void end(ZegoRoomStateChangedReason reason, int code, String message) {
        state = State.OVER;
        loginSent = false;
        SdkLoop.cancel(windowTimer);
        SdkLoop.cancel(pauseTimer);
        listener.onState(this, reason, code, message);
    }

    private void tell(List<RoomChange> changes) {
        if (!changes.isEmpty()) {
            listener.onChanges(this, changes);
        }
    }

    private static boolean isKick(int code) {
        return code == ErrorCode.ROOM_KICKED_OUT.code()
                || code == ErrorCode.ROOM_MANUAL_KICKED_OUT.code()
                || code == ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT.code()
                || code == ErrorCode.ROOM_SESSION_EXCEPTION_KICKED_OUT.code();
    }

    private enum State {
        LOGGING_IN,
        LOGGED_IN,
        RECONNECTING,
        LEAVING,
        OVER
    }

    /// What a login tells; on the loop, in the order the app is to hear of it.
    public interface Listener {
        /// LOGIN_FAILED, RECONNECT_FAILED, KICK_OUT and LOGOUT are the last call.
        void onState(RoomSession room, ZegoRoomStateChangedReason reason, int code, String message);

        /// Requests of this room may be sent from now on.
        ///
        /// @param sameSession false when the server remembers nothing of what was published and
        ///   played before
        void onMaySend(RoomSession room, boolean sameSession);

        void onChanges(RoomSession room, List<RoomChange> changes);

        void onUserCount(RoomSession room, int count);

        void onTokenWillExpire(RoomSession room, int remainingSeconds);

        /// A renewed token that could only be sent later was not accepted.
        void onTokenRefused(RoomSession room, int code, String message);

        /// A message of another user: one of the four notices there are, each message once.
        void onMessage(RoomSession room, ServerMessage message);
    }
}
