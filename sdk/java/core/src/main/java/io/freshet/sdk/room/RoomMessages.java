package io.freshet.sdk.room;

import io.freshet.protocol.Capabilities;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.MessageContents;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.TransparentMessageMode;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.signal.Outcome;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Sends messages, commands and the room's extra info to the others in a room. What can be known
/// here is checked here; the rest is the server's answer. Nothing waits for a connection: a message
/// that cannot go out now fails now.
public final class RoomMessages {
    private static final long RATE_WINDOW_NS = TimeUnit.SECONDS.toNanos(1);

    private final Rooms rooms;
    private final Signalling signalling;
    private final SdkLoop loop;

    /// When the last broadcast messages were sent, for each room that is logged in.
    private final Map<String, ArrayDeque<Long>> broadcasts = new HashMap<>();

    public RoomMessages(Rooms rooms, Signalling signalling, SdkLoop loop) {
        this.rooms = rooms;
        this.signalling = signalling;
        this.loop = loop;
    }

    /// To everybody else in the room, reliable; at most 2 in a second (1009015).
    public void broadcast(String roomId, String message, Outcome outcome) {
        ErrorCode check =
                firstProblem(
                        checkRoom(
                                roomId,
                                Capabilities.ROOM_MESSAGES,
                                ErrorCode.IM_INCONSISTENT_ROOM_ID),
                        MessageContents.checkBroadcastMessage(message));
        if (check.isSuccess()) {
            check = checkRate(roomId);
        }
        send(
                check,
                ErrorCode.IM_SEND_FAILED,
                id -> new ClientMessage.SendBroadcastMessage(id, roomId, message),
                outcome);
    }

    /// To everybody else in the room; may be lost where there are too many.
    public void barrage(String roomId, String message, Outcome outcome) {
        send(
                firstProblem(
                        checkRoom(
                                roomId,
                                Capabilities.ROOM_MESSAGES,
                                ErrorCode.IM_INCONSISTENT_ROOM_ID),
                        MessageContents.checkBarrageMessage(message)),
                ErrorCode.IM_SEND_FAILED,
                id -> new ClientMessage.SendBarrageMessage(id, roomId, message),
                outcome);
    }

    /// Reliable, to some users of the room.
    ///
    /// @param toUserIds none for everybody else in the room
    public void command(String roomId, String command, List<String> toUserIds, Outcome outcome) {
        send(
                firstProblem(
                        checkRoom(
                                roomId,
                                Capabilities.ROOM_MESSAGES,
                                ErrorCode.IM_INCONSISTENT_ROOM_ID),
                        MessageContents.checkCustomCommand(command),
                        MessageContents.checkReceivers(toUserIds)),
                ErrorCode.IM_SEND_FAILED,
                id -> new ClientMessage.SendCustomCommand(id, roomId, command, toUserIds),
                outcome);
    }

    /// Bytes to users of the room, the application's backend or both.
    ///
    /// @param timeoutS after so many seconds without an answer it counts as failed
    public void transparent(
            String roomId,
            TransparentMessageMode mode,
            byte[] content,
            List<String> toUserIds,
            int timeoutS,
            Outcome outcome) {
        Once once = new Once(outcome);
        ErrorCode check =
                firstProblem(
                        checkRoom(
                                roomId,
                                Capabilities.TRANSPARENT_MESSAGES,
                                ErrorCode.IM_INCONSISTENT_ROOM_ID),
                        MessageContents.checkTransparentContent(content),
                        MessageContents.checkReceivers(toUserIds),
                        timeoutS > 0 ? ErrorCode.COMMON_SUCCESS : ErrorCode.COMMON_ILLEGAL_PARAM);
        if (check.isSuccess()) {
            ErrorCode late = ErrorCode.IM_SEND_FAILED;
            once.timer =
                    loop.after(
                            TimeUnit.SECONDS.toNanos(timeoutS),
                            () -> once.onOutcome(late.code(), late.sentence(), 0));
        }
        send(
                check,
                ErrorCode.IM_SEND_FAILED,
                id ->
                        new ClientMessage.SendTransparentMessage(
                                id,
                                roomId,
                                mode,
                                Base64.getEncoder().encodeToString(content),
                                toUserIds),
                once);
    }

    /// Writes the room's one key.
    public void setExtraInfo(String roomId, String key, @Nullable String value, Outcome outcome) {
        if (value == null) {
            ErrorCode missing = MessageContents.checkRoomExtraInfoValue(value);
            outcome.onOutcome(missing.code(), missing.sentence(), 0);
            return;
        }
        send(
                firstProblem(
                        checkRoom(
                                roomId,
                                Capabilities.ROOM_EXTRA_INFO,
                                ErrorCode.ROOM_ROOMID_INCORRECT),
                        MessageContents.checkRoomExtraInfoKey(key),
                        MessageContents.checkRoomExtraInfoValue(value)),
                ErrorCode.ROOM_CONNECT_TEMPORARY_BROKEN,
                id -> new ClientMessage.SetRoomExtraInfo(id, roomId, key, value),
                outcome);
    }

    /// The login is over.
    public void onRoomOver(String roomId) {
        broadcasts.remove(roomId);
    }

    private ErrorCode checkRoom(String roomId, String capability, ErrorCode otherRoom) {
        Optional<RoomSession> room = rooms.find(roomId);
        if (!room.isPresent()) {
            return rooms.all().isEmpty() ? ErrorCode.COMMON_NOT_LOGIN_ROOM : otherRoom;
        }
        if (!room.get().entered()) {
            return ErrorCode.COMMON_NOT_LOGIN_ROOM; // the login has yet to succeed
        }
        return signalling.serves(capability)
                ? ErrorCode.COMMON_SUCCESS
                : ErrorCode.COMMON_SDK_NO_MODULE;
    }

    private ErrorCode checkRate(String roomId) {
        ArrayDeque<Long> sent = broadcasts.computeIfAbsent(roomId, id -> new ArrayDeque<>());
        long nowNs = loop.nowNs();
        while (!sent.isEmpty() && nowNs - sent.peekFirst() >= RATE_WINDOW_NS) {
            sent.removeFirst();
        }
        if (sent.size() >= Limits.BROADCAST_MESSAGES_PER_SECOND_OF_USER) {
            return ErrorCode.IM_BROADCAST_MESSAGE_QPS_OVERLOAD;
        }
        sent.addLast(nowNs);
        return ErrorCode.COMMON_SUCCESS;
    }

    private static ErrorCode firstProblem(ErrorCode... checks) {
        for (ErrorCode check : checks) {
            if (!check.isSuccess()) {
                return check;
            }
        }
        return ErrorCode.COMMON_SUCCESS;
    }

    private void send(
            ErrorCode check,
            ErrorCode whenLost,
            LongFunction<ClientMessage> request,
            Outcome outcome) {
        if (!check.isSuccess()) {
            outcome.onOutcome(check.code(), check.sentence(), 0);
            return;
        }
        signalling.request(
                request,
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result answer) {
                        long messageId =
                                answer instanceof Answer.MessageSent sent ? sent.messageId() : 0;
                        outcome.onOutcome(code, message, messageId);
                    }

                    @Override
                    public void onLost() {
                        outcome.onOutcome(whenLost.code(), whenLost.sentence(), 0);
                    }
                });
    }

    /// Passes on the first outcome: the answer's or the timer's.
    private static final class Once implements Outcome {
        private final Outcome outcome;
        private boolean done;
        private SdkLoop.@Nullable Timer timer;

        Once(Outcome outcome) {
            this.outcome = outcome;
        }

        @Override
        public void onOutcome(int code, String message, long messageId) {
            if (!done) {
                done = true;
                SdkLoop.cancel(timer);
                outcome.onOutcome(code, message, messageId);
            }
        }
    }
}
