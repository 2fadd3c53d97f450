package io.freshet.server.control;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Sends a room's new events to everybody in it: one message, encoded once, for all who see the
/// same of them. Only who had a part in them gets one of its own. Guarded by the room's lock.
final class EventFanout {
    private final Room room;
    private final Counters counters;

    /// Logged and not sent yet, in order.
    private final List<RoomEvent> pending = new ArrayList<>();

    /// Whose doings these are, by the version of the last: they do not see their own.
    private final Map<String, Long> acting = new HashMap<>();

    EventFanout(Room room, Counters counters) {
        this.room = room;
        this.counters = counters;
    }

    int pending() {
        return pending.size();
    }

    void add(RoomEvent event) {
        pending.add(event);
        Sight.actor(event).ifPresent(user -> acting.put(user.userId(), event.version()));
    }

    /// Whether the messages before are not sent yet to most: further ones would only add to the
    /// work that is late already.
    boolean isHeldUp(Collection<Participant> participants) {
        int waiting = 0;
        for (Participant participant : participants) {
            waiting += participant.hasWaiting() ? 1 : 0;
        }
        return waiting > participants.size() / 2;
    }

    void flush(Iterable<Participant> participants) {
        if (pending.isEmpty()) {
            return;
        }
        long version = pending.getLast().version();
        Map<Sight, Optional<SharedMessage>> shared = new HashMap<>();
        long sent = 0;
        for (Participant participant : participants) {
            Progress progress = participant.progress;
            if (!participant.isAttached()
                    || progress.eventsBehind
                    || progress.position >= version) {
                continue;
            }
            // Who came in between knows some of the events, by their versions, and skips them.
            boolean acted = acting.getOrDefault(participant.user.userId(), 0L) > progress.position;
            Optional<SharedMessage> message =
                    acted
                            ? message(participant::sees)
                            : shared.computeIfAbsent(
                                    Sight.of(participant), sight -> message(sight::sees));
            sent += deliver(participant, message, version);
        }
        counters.eventsSent.add(sent);
        pending.clear();
        acting.clear();
    }

    private Optional<SharedMessage> message(Predicate<RoomEvent> seen) {
        List<RoomEvent> events = pending.stream().filter(seen).toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SharedMessage(
                                new ServerMessage.RoomEvents(
                                        room.roomId, pending.getLast().version(), events)));
    }

    /// How many events the client gets; those that do not fit into its queue leave it behind.
    private static int deliver(
            Participant participant, Optional<SharedMessage> message, long version) {
        Progress progress = participant.progress;
        if (message.isPresent() && !participant.offer(message.get())) {
            progress.eventsBehind = true;
            return 0;
        }
        progress.position = Math.max(progress.position, version);
        return message.map(m -> ((ServerMessage.RoomEvents) m.message()).events().size()).orElse(0);
    }
}
