package io.freshet.server.control;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.time.Timers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/// Sends a room's new events to everybody in it: one message, encoded once, for all who see the
/// same of them. Only who had a part in them gets one of its own. Guarded by the room's lock.
///
/// In a small room everybody is told at once. In a large room events are gathered, and its users
/// are told in turn, a portion of them at a time and each once in an interval: between two portions
/// the server gets to everything else, logins before all, however many there are to be told.
final class EventFanout {
    /// The interval of a large room for each user in it: so no room has more than 100,000 messages
    /// to send in a second.
    private static final long INTERVAL_PER_USER_NS = 10_000;

    /// The next portion waits as long as the server is not done with the one before: looked at so
    /// often in the time between two portions ...
    private static final int LOOKS_PER_PORTION = 4;

    /// ... and for at most nine times as long again.
    private static final int MAX_POSTPONED = 9 * LOOKS_PER_PORTION;

    private final Room room;
    private final ControlClock clock;
    private final Timers timers;
    private final Counters counters;
    private final ControlConfig.Fanout config;

    /// Everybody in the room. Who was told longest ago is the first and told next.
    private final SequencedSet<Participant> turns = new LinkedHashSet<>();

    /// What the first of them has not been told, in order.
    private final Deque<RoomEvent> pending = new ArrayDeque<>();

    /// Whose doings these are, by the version of the last: they do not see their own.
    private final Map<String, Long> acting = new HashMap<>();

    /// Of the newest event.
    private long version;

    private boolean portionPlanned;

    EventFanout(Room room, RoomBasis basis) {
        this.room = room;
        this.clock = basis.clock();
        this.timers = basis.timers();
        this.counters = basis.counters();
        this.config = basis.config().fanout();
    }

    /// Whoever comes is told of the room as it is, and by and by of what happens from now on.
    void enter(Participant participant) {
        participant.toldVersion = version;
        turns.addLast(participant);
    }

    void leave(Participant participant) {
        turns.remove(participant);
    }

    void add(RoomEvent event) {
        version = event.version();
        pending.add(event);
        Sight.actor(event).ifPresent(user -> acting.put(user.userId(), version));
        if (!room.isLarge()) {
            tell(turns.size());
            return;
        }
        while (pending.size() >= Limits.ROOM_EVENTS_MAX_COUNT) {
            tell(config.portion());
        }
        if (!portionPlanned && !pending.isEmpty()) {
            planPortion(spacingNs(), 0);
        }
    }

    /// Between two portions, so that everybody has its turn in an interval.
    private long spacingNs() {
        int users = turns.size();
        long intervalNs = Math.max(config.eventInterval().toNanos(), users * INTERVAL_PER_USER_NS);
        return users <= config.portion() ? intervalNs : intervalNs * config.portion() / users;
    }

    private void planPortion(long delayNs, int postponed) {
        portionPlanned = true;
        timers.at(
                clock.nowNs() + delayNs,
                _ -> {
                    room.lock.lock();
                    try {
                        onPortionDue(postponed);
                    } finally {
                        room.lock.unlock();
                    }
                });
    }

    private void onPortionDue(int postponed) {
        if (postponed < MAX_POSTPONED && isHeldUp()) {
            planPortion(spacingNs() / LOOKS_PER_PORTION, postponed + 1);
            return;
        }
        portionPlanned = false;
        tell(config.portion());
        if (!pending.isEmpty()) {
            planPortion(spacingNs(), 0);
        }
    }

    /// Whether the server has not come to write to most of the last portion: a further one would
    /// only add to the work that is late already.
    private boolean isHeldUp() {
        int looked = 0;
        int waiting = 0;
        for (Participant participant : turns.reversed()) {
            if (looked == config.portion()) {
                break;
            }
            looked++;
            waiting += participant.waitsForServer() ? 1 : 0;
        }
        return waiting > looked / 2;
    }

    /// Tells the next ones, at most so many.
    private void tell(int portion) {
        Map<Sight, Optional<SharedMessage>> shared = new HashMap<>();
        long sent = 0;
        for (int told = 0; told < portion && isSomebodyToTell(); told++) {
            Participant next = turns.getFirst();
            sent += tell(next, shared);
            next.toldVersion = version;
            turns.addLast(next);
        }
        counters.eventsSent.add(sent);
        forgetWhatAllKnow();
    }

    private boolean isSomebodyToTell() {
        return !turns.isEmpty() && turns.getFirst().toldVersion < version;
    }

    private void forgetWhatAllKnow() {
        long known = isSomebodyToTell() ? turns.getFirst().toldVersion : version;
        while (!pending.isEmpty() && pending.getFirst().version() <= known) {
            RoomEvent past = pending.removeFirst();
            Sight.actor(past).ifPresent(user -> acting.remove(user.userId(), past.version()));
        }
    }

    /// Returns how many events the participant gets.
    private int tell(Participant participant, Map<Sight, Optional<SharedMessage>> shared) {
        Progress progress = participant.progress;
        if (!participant.isAttached() || progress.eventsBehind || progress.position >= version) {
            return 0;
        }
        // Who came in between knows some of the events, by their versions, and skips them.
        boolean acted = acting.getOrDefault(participant.user.userId(), 0L) > progress.position;
        Optional<SharedMessage> message =
                acted
                        ? message(participant::sees)
                        : shared.computeIfAbsent(
                                Sight.of(participant), sight -> message(sight::sees));
        return deliver(participant, message);
    }

    private Optional<SharedMessage> message(Predicate<RoomEvent> seen) {
        List<RoomEvent> events = pending.stream().filter(seen).toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SharedMessage(
                                new ServerMessage.RoomEvents(room.roomId, version, events)));
    }

    /// How many events the client gets; those that do not fit into its queue leave it behind. One
    /// for whom there is none stays at its version, which it has to be told with what comes next.
    private int deliver(Participant participant, Optional<SharedMessage> message) {
        if (message.isEmpty()) {
            return 0;
        }
        Progress progress = participant.progress;
        if (!participant.offer(message.get())) {
            progress.eventsBehind = true;
            return 0;
        }
        progress.position = version;
        return ((ServerMessage.RoomEvents) message.get().message()).events().size();
    }
}
