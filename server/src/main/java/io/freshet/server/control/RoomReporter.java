package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.Picture;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.control.RoomOccurrence.StreamLife;
import io.freshet.server.control.RoomOccurrence.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writes down what happens in one life of a room, for the observer. Guarded by the room's lock.
final class RoomReporter {
    private static final int TOKEN_VERSION = 4;

    private final RoomLife room;
    private final ControlClock clock;
    private final RandomIds ids;
    private final OccurrenceRelay relay;

    /// Users that are in, by userID.
    private final Map<String, Visit> visits = new HashMap<>();

    /// Streams that are there, by stream id.
    private final Map<String, StreamLife> streams = new HashMap<>();

    private boolean created;
    private boolean quiet;
    private long userUpdates;
    private long streamUpdates;
    private EndReason lastReason = EndReason.NORMAL;

    RoomReporter(RoomLife room, ControlClock clock, RandomIds ids, OccurrenceRelay relay) {
        this.room = room;
        this.clock = clock;
        this.ids = ids;
        this.relay = relay;
    }

    RoomLife room() {
        return room;
    }

    /// A user's first presence began.
    void onUserJoined(RoomUser user, Participant participant) {
        Moment now = Moment.of(clock);
        if (!created) {
            created = true;
            relay.add(new RoomOccurrence.RoomCreated(room, user.userId(), now));
        }
        Visit visit =
                new Visit(
                        user.userId(),
                        user.userName(),
                        ids.newNumericId(),
                        participant.grant().hasExpiry() ? TOKEN_VERSION : 0,
                        participant.isRelogin(),
                        now);
        visits.put(user.userId(), visit);
        relay.add(new RoomOccurrence.UserLoggedIn(room, visit, ++userUpdates, now));
    }

    /// A user's last presence ended.
    void onUserLeft(RoomUser user, EndReason reason) {
        lastReason = reason;
        Visit visit = visits.remove(user.userId());
        if (visit != null) {
            relay.add(
                    new RoomOccurrence.UserLoggedOut(
                            room, visit, reason, ++userUpdates, Moment.of(clock)));
        }
    }

    /// A stream can be played; returns the id of its life.
    long onStreamPublished(RoomStream stream, String videoCodec) {
        return onStreamAdded(life(stream, false, "", videoCodec));
    }

    void onStreamInjected(RoomStream stream, String title) {
        onStreamAdded(life(stream, true, title, ""));
    }

    private StreamLife life(RoomStream stream, boolean injected, String title, String videoCodec) {
        return new StreamLife(
                stream.streamId(),
                ids.newNumericId(),
                stream.user().userId(),
                stream.user().userName(),
                injected,
                title,
                stream.extraInfo(),
                videoCodec,
                Moment.of(clock));
    }

    private long onStreamAdded(StreamLife life) {
        streams.put(life.streamId(), life);
        relay.add(new RoomOccurrence.StreamCreated(room, life, ++streamUpdates, life.since()));
        return life.streamSessionId();
    }

    void onStreamRemoved(RoomStream stream, EndReason reason) {
        StreamLife life = streams.remove(stream.streamId());
        if (life != null) {
            StreamLife last = life.withExtraInfo(stream.extraInfo());
            relay.add(
                    new RoomOccurrence.StreamClosed(
                            room, last, reason, ++streamUpdates, Moment.of(clock)));
        }
    }

    Optional<Visit> visit(String userId) {
        return Optional.ofNullable(visits.get(userId));
    }

    Optional<StreamLife> stream(String streamId) {
        return Optional.ofNullable(streams.get(streamId));
    }

    void onPicture(String streamId, Picture picture) {
        StreamLife life = streams.get(streamId);
        if (life != null) {
            relay.add(
                    new RoomOccurrence.PictureChanged(
                            room, life.streamSessionId(), picture, Moment.of(clock)));
        }
    }

    /// The backend does not want to be told of the room's end.
    void keepClosingQuiet() {
        quiet = true;
    }

    void onClosed() {
        if (created) {
            relay.add(new RoomOccurrence.RoomClosed(room, lastReason, quiet, Moment.of(clock)));
        }
    }
}
