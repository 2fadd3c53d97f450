package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.Publication.Attempt;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Ends of streams: by the publisher, with its participant, because it did not come back in time,
/// or by the server. Whoever plays the stream is told, and all transports are closed.
final class Unpublishing {
    private final Core core;

    Unpublishing(Core core) {
        this.core = core;
    }

    /// The publisher wants it no longer; nothing if it does not publish it.
    void stop(Realm realm, Participant participant, String streamId) {
        Aftermath aftermath = new Aftermath();
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                return;
            }
            drop(realm, publication, EndReason.NORMAL, aftermath);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
    }

    /// Removes a stream, the room's lock held.
    void drop(Realm realm, Publication publication, EndReason reason, Aftermath aftermath) {
        drop(realm, publication, reason, Player::onPublisherGone, aftermath);
    }

    /// Takes a stream away from its user and tells its client why, the room's lock held.
    ///
    /// @param notice what its players are told
    void takeAway(
            Realm realm,
            Publication publication,
            String sentence,
            BiConsumer<Player, Play> notice,
            Aftermath aftermath) {
        publication.takenAway = sentence;
        drop(realm, publication, EndReason.BY_SERVER, notice, aftermath);
        Participant participant = publication.participant;
        aftermath.notice(() ->
                participant.owner.onTakenAway(
                        participant,
                        publication.streamId,
                        ErrorCode.PUBLISHER_ERROR_SERVER_FORBID,
                        sentence));
    }

    private void drop(
            Realm realm,
            Publication publication,
            EndReason reason,
            BiConsumer<Player, Play> notice,
            Aftermath aftermath) {
        Participant participant = publication.participant;
        participant.publications.remove(publication.streamId, publication);
        if (publication.isAnnounced()) {
            participant.room.streams.remove(publication.streamId, reason);
        }
        List<Play> orphans =
                realm.hubs.on(
                        publication.streamId,
                        hub -> {
                            hub.publication = null;
                            hub.live = null;
                            return hub.takePlays();
                        });
        close(publication.pending, aftermath);
        close(publication.current, aftermath);
        for (Play play : orphans) {
            TransportId transport = play.transport;
            if (transport != null) {
                aftermath.close(transport);
            }
            core.playing.count(realm, play);
            aftermath.notice(() -> notice.accept(play.player, play));
        }
    }

    /// Takes a stream away from the user who publishes it in this room, and tells its client why;
    /// false if nobody does.
    boolean takeAway(Realm realm, Room room, String streamId, String sentence) {
        Aftermath aftermath = new Aftermath();
        room.lock.lock();
        try {
            Optional<Publication> found =
                    realm.hubs
                            .on(streamId, hub -> Optional.ofNullable(hub.publication))
                            .filter(it -> it.participant.room == room);
            if (found.isEmpty()) {
                return false;
            }
            takeAway(realm, found.get(), sentence, Player::onPublisherGone, aftermath);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
        return true;
    }

    private static void close(@Nullable Attempt attempt, Aftermath aftermath) {
        if (attempt != null) {
            aftermath.close(attempt.transport);
        }
    }
}
