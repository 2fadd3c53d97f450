package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.server.control.Publication.Attempt;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.time.Timers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Publishing: claims of stream ids, and offers on their way to a transport that carries the
/// stream. What happens to the transport then is [PublisherEvents]'; the stream's end is
/// [Unpublishing]'s.
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
        PublisherEvents events = new PublisherEvents(core, realm, publication, attempt);
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
            Attempt former = publication.pending;
            if (former != null) {
                aftermath.close(former.transport);
            }
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
                    core.publisherGrace.begin(realm, publication);
                } else if (!publication.isAnnounced()) {
                    core.unpublishing.drop(realm, publication, EndReason.NORMAL, aftermath);
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
}
