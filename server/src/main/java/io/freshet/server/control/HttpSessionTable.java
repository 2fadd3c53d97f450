package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sessions over HTTP, by resource id.
final class HttpSessionTable implements HttpSessions {
    private final Core core;

    /// Bounded by the configuration.
    private final ConcurrentHashMap<String, Resource> resources = new ConcurrentHashMap<>();

    HttpSessionTable(Core core) {
        this.core = core;
    }

    private sealed interface Resource permits Publisher, Viewer {
        void end();
    }

    @Override
    public CompletionStage<Opened> publish(
            long appId, String roomId, String streamId, String token, String offer) {
        try {
            Project project = core.admission.project(appId);
            Grant grant = core.admission.checkBearer(project, token, roomId);
            RequestRefusedException.require(Identifiers.checkRoomId(roomId));
            RequestRefusedException.require(Identifiers.checkUserId(grant.userId()));
            RequestRefusedException.require(Identifiers.checkStreamId(streamId));
            core.admission.checkPublish(grant, streamId);
            Realm realm = core.realm(appId);
            Optional<Publisher> former = formerPublisher(realm, roomId, streamId, grant);
            return former.isPresent()
                    ? publishAgain(appId, former.get(), grant, offer)
                    : publishAnew(appId, realm, roomId, streamId, grant, offer);
        } catch (RequestRefusedException e) {
            return refused(e);
        }
    }

    @Override
    public CompletionStage<Opened> play(
            long appId,
            String roomId,
            String streamId,
            String token,
            ResourceMode resourceMode,
            String offer) {
        try {
            Project project = core.admission.project(appId);
            Grant grant = core.admission.checkBearer(project, token, roomId);
            RequestRefusedException.require(Identifiers.checkRoomId(roomId));
            RequestRefusedException.require(Identifiers.checkStreamId(streamId));
            Viewer viewer =
                    new Viewer(
                            core.realm(appId),
                            grant,
                            streamId,
                            Playing.delivery(project, resourceMode));
            String resourceId = add(viewer);
            viewer.resourceId = resourceId;
            if (!viewer.join(roomId)) {
                delete(resourceId);
                throw new RequestRefusedException(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
            }
            core.expiry.watch(appId, viewer);
            return core.playing
                    .negotiate(viewer.realm, viewer.play, offer)
                    .thenApply(answer -> new Opened(resourceId, answer));
        } catch (RequestRefusedException e) {
            return refused(e);
        }
    }

    @Override
    public boolean delete(String resourceId) {
        Resource resource = resources.remove(resourceId);
        if (resource == null) {
            return false;
        }
        core.counters.httpSessions.set(resources.size());
        resource.end();
        return true;
    }

    @Override
    public List<RoomStream> streams(long appId, String roomId, String token)
            throws RequestRefusedException {
        Project project = core.admission.project(appId);
        core.admission.checkBearer(project, token, roomId);
        Optional<Room> room = core.realm(appId).room(roomId);
        if (room.isEmpty()) {
            return List.of();
        }
        room.get().lock.lock();
        try {
            return room.get().streams.all();
        } finally {
            room.get().lock.unlock();
        }
    }

    /// The session with which the same user publishes the same stream already: it has lost its
    /// connection and begins again, before the server has noticed.
    private Optional<Publisher> formerPublisher(
            Realm realm, String roomId, String streamId, Grant grant) {
        return realm.hubs.on(
                streamId,
                hub -> {
                    Publication publication = hub.publication;
                    return publication != null
                                    && publication.participant.owner instanceof Publisher former
                                    && former.participant().room.roomId.equals(roomId)
                                    && former.participant().user.userId().equals(grant.userId())
                            ? Optional.of(former)
                            : Optional.empty();
                });
    }

    private CompletionStage<Opened> publishAnew(
            long appId, Realm realm, String roomId, String streamId, Grant grant, String offer)
            throws RequestRefusedException {
        boolean taken = realm.hubs.on(streamId, hub -> hub.publication != null);
        if (taken) {
            throw new RequestRefusedException(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
        }
        Publisher publisher = new Publisher(realm, streamId);
        publisher.resourceId = add(publisher);
        try {
            publisher.participant =
                    realm.onRoom(
                            roomId,
                            0,
                            room -> {
                                Participant made =
                                        new Participant(
                                                room,
                                                Realm.user(grant.userId(), ""),
                                                publisher,
                                                "",
                                                false,
                                                grant);
                                realm.enter(made);
                                return made;
                            });
            realm.occurrences.tell();
            publisher.participant().watchToken(core.expiry, appId);
            return negotiate(publisher, publisher.resourceId, offer)
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            delete(publisher.resourceId);
                        }
                    });
        } catch (RequestRefusedException e) {
            delete(publisher.resourceId);
            throw e;
        }
    }

    private CompletionStage<Opened> publishAgain(
            long appId, Publisher publisher, Grant grant, String offer)
            throws RequestRefusedException {
        publisher.participant().renew(grant);
        publisher.participant().watchToken(core.expiry, appId);
        String resourceId = core.newKey();
        return negotiate(publisher, resourceId, offer)
                .thenApply(opened -> {
                    if (resources.remove(publisher.resourceId, publisher)) {
                        resources.put(resourceId, publisher);
                        publisher.resourceId = resourceId;
                    }
                    return opened;
                });
    }

    private CompletionStage<Opened> negotiate(Publisher publisher, String resourceId, String offer)
            throws RequestRefusedException {
        return core.publishing
                .publish(
                        publisher.realm,
                        publisher.participant(),
                        publisher.streamId,
                        "",
                        Devices.OPEN,
                        offer)
                .thenApply(answer -> new Opened(resourceId, answer));
    }

    private String add(Resource resource) throws RequestRefusedException {
        if (resources.size() >= core.config.bounds().maxHttpSessions()) {
            throw new RequestRefusedException(
                    ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT,
                    "The server has no place for another session over HTTP.");
        }
        String resourceId = core.newKey();
        resources.put(resourceId, resource);
        core.counters.httpSessions.set(resources.size());
        return resourceId;
    }

    private static CompletionStage<Opened> refused(RequestRefusedException e) {
        return CompletableFuture.failedFuture(e);
    }

    private final class Publisher implements Resource, Participant.Owner {
        private final Realm realm;
        private final String streamId;
        private volatile String resourceId = "";
        private volatile @Nullable Participant participant;

        Publisher(Realm realm, String streamId) {
            this.realm = realm;
            this.streamId = streamId;
        }

        Participant participant() {
            Participant entered = participant;
            if (entered == null) {
                throw new IllegalStateException("publishing before entering");
            }
            return entered;
        }

        @Override
        public void onPublishState(ServerMessage.PublishStateChanged state) {
            // There is nowhere to send notices to.
        }

        @Override
        public void onPublishEnded(Participant whose, String whichStream, String reason) {
            end(EndReason.DISCONNECTED);
            delete(resourceId);
        }

        @Override
        public void onTakenAway(
                Participant whose, String whichStream, ErrorCode code, String reason) {
            end(EndReason.BY_SERVER);
            delete(resourceId);
        }

        @Override
        public void end() {
            end(EndReason.NORMAL);
        }

        @Override
        public void onTokenWillExpire(Participant whose, int remainingSeconds) {
            // There is nowhere to send notices to.
        }

        @Override
        public void onRemoved(Participant whose, Kick kick, EndReason reason) {
            realm.leave(whose, reason);
            delete(resourceId);
        }

        private void end(EndReason reason) {
            Participant entered = participant;
            if (entered != null) {
                realm.leave(entered, reason);
            }
        }
    }

    private final class Viewer implements Resource, Player, TokenExpiry.Holder {
        private final Realm realm;
        private final Grant grant;
        private final Play play;
        private volatile String resourceId = "";

        Viewer(Realm realm, Grant grant, String streamId, MediaPlane.Delivery delivery) {
            this.realm = realm;
            this.grant = grant;
            this.play = new Play(core.newNumericId(), streamId, this, delivery);
        }

        @Override
        public String userId() {
            return grant.userId();
        }

        @Override
        public Optional<Grant> currentGrant() {
            return resources.get(resourceId) == this ? Optional.of(grant) : Optional.empty();
        }

        @Override
        public void onTokenWillExpire(int remainingSeconds) {
            // There is nowhere to send notices to.
        }

        @Override
        public void onTokenExpired() {
            delete(resourceId);
        }

        /// Becomes a player of the stream, if it is live in this room.
        boolean join(String roomId) {
            return realm.hubs.on(
                    play.streamId,
                    hub ->
                            hub.live != null
                                    && hub.publication != null
                                    && hub.publication.participant.room.roomId.equals(roomId)
                                    && hub.plays.add(play));
        }

        @Override
        public void onPlayable(String streamId) {
            // Only those wait that can be told.
        }

        @Override
        public void onPublisherGone(Play gone) {
            delete(resourceId);
        }

        @Override
        public void onFailed(Play failed, boolean streamGone) {
            delete(resourceId);
        }

        @Override
        public void onState(Play which, MediaState state, String reason) {
            if (state == MediaState.ENDED) {
                delete(resourceId);
            }
        }

        @Override
        public void end() {
            core.playing.release(realm, play);
        }
    }
}
