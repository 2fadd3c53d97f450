package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.Publication.Attempt;
import io.freshet.server.control.RoomOccurrence.Picture;

/// What the media plane tells about one transport of a publisher; what concerns a former one is
/// ignored.
final class PublisherEvents implements MediaPlane.Events {
    private final Core core;
    private final Realm realm;
    private final Publication publication;
    private final Attempt attempt;

    PublisherEvents(Core core, Realm realm, Publication publication, Attempt attempt) {
        this.core = core;
        this.realm = realm;
        this.publication = publication;
        this.attempt = attempt;
    }

    @Override
    public void onConnected(TransportId transport) {
        tellIfCurrent(MediaState.CONNECTED, ErrorCode.COMMON_SUCCESS, "");
    }

    @Override
    public void onInterrupted(TransportId transport) {
        tellIfCurrent(
                MediaState.INTERRUPTED,
                ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT,
                "Nothing was heard from the publisher.");
    }

    @Override
    public void onEnded(TransportId transport, String reason) {
        Participant participant = publication.participant;
        boolean isCurrent;
        Room room = participant.room;
        room.lock.lock();
        try {
            attempt.ended = true;
            isCurrent = carriesTheStream();
            if (isCurrent) {
                realm.hubs.on(
                        publication.streamId,
                        hub -> {
                            hub.live = null;
                            return hub;
                        });
                if (participant.isAttached()) {
                    core.publisherGrace.begin(realm, publication);
                }
            }
        } finally {
            room.lock.unlock();
        }
        if (isCurrent) {
            participant.owner.onPublishEnded(participant, publication.streamId, reason);
        }
    }

    @Override
    public void onVideoCodec(TransportId transport, String codec) {
        attempt.videoCodec = codec;
    }

    @Override
    public void onPicture(TransportId transport, int width, int height) {
        Room room = publication.participant.room;
        room.lock.lock();
        try {
            if (!carriesTheStream()) {
                return;
            }
            Picture picture = Picture.of(width, height);
            realm.hubs.on(
                    publication.streamId,
                    hub -> {
                        publication.picture = picture;
                        room.reporter.onPicture(publication.streamId, picture);
                        return hub;
                    });
        } finally {
            room.lock.unlock();
        }
        realm.occurrences.tell();
    }

    /// The room's lock is held.
    private boolean carriesTheStream() {
        return !publication.isOver() && publication.current == attempt;
    }

    private void tellIfCurrent(MediaState state, ErrorCode code, String reason) {
        Room room = publication.participant.room;
        boolean current;
        room.lock.lock();
        try {
            current = carriesTheStream() && !attempt.ended;
        } finally {
            room.lock.unlock();
        }
        if (current) {
            publication.participant.owner.onPublishState(
                    new PublishStateChanged(publication.streamId, state, code.code(), reason));
        }
    }
}
