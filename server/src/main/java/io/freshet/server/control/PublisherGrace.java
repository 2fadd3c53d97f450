package io.freshet.server.control;

import io.freshet.server.control.RoomOccurrence.EndReason;

/// The time that a publisher who is connected has to repair a stream whose transport has ended,
/// before the stream ends. One that is away has until its session ends.
final class PublisherGrace {
    private final Core core;

    PublisherGrace(Core core) {
        this.core = core;
    }

    /// The publisher is connected again: gives it the grace to repair what ended meanwhile. The
    /// room's lock is held.
    void onPublisherBack(Realm realm, Participant participant) {
        for (Publication publication : participant.publications.values()) {
            if (publication.isInterrupted()) {
                begin(realm, publication);
            }
        }
    }

    /// Begins, or begins anew. The room's lock is held.
    void begin(Realm realm, Publication publication) {
        long endsNs = core.clock.nowNs() + core.config.timing().publisherGrace().toNanos();
        publication.graceEndsNs = endsNs;
        core.timers.at(endsNs, _ -> onOver(realm, publication, endsNs));
    }

    private void onOver(Realm realm, Publication publication, long endsNs) {
        Aftermath aftermath = new Aftermath();
        Room room = publication.participant.room;
        room.lock.lock();
        try {
            if (publication.isOver()
                    || publication.graceEndsNs != endsNs
                    || !publication.isInterrupted()
                    || publication.pending != null
                    || !publication.participant.isAttached()) {
                return;
            }
            core.unpublishing.drop(realm, publication, EndReason.DISCONNECTED, aftermath);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
    }
}
