package io.freshet.server.usage;

import java.time.LocalDate;

/// The seconds of one activity on one day in one tier, in all so far: writing a piece again, or a
/// later one over it, never counts anything twice.
///
/// @param day in UTC
public record UsagePiece(
        long activityId,
        LocalDate day,
        Tier tier,
        Kind kind,
        long appId,
        String roomId,
        String userId,
        String streamId,
        long seconds) {

    /// What was done with the stream.
    public enum Kind {
        PLAY,
        PUBLISH
    }

    /// What makes two pieces the same one.
    record Key(long activityId, LocalDate day, Tier tier) {}

    Key key() {
        return new Key(activityId, day, tier);
    }
}
