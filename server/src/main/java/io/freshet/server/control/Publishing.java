package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.Publication.Attempt;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.Picture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Publishing: claims of stream ids, offers and their transports, and what becomes of a stream when
/// its transport ends.
///
/// A stream is announced to its room as soon as the media plane has answered the publisher's offer:
/// from then on it can be played, and players negotiate while the publisher still connects.
final class Publishing {
    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());

    private final Core core;

    Publishing(Core core) {
        this.core = core;
    }

    /// Publishes a stream, or replaces the transport of one that this participant publishes
    /// already. The answer, or [RequestRefusedException].
    CompletionStage<String> publish(
            Realm realm,
            Participant participant,
            String streamId,
            String extraInfo,
            Devices devices,
            String offer)
            throws RequestRefusedException {
        Attempt attempt = new Attempt(core.newTransportId(), extraInfo, devices);
        Publication publication = begin(realm, participant, streamId, attempt);
        CompletableFuture<String> result = new CompletableFuture<>();
        Events events = new Events(realm, publication, attempt);
        core.negotiate(() -> core.media.publish(attempt.transport, offer, events))
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        onAnswered(realm, publication, attempt, answer, result);
                    } else {
                        onRefused(realm, publication, attempt, failure, result);
                    }
                });
        return result;
    }

    void stop(Realm realm, Participant participant, String streamId) {
        end(realm, participant, streamId, Optional.empty(), EndReason.NORMAL);
    }

    void setExtraInfo(Participant participant, String streamId, String extraInfo)
            throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                throw new RequestRefusedException(
                        ErrorCode.PUBLISHER_UPDATE_EXTRA_INFO_FAILED,
                        "This client does not publish this stream.");
            }
            Attempt pending = publication.pending;
            if (pending != null) {
                pending.extraInfo = extraInfo;
            }
            room.streams.changeExtraInfo(streamId, extraInfo);
        } finally {
            room.lock.unlock();
        }
    }

    void setDevices(Participant participant, String streamId, Devices devices)
            throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                throw new RequestRefusedException(
                        ErrorCode.COMMON_ENGINE_NOT_STARTED,
                        "This client does not publish this stream.");
            }
            Attempt pending = publication.pending;
            if (pending != null) {
                pending.devices = devices;
            }
            room.streams.changeDevices(streamId, devices);
        } finally {
            room.lock.unlock();
        }
    }

    /// Replaces what a participant may do; one that publishes keeps its former grant if the new one
    /// would not let it.
    void renew(Participant participant, Grant grant) throws RequestRefusedException {
        Room room = participant.room;
        room.lock.lock();
        try {
            for (String streamId : participant.publications.keySet()) {
                if (!grant.allowsStream(streamId)) {
                    throw new RequestRefusedException(
                            ErrorCode.ROOM_RENEW_TOKEN_NO_PUBLISH_AUTH_ERROR);
                }
            }
            participant.renew(grant);
        } finally {
            room.lock.unlock();
        }
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

    /// The publisher is connected again: gives it the grace to repair what ended meanwhile. The
    /// room's lock is held.
    void onPublisherBack(Realm realm, Participant participant) {
        for (Publication publication : participant.publications.values()) {
            if (publication.isInterrupted()) {
                awaitRepair(realm, publication);
            }
        }
    }

    private Publication begin(
            Realm realm, Participant participant, String streamId, Attempt attempt)
            throws RequestRefusedException {
        Room room = participant.room;
        Aftermath aftermath = new Aftermath();
        Publication publication;
        room.lock.lock();
        try {
            if (participant.hasLeft()) {
                throw new RequestRefusedException(ErrorCode.COMMON_NOT_LOGIN_ROOM);
            }
            publication = participant.publications.get(streamId);
            if (publication == null) {
                publication = claim(realm, participant, streamId);
            }
            close(publication.pending, aftermath);
            publication.pending = attempt;
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        return publication;
    }

    private Publication claim(Realm realm, Participant participant, String streamId)
            throws RequestRefusedException {
        core.admission.checkPublish(participant.grant(), streamId);
        core.forbidding.requirePublish(realm, participant.visitor());
        if (participant.publications.size() >= core.config.bounds().maxStreamsPerSession()) {
            throw new RequestRefusedException(
                    ErrorCode.PUBLISHER_ERROR_SERVER_FORBID,
                    "This client publishes as many streams as it may at once.");
        }
        Publication claimed = new Publication(participant, streamId);
        boolean free =
                realm.hubs.on(
                        streamId,
                        hub -> {
                            // Under the hub's lock: whoever forbids the stream looks here after.
                            if (hub.publication != null || realm.rules.isForbidden(streamId)) {
                                return false;
                            }
                            hub.publication = claimed;
                            return true;
                        });
        if (!free && realm.rules.isForbidden(streamId)) {
            throw core.forbidding.forbiddenToPublish();
        }
        if (!free) {
            throw new RequestRefusedException(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
        }
        participant.publications.put(streamId, claimed);
        return claimed;
    }

    private void onAnswered(
            Realm realm,
            Publication publication,
            Attempt attempt,
            String answer,
            CompletableFuture<String> result) {
        Room room = publication.participant.room;
        @Nullable Attempt former = null;
        List<Player> waiting = List.of();
        boolean wanted;
        room.lock.lock();
        try {
            wanted = !publication.isOver() && publication.pending == attempt && !attempt.ended;
            if (wanted) {
                former = publication.current;
                waiting = goLive(realm, publication, attempt);
            }
        } finally {
            room.lock.unlock();
        }
        if (!wanted) {
            onRefused(realm, publication, attempt, stoppedMeanwhile(publication), result);
            return;
        }
        core.forbidding.withhold(realm, publication.streamId);
        if (former != null) {
            core.media.replacePublisher(former.transport, attempt.transport);
            core.media.close(former.transport);
        }
        realm.occurrences.tell();
        result.complete(answer);
        for (Player player : waiting) {
            player.onPlayable(publication.streamId);
        }
    }

    private static Exception stoppedMeanwhile(Publication publication) {
        String takenAway = publication.takenAway;
        if (takenAway != null) {
            return new RequestRefusedException(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID, takenAway);
        }
        return new MediaPlane.RefusedException(
                "The stream was stopped, or published again, before its offer was answered.");
    }

    private static List<Player> goLive(Realm realm, Publication publication, Attempt attempt) {
        boolean announced = publication.isAnnounced();
        publication.pending = null;
        publication.current = attempt;
        publication.graceEndsNs = Timers.NEVER;
        Room room = publication.participant.room;
        if (announced) {
            room.streams.changeExtraInfo(publication.streamId, attempt.extraInfo);
            room.streams.changeDevices(publication.streamId, attempt.devices);
        } else {
            Devices devices = attempt.devices;
            publication.streamSessionId =
                    room.streams.publish(
                            new RoomStream(
                                    publication.streamId,
                                    room.userOf(publication.participant),
                                    attempt.extraInfo,
                                    devices.camera(),
                                    devices.microphone()),
                            attempt.videoCodec);
        }
        return realm.hubs.on(
                publication.streamId,
                hub -> {
                    hub.live = attempt.transport;
                    return hub.takeWaiting();
                });
    }

    /// The offer was of no use: a stream that never was live is given up, one that is stays as it
    /// is.
    private void onRefused(
            Realm realm,
            Publication publication,
            Attempt attempt,
            Throwable failure,
            CompletableFuture<String> result) {
        Aftermath aftermath = new Aftermath();
        aftermath.close(attempt.transport);
        Room room = publication.participant.room;
        room.lock.lock();
        try {
            if (!publication.isOver() && publication.pending == attempt) {
                publication.pending = null;
                if (publication.isInterrupted() && publication.participant.isAttached()) {
                    awaitRepair(realm, publication);
                } else if (!publication.isAnnounced()) {
                    drop(realm, publication, EndReason.NORMAL, aftermath);
                }
            }
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
        result.completeExceptionally(
                refusal(
                        failure,
                        ErrorCode.PUBLISHER_PUBLISH_STREAM_FAILED,
                        ErrorCode.PUBLISHER_INNER_ERROR));
    }

    /// What the media plane's failure is to the client: its own mistake, or ours.
    static RequestRefusedException refusal(
            Throwable failure, ErrorCode clientsMistake, ErrorCode ours) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof RequestRefusedException refused) {
            return refused;
        }
        if (cause instanceof MediaPlane.RefusedException && cause.getMessage() != null) {
            return new RequestRefusedException(clientsMistake, cause.getMessage());
        }
        LOG.log(System.Logger.Level.ERROR, "the media plane failed to answer an offer", cause);
        return new RequestRefusedException(ours);
    }

    private void onEnded(Realm realm, Publication publication, Attempt attempt, String reason) {
        Participant participant = publication.participant;
        boolean isCurrent;
        Room room = participant.room;
        room.lock.lock();
        try {
            attempt.ended = true;
            isCurrent = !publication.isOver() && publication.current == attempt;
            if (isCurrent) {
                realm.hubs.on(
                        publication.streamId,
                        hub -> {
                            hub.live = null;
                            return hub;
                        });
                if (participant.isAttached()) {
                    awaitRepair(realm, publication);
                }
            }
        } finally {
            room.lock.unlock();
        }
        if (isCurrent) {
            participant.owner.onPublishEnded(participant, publication.streamId, reason);
        }
    }

    private void awaitRepair(Realm realm, Publication publication) {
        long graceEndsNs = core.clock.nowNs() + core.config.timing().publisherGrace().toNanos();
        publication.graceEndsNs = graceEndsNs;
        core.timers.at(
                graceEndsNs,
                _ ->
                        end(
                                realm,
                                publication.participant,
                                publication.streamId,
                                Optional.of(graceEndsNs),
                                EndReason.DISCONNECTED));
    }

    /// Ends a stream; with a grace only if it is this one that has run out, and if the publisher is
    /// connected: one that is away has until its session ends.
    private void end(
            Realm realm,
            Participant participant,
            String streamId,
            Optional<Long> grace,
            EndReason reason) {
        Aftermath aftermath = new Aftermath();
        Room room = participant.room;
        room.lock.lock();
        try {
            Publication publication = participant.publications.get(streamId);
            if (publication == null) {
                return;
            }
            if (grace.isPresent()
                    && (publication.graceEndsNs != grace.get()
                            || !publication.isInterrupted()
                            || publication.pending != null
                            || !participant.isAttached())) {
                return;
            }
            drop(realm, publication, reason, aftermath);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
    }

    private void tell(Publication publication, MediaState state, String reason) {
        ErrorCode code =
                state == MediaState.CONNECTED
                        ? ErrorCode.COMMON_SUCCESS
                        : ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT;
        publication.participant.owner.onPublishState(
                new PublishStateChanged(publication.streamId, state, code.code(), reason));
    }

    private static void close(@Nullable Attempt attempt, Aftermath aftermath) {
        if (attempt != null) {
            aftermath.close(attempt.transport);
        }
    }

    /// What the media plane tells about one transport; what concerns a former one is ignored.
    private final class Events implements MediaPlane.Events {
        private final Realm realm;
        private final Publication publication;
        private final Attempt attempt;

        Events(Realm realm, Publication publication, Attempt attempt) {
            this.realm = realm;
            this.publication = publication;
            this.attempt = attempt;
        }

        @Override
        public void onConnected(TransportId transport) {
            tellIfCurrent(MediaState.CONNECTED, "");
        }

        @Override
        public void onInterrupted(TransportId transport) {
            tellIfCurrent(MediaState.INTERRUPTED, "Nothing was heard from the publisher.");
        }

        @Override
        public void onEnded(TransportId transport, String reason) {
            Publishing.this.onEnded(realm, publication, attempt, reason);
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
                if (publication.isOver() || publication.current != attempt) {
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

        private void tellIfCurrent(MediaState state, String reason) {
            Room room = publication.participant.room;
            boolean current;
            room.lock.lock();
            try {
                current = !publication.isOver() && publication.current == attempt && !attempt.ended;
            } finally {
                room.lock.unlock();
            }
            if (current) {
                tell(publication, state, reason);
            }
        }
    }
}
