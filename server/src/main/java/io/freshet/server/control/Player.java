package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage.MediaState;

/// Who plays a stream. Called without any lock held.
interface Player {
    String userId();

    /// The stream can be played now.
    void onPlayable(String streamId);

    /// The publisher is gone and the play over; its transport is being closed.
    void onPublisherGone(Play play);

    /// The stream may not be played any more and the play is over; its transport is being closed.
    void onForbidden(Play play);

    /// The play failed before it began, because the stream went away or because of the offer.
    void onFailed(Play play, boolean streamGone);

    /// The state of the media changed; with ENDED the play is over.
    void onState(Play play, MediaState state, String reason);
}
