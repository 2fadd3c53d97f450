package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.server.control.MediaPlane.Delivery;
import io.freshet.server.control.MediaPlane.TransportId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Playing: a player's offer on its way to what carries the stream, also when that is replaced
/// meanwhile.
final class Playing {
    /// A publisher that reconnects more often than this during one offer is not followed.
    private static final int MAX_ATTEMPTS = 3;

    private enum Outcome {
        ANSWERED,
        /// Stopped or replaced by the player, or ended by the media plane.
        OVER,
        PUBLISHER_GONE,
        PUBLISHER_REPLACED,
        REFUSED
    }

    private final Core core;

    Playing(Core core) {
        this.core = core;
    }

    static Delivery delivery(Project project, ResourceMode asked) throws RequestRefusedException {
        ResourceMode mode = asked == ResourceMode.DEFAULT ? project.defaultResourceMode() : asked;
        if (mode != ResourceMode.L3) {
            return Delivery.FASTEST;
        }
        if (!project.offers(Project.Service.L3)) {
            throw new RequestRefusedException(ErrorCode.PLAYER_NOT_CONFIG_L3);
        }
        return Delivery.STEADY;
    }

    /// Negotiates a play that is among its hub's plays. The answer, or [RequestRefusedException];
    /// then the play is over and the player has been told by [Player#onFailed].
    CompletionStage<String> negotiate(Realm realm, Play play, String offer) {
        CompletableFuture<String> result = new CompletableFuture<>();
        attempt(realm, play, offer, MAX_ATTEMPTS, result);
        return result;
    }

    /// The player no longer wants it.
    void release(Realm realm, Play play) {
        Optional<TransportId> transport =
                realm.hubs.on(
                        play.streamId,
                        hub -> {
                            if (play.over) {
                                return Optional.empty();
                            }
                            hub.end(play);
                            return Optional.ofNullable(play.transport);
                        });
        if (transport.isPresent()) {
            count(realm, play);
            core.media.close(transport.get());
        }
    }

    /// Takes a play that is over from the number of running ones. The hub's lock is not held, so
    /// that nothing begins any more.
    void count(Realm realm, Play play) {
        if (play.answered) {
            core.counters.plays.decrementAndGet();
        }
        reportStop(realm, play);
        realm.occurrences.tell();
    }

    private void reportStop(Realm realm, Play play) {
        RoomOccurrence.RoomLife room = play.startedIn;
        if (room != null) {
            play.startedIn = null;
            realm.occurrences.add(
                    new RoomOccurrence.PlayStopped(room, life(play), Moment.of(core.clock)));
        }
    }

    private void reportStart(Realm realm, StreamHub hub, Play play) {
        Publication publication = hub.publication;
        if (publication == null || play.startedIn != null) {
            return;
        }
        RoomOccurrence.RoomLife room = publication.participant.room.reporter.room();
        play.startedIn = room;
        realm.occurrences.add(
                new RoomOccurrence.PlayStarted(
                        room,
                        life(play),
                        publication.streamSessionId,
                        publication.picture,
                        Moment.of(core.clock)));
    }

    private static RoomOccurrence.PlayLife life(Play play) {
        return new RoomOccurrence.PlayLife(play.playId, play.player.userId(), play.streamId);
    }

    private void attempt(
            Realm realm,
            Play play,
            String offer,
            int attemptsLeft,
            CompletableFuture<String> result) {
        TransportId transport = core.newTransportId();
        Optional<TransportId> live =
                realm.hubs.on(
                        play.streamId,
                        hub -> {
                            if (play.over || hub.live == null) {
                                return Optional.empty();
                            }
                            play.transport = transport;
                            return Optional.of(hub.live);
                        });
        if (live.isEmpty()) {
            finish(realm, play, transport, new NoSuchMedia(), result);
            return;
        }
        TransportId publisher = live.get();
        Events events = new Events(realm, play);
        core.negotiate(() -> core.media.play(transport, publisher, play.delivery, offer, events))
                .whenComplete((answer, failure) -> {
                    Outcome outcome = judge(realm, play, publisher, failure == null, attemptsLeft);
                    switch (outcome) {
                        case ANSWERED -> {
                            core.counters.plays.incrementAndGet();
                            result.complete(answer);
                        }
                        case PUBLISHER_REPLACED -> {
                            core.media.close(transport);
                            attempt(realm, play, offer, attemptsLeft - 1, result);
                        }
                        case OVER, PUBLISHER_GONE ->
                                finish(realm, play, transport, new NoSuchMedia(), result);
                        case REFUSED ->
                                finish(
                                        realm,
                                        play,
                                        transport,
                                        failure == null ? new NoSuchMedia() : failure,
                                        result);
                    }
                });
    }

    private Outcome judge(
            Realm realm, Play play, TransportId publisher, boolean answered, int attemptsLeft) {
        return realm.hubs.on(
                play.streamId,
                hub -> {
                    if (play.over) {
                        return Outcome.OVER;
                    }
                    if (hub.live != null && !hub.live.equals(publisher) && attemptsLeft > 1) {
                        return Outcome.PUBLISHER_REPLACED;
                    }
                    if (answered) {
                        play.answered = true;
                        return Outcome.ANSWERED;
                    }
                    return hub.live == null ? Outcome.PUBLISHER_GONE : Outcome.REFUSED;
                });
    }

    /// Marks that there was nothing to play, which is not the offer's fault.
    private static final class NoSuchMedia extends Exception {
        private static final long serialVersionUID = 1L;

        NoSuchMedia() {
            super("no media", null, false, false);
        }
    }

    private void finish(
            Realm realm,
            Play play,
            TransportId transport,
            Throwable failure,
            CompletableFuture<String> result) {
        core.media.close(transport);
        boolean gone =
                realm.hubs.on(
                        play.streamId,
                        hub -> {
                            boolean streamGone =
                                    play.publisherGone || (!play.over && hub.live == null);
                            hub.end(play);
                            return streamGone;
                        });
        reportStop(realm, play);
        realm.occurrences.tell();
        play.player.onFailed(play, gone);
        RequestRefusedException refusal;
        if (gone && realm.rules.isForbidden(play.streamId)) {
            refusal = core.forbidding.forbiddenToPlay();
        } else if (gone) {
            refusal = new RequestRefusedException(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
        } else if (failure instanceof NoSuchMedia) {
            refusal =
                    new RequestRefusedException(
                            ErrorCode.PLAYER_PLAY_STREAM_FAILED,
                            "The stream was stopped, or played again, before its offer was answered.");
        } else {
            refusal =
                    Publishing.refusal(
                            failure,
                            ErrorCode.PLAYER_PLAY_STREAM_FAILED,
                            ErrorCode.PLAYER_INNER_ERROR);
        }
        result.completeExceptionally(refusal);
    }

    /// What the media plane tells about a player's transport; what concerns a former one is
    /// ignored.
    private final class Events implements MediaPlane.Events {
        private final Realm realm;
        private final Play play;

        Events(Realm realm, Play play) {
            this.realm = realm;
            this.play = play;
        }

        @Override
        public void onConnected(TransportId transport) {
            realm.hubs.on(
                    play.streamId,
                    hub -> {
                        if (isCurrent(transport)) {
                            reportStart(realm, hub, play);
                        }
                        return hub;
                    });
            realm.occurrences.tell();
            tellIfCurrent(transport, MediaState.CONNECTED, "");
        }

        @Override
        public void onInterrupted(TransportId transport) {
            tellIfCurrent(transport, MediaState.INTERRUPTED, "Nothing was heard from the player.");
        }

        @Override
        public void onEnded(TransportId transport, String reason) {
            boolean current =
                    realm.hubs.on(
                            play.streamId,
                            hub -> {
                                if (!isCurrent(transport)) {
                                    return false;
                                }
                                hub.end(play);
                                return true;
                            });
            if (current) {
                count(realm, play);
                play.player.onState(play, MediaState.ENDED, reason);
            }
        }

        private void tellIfCurrent(TransportId transport, MediaState state, String reason) {
            if (realm.hubs.on(play.streamId, _ -> isCurrent(transport))) {
                play.player.onState(play, state, reason);
            }
        }

        private boolean isCurrent(TransportId transport) {
            return !play.over && transport.equals(play.transport);
        }
    }
}
