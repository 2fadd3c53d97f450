package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.forbid.Visitor;
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
    public CompletionStage<Opened> publish(Request request, String offer) {
        try {
            Project project = core.admission.project(request.appId());
            Grant grant = core.admission.checkBearer(project, request.token(), request.roomId());
            RequestRefusedException.require(Identifiers.checkRoomId(request.roomId()));
            RequestRefusedException.require(Identifiers.checkUserId(grant.userId()));
            RequestRefusedException.require(Identifiers.checkStreamId(request.streamId()));
            core.admission.checkPublish(grant, request.streamId());
            Realm realm = core.realm(request.appId());
            Optional<Publisher> former =
                    formerPublisher(realm, request.roomId(), request.streamId(), grant);
            return former.isPresent()
                    ? publishAgain(request, former.get(), grant, offer)
                    : publishAnew(realm, request, grant, offer);
        } catch (RequestRefusedException e) {
            return refused(e);
        }
    }

    @Override
    public CompletionStage<Opened> play(Request request, ResourceMode resourceMode, String offer) {
        try {
            Project project = core.admission.project(request.appId());
            Grant grant = core.admission.checkBearer(project, request.token(), request.roomId());
            RequestRefusedException.require(Identifiers.checkRoomId(request.roomId()));
            RequestRefusedException.require(Identifiers.checkStreamId(request.streamId()));
            Viewer viewer =
                    new Viewer(
                            core.realm(request.appId()),
                            grant,
                            visitor(request, grant),
                            request.streamId(),
                            Playing.delivery(project, resourceMode));
            String resourceId = add(viewer);
            viewer.resourceId = resourceId;
            try {
                viewer.join();
            } catch (RequestRefusedException e) {
                delete(resourceId);
                throw e;
            }
            core.expiry.watch(request.appId(), viewer);
            return core.playing
                    .negotiate(viewer.realm, viewer.play, offer)
                    .thenApply(answer -> new Opened(resourceId, answer));
        } catch (RequestRefusedException e) {
            return refused(e);
        }
    }

    private static Visitor visitor(Request request, Grant grant) {
        return new Visitor(request.address(), request.roomId(), grant.userId());
    }

    /// Ends the viewers that rules forbid now.
    void endForbidden(Realm realm) {
        resources.forEach((resourceId, resource) -> {
            if (resource instanceof Viewer viewer
                    && viewer.realm == realm
                    && core.forbidding.isLoginForbidden(realm, viewer.visitor)) {
                delete(resourceId);
            }
        });
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
            Realm realm, Request request, Grant grant, String offer)
            throws RequestRefusedException {
        boolean taken = realm.hubs.on(request.streamId(), hub -> hub.publication != null);
        if (taken) {
            throw new RequestRefusedException(ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
        }
        Publisher publisher = new Publisher(realm, request.streamId());
        publisher.resourceId = add(publisher);
        try {
            publisher.participant =
                    realm.onRoom(
                            request.roomId(),
                            0,
                            room -> enter(publisher, room, visitor(request, grant), grant));
            realm.occurrences.tell();
            publisher.participant().watchToken(core.expiry, request.appId());
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

    /// Lets a publisher in that may publish: otherwise others would see it come and go.
    private Participant enter(Publisher publisher, Room room, Visitor visitor, Grant grant)
            throws RequestRefusedException {
        core.forbidding.requireLogin(publisher.realm, visitor);
        core.forbidding.requirePublish(publisher.realm, visitor);
        if (publisher.realm.rules.isForbidden(publisher.streamId)) {
            throw core.forbidding.forbiddenToPublish();
        }
        Participant made =
                new Participant(room, Realm.user(grant.userId(), ""), publisher, "", false, grant);
        made.comeFrom(visitor.address());
        publisher.realm.enter(made);
        return made;
    }

    private CompletionStage<Opened> publishAgain(
            Request request, Publisher publisher, Grant grant, String offer)
            throws RequestRefusedException {
        Participant participant = publisher.participant();
        core.forbidding.onComingBack(publisher.realm, participant, request.address());
        core.forbidding.requirePublish(publisher.realm, participant.visitor());
        participant.renew(grant);
        participant.watchToken(core.expiry, request.appId());
        String resourceId = core.ids.newKey();
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
        String resourceId = core.ids.newKey();
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
        private final Visitor visitor;
        private final Play play;
        private volatile String resourceId = "";

        Viewer(
                Realm realm,
                Grant grant,
                Visitor visitor,
                String streamId,
                MediaPlane.Delivery delivery) {
            this.realm = realm;
            this.grant = grant;
            this.visitor = visitor;
            this.play = new Play(core.ids.newNumericId(), streamId, this, delivery);
        }

        @Override
        public String userId() {
            return visitor.userId();
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

        /// Becomes a player of the stream, if it is live in this room. It is among the resources
        /// already, where whoever sets a rule looks for it.
        void join() throws RequestRefusedException {
            core.forbidding.requireLogin(realm, visitor);
            boolean joined =
                    realm.hubs.on(
                            play.streamId,
                            hub ->
                                    hub.live != null
                                            && hub.publication != null
                                            && hub.publication.participant.room.roomId.equals(
                                                    visitor.roomId())
                                            && hub.plays.add(play));
            if (!joined && realm.rules.isForbidden(play.streamId)) {
                throw core.forbidding.forbiddenToPlay();
            }
            if (!joined) {
                throw new RequestRefusedException(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
            }
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
        public void onForbidden(Play forbidden) {
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
