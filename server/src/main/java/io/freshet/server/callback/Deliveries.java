package io.freshet.server.callback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Which callback is to be sent when. Single-threaded, owns no clock.
///
/// Callbacks of one room go one after the other: the next waits until the one before it is
/// delivered or given up. Rooms do not wait for each other, but for a free place: so many in all,
/// and so many of one project, so that a slow backend leaves places to the others. A callback that
/// waits for its next attempt takes no place.
final class Deliveries {
    static final long NEVER = Long.MAX_VALUE;

    /// After each failure; after the last there is none left.
    private static final int[] RETRIES_S = {2, 4, 8, 16, 32};

    private static final long NS_PER_S = 1_000_000_000L;

    /// A callback to be sent.
    record Item(long id, long appId, String roomId, CallbackEvent event, int attempts) {}

    private record Lane(long appId, String roomId) {}

    private record Due(long atNs, long id, Lane lane) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(id, other.id);
        }
    }

    private final int maxInFlight;
    private final int maxInFlightPerProject;
    private final int maxWaiting;

    /// By room, the oldest first; the first may be in flight.
    private final Map<Lane, Deque<Item>> lanes = new HashMap<>();

    /// When the first of each lane that is not in flight may go.
    private final PriorityQueue<Due> due = new PriorityQueue<>();

    private final Map<Long, Lane> inFlight = new HashMap<>();
    private final Map<Long, Integer> inFlightByProject = new HashMap<>();

    /// Due, but their project has all the places it may have.
    private final Map<Long, List<Due>> parked = new HashMap<>();

    /// All there are by age: the oldest is what an overflow drops.
    private final LinkedHashMap<Long, Lane> byAge = new LinkedHashMap<>();

    Deliveries(int maxInFlight, int maxWaiting) {
        this.maxInFlight = maxInFlight;
        this.maxInFlightPerProject = Math.max(1, maxInFlight / 4);
        this.maxWaiting = maxWaiting;
    }

    int size() {
        return byAge.size();
    }

    int inFlight() {
        return inFlight.size();
    }

    /// Adds the newest. Returns the oldest if there is one too many; it is forgotten.
    Optional<Long> add(Item item, long nowNs) {
        Lane lane = new Lane(item.appId, item.roomId);
        Deque<Item> queue = lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>(2));
        queue.addLast(item);
        byAge.put(item.id, lane);
        if (queue.size() == 1) {
            due.add(new Due(nowNs, item.id, lane));
        }
        return byAge.size() > maxWaiting ? dropOldest(nowNs) : Optional.empty();
    }

    /// What is to be sent now; each comes back by [#onDelivered] or [#onFailed].
    List<Item> take(long nowNs) {
        List<Item> taken = new ArrayList<>();
        while (!due.isEmpty() && due.peek().atNs <= nowNs && inFlight.size() < maxInFlight) {
            Due next = due.remove();
            Item item = first(next.lane);
            if (item == null || item.id != next.id || inFlight.containsKey(item.id)) {
                continue; // it was dropped meanwhile
            }
            if (inFlightByProject.getOrDefault(item.appId, 0) >= maxInFlightPerProject) {
                parked.computeIfAbsent(item.appId, _ -> new ArrayList<>()).add(next);
                continue;
            }
            inFlight.put(item.id, next.lane);
            inFlightByProject.merge(item.appId, 1, Integer::sum);
            taken.add(item);
        }
        return taken;
    }

    void onDelivered(long id, long nowNs) {
        Lane lane = land(id);
        if (lane != null) {
            remove(lane, id, nowNs);
        }
    }

    /// It failed: how many attempts there were by now; empty if that was the last, and it is given
    /// up.
    Optional<Integer> onFailed(long id, long nowNs) {
        Lane lane = land(id);
        Item item = lane == null ? null : first(lane);
        if (lane == null || item == null || item.id != id) {
            return Optional.empty(); // dropped while it was in flight
        }
        int attempts = item.attempts + 1;
        if (attempts > RETRIES_S.length) {
            remove(lane, id, nowNs);
            return Optional.empty();
        }
        Deque<Item> queue = lanes.getOrDefault(lane, new ArrayDeque<>());
        queue.removeFirst();
        queue.addFirst(new Item(id, item.appId, item.roomId, item.event, attempts));
        due.add(new Due(nowNs + RETRIES_S[attempts - 1] * NS_PER_S, id, lane));
        return Optional.of(attempts);
    }

    /// When [#take] has something, if nothing changes before.
    long nextTimeoutNs() {
        return due.isEmpty() || inFlight.size() >= maxInFlight ? NEVER : due.peek().atNs;
    }

    private Optional<Long> dropOldest(long nowNs) {
        var oldest = byAge.entrySet().iterator().next();
        long id = oldest.getKey();
        Lane lane = oldest.getValue();
        if (inFlight.containsKey(id)) {
            land(id);
        }
        remove(lane, id, nowNs);
        return Optional.of(id);
    }

    private void remove(Lane lane, long id, long nowNs) {
        byAge.remove(id);
        Deque<Item> queue = lanes.get(lane);
        if (queue == null || queue.isEmpty() || queue.getFirst().id != id) {
            return;
        }
        queue.removeFirst();
        if (queue.isEmpty()) {
            lanes.remove(lane);
        } else {
            due.add(new Due(nowNs, queue.getFirst().id, lane));
        }
    }

    private @Nullable Lane land(long id) {
        Lane lane = inFlight.remove(id);
        if (lane != null) {
            inFlightByProject.computeIfPresent(
                    lane.appId, (_, count) -> count > 1 ? count - 1 : null);
            List<Due> waiting = parked.remove(lane.appId);
            if (waiting != null) {
                due.addAll(waiting);
            }
        }
        return lane;
    }

    private @Nullable Item first(Lane lane) {
        Deque<Item> queue = lanes.get(lane);
        return queue == null ? null : queue.peekFirst();
    }
}
