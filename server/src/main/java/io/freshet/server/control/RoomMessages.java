package io.freshet.server.control;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.time.RateWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The messages of one room: their numbers, rates, and who gets them. Guarded by the room's lock.
///
/// Reliable ones are kept for those that are away or read slowly. Barrage messages reach nobody
/// whose queue is filling up.
final class RoomMessages {
    private final Room room;
    private final MessageLog log;
    private final RateWindow broadcasts = new RateWindow(Limits.BROADCAST_MESSAGES_PER_SECOND);
    private final RateWindow barrages = new RateWindow(Limits.BARRAGE_MESSAGES_PER_SECOND);
    private final RateWindow commandsToOne =
            new RateWindow(Limits.CUSTOM_COMMANDS_TO_ONE_PER_SECOND);
    private final RateWindow commandsToSeveral =
            new RateWindow(Limits.CUSTOM_COMMANDS_TO_SEVERAL_PER_SECOND);
    private final RateWindow transparentToOne =
            new RateWindow(Limits.TRANSPARENT_MESSAGES_TO_ONE_PER_SECOND);
    private final RateWindow transparentToSeveral =
            new RateWindow(Limits.TRANSPARENT_MESSAGES_TO_SEVERAL_PER_SECOND);

    /// Barrage messages that wait to be sent together.
    private final List<RoomMessage> gathered = new ArrayList<>();

    RoomMessages(Room room, MessageLog log) {
        this.room = room;
        this.log = log;
    }

    boolean mayBroadcast(long nowNs) {
        return broadcasts.tryTake(nowNs);
    }

    boolean mayCommand(List<String> receivers, long nowNs) {
        return (receivers.size() == 1 ? commandsToOne : commandsToSeveral).tryTake(nowNs);
    }

    boolean maySendTransparent(List<String> receivers, long nowNs) {
        return (receivers.size() == 1 ? transparentToOne : transparentToSeveral).tryTake(nowNs);
    }

    RoomMessage broadcast(RoomUser from, String text, long nowNs, long wallMs) {
        RoomMessage message = new RoomMessage(log.nextId(), from, text, wallMs);
        sendReliable(
                message.messageId(),
                nowNs,
                from,
                List.of(),
                new ServerMessage.BroadcastMessages(room.roomId, List.of(message)));
        return message;
    }

    /// A command to those named who are here, or everybody if none is named.
    void command(RoomUser from, String command, List<String> receivers, long nowNs) {
        long messageId = log.nextId();
        sendReliable(
                messageId,
                nowNs,
                from,
                receivers,
                new ServerMessage.CustomCommand(room.roomId, messageId, from, command));
    }

    void transparent(RoomUser from, String content, List<String> receivers) {
        SharedMessage message =
                new SharedMessage(new ServerMessage.TransparentMessage(room.roomId, from, content));
        for (Participant participant : room.receivers(receivers)) {
            if (!participant.owns(from) && participant.abilities().transparentMessages()) {
                participant.deliverIfPossible(message);
            }
        }
    }

    boolean mayBarrage(long nowNs) {
        return barrages.tryTake(nowNs);
    }

    /// A barrage message that reaches nobody, numbered like every other.
    RoomMessage unheard(RoomUser from, String text, long wallMs) {
        return new RoomMessage(log.nextId(), from, text, wallMs);
    }

    /// Takes a barrage message, to be sent with the next [#flushBarrage].
    RoomMessage barrage(RoomUser from, String text, long wallMs) {
        RoomMessage message = unheard(from, text, wallMs);
        gathered.add(message);
        return message;
    }

    boolean hasGathered() {
        return !gathered.isEmpty();
    }

    boolean isFull() {
        return gathered.size() >= Limits.MESSAGES_MAX_COUNT;
    }

    /// Sends the barrage messages that have gathered.
    void flushBarrage(Collection<Participant> participants) {
        if (gathered.isEmpty()) {
            return;
        }
        Set<String> senders = new HashSet<>();
        gathered.forEach(message -> senders.add(message.fromUser().userId()));
        SharedMessage all =
                new SharedMessage(new ServerMessage.BarrageMessages(room.roomId, gathered));
        for (Participant participant : participants) {
            if (!participant.abilities().messages() || participant.isCrowded()) {
                continue;
            }
            if (!senders.contains(participant.user.userId())) {
                participant.deliverIfPossible(all);
                continue;
            }
            List<RoomMessage> ofOthers =
                    gathered.stream()
                            .filter(message -> !participant.owns(message.fromUser()))
                            .toList();
            if (!ofOthers.isEmpty()) {
                participant.deliverIfPossible(
                        new SharedMessage(
                                new ServerMessage.BarrageMessages(room.roomId, ofOthers)));
            }
        }
        gathered.clear();
    }

    /// What a client that knows of reliable messages up to `known` is told with its login.
    long welcome(Participant participant, long known) {
        if (!participant.abilities().messages()) {
            return 0;
        }
        if (known == 0) {
            return log.newestId();
        }
        long from = log.completeFrom(Math.max(known, participant.firstMessageId()));
        if (from < log.newestId()) {
            participant.progress.onMessagesMissed(from);
        }
        return Math.min(from, log.newestId());
    }

    long newestId() {
        return log.newestId();
    }

    int kept() {
        return log.size();
    }

    /// The next that a participant lacks.
    Optional<MessageLog.Batch> missedBy(Participant participant) {
        return log.after(participant.progress.messagePosition, participant.user.userId());
    }

    private void sendReliable(
            long messageId,
            long nowNs,
            RoomUser from,
            List<String> receivers,
            ServerMessage message) {
        log.keep(messageId, nowNs, from.userId(), Set.copyOf(receivers), message);
        SharedMessage shared = new SharedMessage(message);
        for (Participant participant : room.receivers(receivers)) {
            Progress progress = participant.progress;
            if (participant.isAttached()
                    && participant.abilities().messages()
                    && !participant.owns(from)
                    && !progress.messagesBehind
                    && !participant.offer(shared)) {
                progress.onMessagesMissed(messageId - 1);
            }
        }
    }
}
