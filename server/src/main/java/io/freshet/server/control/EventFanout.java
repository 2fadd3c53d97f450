package io.freshet.server.control;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends a room's new events to everybody in it: one message, encoded once, for all who see the
/// same of them. Only who had a part in them, or came in between, gets one of its own. Guarded by
/// the room's lock.
final class EventFanout {
    /// What makes a difference to which events a client sees, besides who it is.
    private record Sight(boolean users, boolean roomExtraInfo, boolean deviceStates) {
        static Sight of(Participant participant) {
            ClientAbilities abilities = participant.abilities();
            return new Sight(
                    participant.seesUsers(), abilities.roomExtraInfo(), abilities.deviceStates());
        }
    }

    private final Room room;
    private final Counters counters;

    /// Logged and not sent yet, in order.
    private final List<RoomEvent> pending = new ArrayList<>();

    /// Whose doings these are: they do not see their own.
    private final Set<String> acting = new HashSet<>();

    EventFanout(Room room, Counters counters) {
        this.room = room;
        this.counters = counters;
    }

    int pending() {
        return pending.size();
    }

    void add(RoomEvent event) {
        pending.add(event);
        actor(event).ifPresent(user -> acting.add(user.userId()));
    }

    void flush(Iterable<Participant> participants) {
        if (pending.isEmpty()) {
            return;
        }
        long before = pending.getFirst().version() - 1;
        long version = pending.getLast().version();
        Map<Sight, Optional<SharedMessage>> shared = new HashMap<>();
        long sent = 0;
        for (Participant participant : participants) {
            Progress progress = participant.progress;
            if (!participant.isAttached() || progress.eventsBehind) {
                continue;
            }
            if (progress.position > before || acting.contains(participant.user.userId())) {
                sent += deliver(participant, own(participant), version);
            } else {
                sent +=
                        deliver(
                                participant,
                                shared.computeIfAbsent(
                                        Sight.of(participant), _ -> message(participant)),
                                version);
            }
        }
        counters.eventsSent.add(sent);
        pending.clear();
        acting.clear();
    }

    private Optional<SharedMessage> own(Participant participant) {
        return participant.progress.position >= pending.getLast().version()
                ? Optional.empty()
                : message(participant);
    }

    private Optional<SharedMessage> message(Participant viewer) {
        List<RoomEvent> events = new ArrayList<>(pending.size());
        for (RoomEvent event : pending) {
            if (event.version() > viewer.progress.position && viewer.sees(event)) {
                events.add(event);
            }
        }
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

    private static Optional<RoomUser> actor(RoomEvent event) {
        return switch (event) {
            case RoomEvent.UserJoined(var _, var user) -> Optional.of(user);
            case RoomEvent.UserLeft(var _, var user) -> Optional.of(user);
            case RoomEvent.StreamAdded(var _, var stream) -> Optional.of(stream.user());
            case RoomEvent.StreamRemoved(var _, var stream, var _) -> Optional.of(stream.user());
            case RoomEvent.StreamExtraInfoChanged(var _, var stream) -> Optional.of(stream.user());
            case RoomEvent.StreamDeviceStatesChanged(var _, var stream) ->
                    Optional.of(stream.user());
            case RoomEvent.RoomExtraInfoChanged _ -> Optional.empty();
        };
    }
}
