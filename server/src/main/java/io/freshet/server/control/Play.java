package io.freshet.server.control;

import io.freshet.server.control.MediaPlane.Delivery;
import io.freshet.server.control.MediaPlane.TransportId;
import org.jspecify.annotations.Nullable;

/// One player's playing of one stream. Guarded by the lock of the stream's [StreamHub].
final class Play {
    final String streamId;
    final Player player;
    final Delivery delivery;

    /// The player's side; null until the offer has gone to the media plane.
    @Nullable TransportId transport;

    /// Names this play to observers.
    final long playId;

    /// Where it was told to be; null until its media is connected.
    RoomOccurrence.@Nullable RoomLife startedIn;

    /// The player has its answer.
    boolean answered;

    /// No longer wanted: stopped, replaced, or its publisher is gone.
    boolean over;

    /// Why, if that is the publisher's doing.
    boolean publisherGone;

    Play(long playId, String streamId, Player player, Delivery delivery) {
        this.playId = playId;
        this.streamId = streamId;
        this.player = player;
        this.delivery = delivery;
    }
}
