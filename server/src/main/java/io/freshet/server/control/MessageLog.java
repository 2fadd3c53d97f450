package io.freshet.server.control;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/// The newest reliable messages of a room, for those that come back or read slowly. Bounded in
/// number and in age: the oldest give way. Guarded by the room's lock.
final class MessageLog {
    /// One message, to everybody if there are no receivers.
    private record Kept(
            long messageId,
            long atNs,
            String fromUserId,
            Set<String> receivers,
            ServerMessage message) {

        boolean concerns(String userId) {
            return !fromUserId.equals(userId)
                    && (receivers.isEmpty() || receivers.contains(userId));
        }
    }

    /// What goes into one notice, and how far it brings its receiver.
    record Batch(ServerMessage message, long lastId) {}

    private final int limit;

    /// Until when a message of a time is kept.
    private final LongUnaryOperator keptUntilNs;

    private final Deque<Kept> kept = new ArrayDeque<>();

    /// Larger than 0 from the start, so that a client that resumes can say that it knows of none:
    /// from one that says 0 nothing is known.
    private long newestId = 1;

    /// The newest message that is not kept any more.
    private long forgottenId;

    MessageLog(int limit, LongUnaryOperator keptUntilNs) {
        this.limit = limit;
        this.keptUntilNs = keptUntilNs;
    }

    long newestId() {
        return newestId;
    }

    int size() {
        return kept.size();
    }

    long nextId() {
        return ++newestId;
    }

    /// Keeps a message whose id was the newest when it was made.
    void keep(
            long messageId,
            long nowNs,
            String fromUserId,
            Set<String> receivers,
            ServerMessage message) {
        kept.addLast(new Kept(messageId, nowNs, fromUserId, receivers, message));
        while (kept.size() > limit || keptUntilNs.applyAsLong(kept.getFirst().atNs) < nowNs) {
            removeOldest();
        }
    }

    /// From which message on, after the one named, nothing is missing here.
    long completeFrom(long messageId) {
        return Math.max(messageId, forgottenId);
    }

    /// The next messages for a user after the one named, as many as fit into one notice; none if
    /// there are no more.
    Optional<Batch> after(long messageId, String userId) {
        List<RoomMessage> messages = new ArrayList<>();
        String roomId = "";
        long last = messageId;
        for (Kept one : kept) {
            if (one.messageId <= messageId || !one.concerns(userId)) {
                continue;
            }
            if (!(one.message instanceof ServerMessage.BroadcastMessages broadcast)) {
                if (messages.isEmpty()) {
                    return Optional.of(new Batch(one.message, one.messageId));
                }
                break;
            }
            messages.addAll(broadcast.messages());
            roomId = broadcast.roomId();
            last = one.messageId;
            if (messages.size() == Limits.MESSAGES_MAX_COUNT) {
                break;
            }
        }
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Batch(new ServerMessage.BroadcastMessages(roomId, messages), last));
    }

    private void removeOldest() {
        forgottenId = kept.removeFirst().messageId;
    }
}
