package io.freshet.server.usage;

import io.freshet.server.control.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One play or publication, counted in whole seconds from its start. Each second belongs to the day
/// (UTC) it began on and to the tier at its end, so that the pieces add up to the whole.
///
/// Time is monotonic; the wall clock is asked once, at the start, for the date.
final class Activity {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MS_PER_S = 1_000;
    private static final long MS_PER_DAY = 86_400_000;

    private record Slot(long epochDay, Tier tier) {}

    private final UsagePiece identity;
    private final Moment start;
    private final Map<Slot, Long> seconds = new LinkedHashMap<>();
    private final Set<Slot> changed = new HashSet<>();
    private Tier tier;
    private long counted; // seconds

    /// @param identity whose day, tier and seconds do not matter
    Activity(UsagePiece identity, Tier tier, Moment start) {
        this.identity = identity;
        this.tier = tier;
        this.start = start;
    }

    void onTier(Tier newTier, long nowNs) {
        countUntil(nowNs);
        tier = newTier;
    }

    void countUntil(long nowNs) {
        long whole = (nowNs - start.nowNs()) / NS_PER_S;
        while (counted < whole) {
            long beginMs = start.wallMs() + counted * MS_PER_S;
            long day = Math.floorDiv(beginMs, MS_PER_DAY);
            long begunBeforeMidnight = Math.ceilDiv((day + 1) * MS_PER_DAY - beginMs, MS_PER_S);
            long count = Math.min(whole - counted, begunBeforeMidnight);
            Slot slot = new Slot(day, tier);
            seconds.merge(slot, count, Long::sum);
            changed.add(slot);
            counted += count;
        }
    }

    /// The pieces that have changed since the last call. Those of past days are forgotten: they
    /// cannot change any more.
    List<UsagePiece> takeChanged() {
        List<UsagePiece> pieces = new ArrayList<>(changed.size());
        for (Slot slot : changed) {
            pieces.add(
                    new UsagePiece(
                            identity.activityId(),
                            LocalDate.ofEpochDay(slot.epochDay),
                            slot.tier,
                            identity.kind(),
                            identity.appId(),
                            identity.roomId(),
                            identity.userId(),
                            identity.streamId(),
                            seconds.getOrDefault(slot, 0L)));
        }
        changed.clear();
        long today = Math.floorDiv(start.wallMs() + counted * MS_PER_S, MS_PER_DAY);
        seconds.keySet().removeIf(slot -> slot.epochDay < today);
        return pieces;
    }
}
