package io.freshet.server.control;

import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.StreamRule;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Forbidding users and streams from outside. What is set holds at once, also for those who are in
/// already, and outlives the server; the calls wait until it is written down.
public interface ForbidOperations {
    /// What came of forbidding streams or allowing them again.
    enum Outcome {
        DONE,
        /// Of an earlier request than one that was done for one of the streams.
        LATE,
        /// As many streams are forbidden as may be.
        TOO_MANY
    }

    /// Takes privileges from users, in the place of a former rule for the same target. Who may not
    /// log in leaves with [io.freshet.protocol.ErrorCode#ROOM_MANUAL_KICKED_OUT]; who may not
    /// publish stops with [io.freshet.protocol.ErrorCode#PUBLISHER_ERROR_SERVER_FORBID].
    ///
    /// @return when the rule ends; empty if there are as many of its kind as may be
    Optional<UserRule> setUserRule(
            long appId, Target target, Set<Privilege> disabled, Duration effective);

    /// The rules of a kind that are in force.
    List<UserRule> userRules(long appId, Target.Kind kind);

    /// False if there is none.
    boolean deleteUserRule(long appId, Target target);

    /// Keeps a stream's audio, its video or both from its viewers, who notice nothing else, in the
    /// place of a former rule for the same stream of the same room.
    ///
    /// @return empty if there are as many as may be
    Optional<StreamRule> setStreamRule(
            long appId, String roomId, String streamId, Duration effective, Media media);

    /// What a stream rule is for.
    record Media(boolean audio, boolean video) {}

    Optional<StreamRule> streamRule(long appId, String roomId, String streamId);

    void deleteStreamRule(long appId, String roomId, String streamId);

    /// Stops streams and refuses them until they are allowed again. Publishers get
    /// [io.freshet.protocol.ErrorCode#PUBLISHER_ERROR_SERVER_FORBID], players
    /// [io.freshet.protocol.ErrorCode#PLAYER_ERROR_SERVER_FORBID].
    ///
    /// @param sequence grows with each request about a stream
    Outcome forbidStreams(long appId, List<String> streamIds, long sequence);

    /// Allows streams again; those that were not forbidden are passed over.
    Outcome resumeStreams(long appId, List<String> streamIds, long sequence);

    /// The streams that are forbidden, by name.
    List<String> forbiddenStreams(long appId);

    /// Since when a stream is published, in milliseconds since 1970-01-01T00:00:00Z.
    Optional<Long> publishedSince(long appId, String streamId);

    ForbidStatistics statistics();
}
