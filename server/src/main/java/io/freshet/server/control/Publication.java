package io.freshet.server.control;

import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.time.Timers;
import org.jspecify.annotations.Nullable;

/// A stream that a participant publishes, from its first offer on. Guarded by the room's lock.
///
/// It is announced once the media plane has answered an offer, and stays so over later offers,
/// which replace the transport. It ends with its participant, when it is stopped, or when its
/// transport has ended and no offer came within the grace.
final class Publication {
    /// One offer and the transport made for it.
    static final class Attempt {
        final TransportId transport;

        /// What the stream's extra info is to be.
        String extraInfo;

        /// How its devices are to fare.
        Devices devices;

        /// The media plane said that it is gone.
        boolean ended;

        /// Of the answer; empty without video. Written before the answer is there.
        volatile String videoCodec = "";

        Attempt(TransportId transport, String extraInfo, Devices devices) {
            this.transport = transport;
            this.extraInfo = extraInfo;
            this.devices = devices;
        }
    }

    final Participant participant;
    final String streamId;

    /// The newest offer while it is not answered.
    @Nullable Attempt pending;

    /// What carries the stream; null until the first answer.
    @Nullable Attempt current;

    /// Names its life; 0 until it is announced.
    long streamSessionId;

    /// What is seen of it.
    RoomOccurrence.Picture picture = RoomOccurrence.Picture.NONE;

    /// Why the server has taken it away.
    @Nullable String takenAway;

    /// When it is given up, if its transport has ended and the publisher is connected.
    long graceEndsNs = Timers.NEVER;

    Publication(Participant participant, String streamId) {
        this.participant = participant;
        this.streamId = streamId;
    }

    boolean isAnnounced() {
        return current != null;
    }

    boolean isInterrupted() {
        return current != null && current.ended;
    }

    boolean isOver() {
        return participant.publications.get(streamId) != this;
    }
}
