package io.freshet.server.control;

import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Streams as backends see and change them.
final class RealmStreams implements StreamOperations {
    private final Core core;
    private final RoomAccess access;

    RealmStreams(Core core, RoomAccess access) {
        this.core = core;
        this.access = access;
    }

    @Override
    public List<LiveStream> streams(long appId, String roomId) {
        return access.look(appId, roomId, RealmStreams::liveStreams).orElse(List.of());
    }

    private static List<LiveStream> liveStreams(Room room) {
        List<LiveStream> found = new ArrayList<>();
        for (var stream : room.streams.all()) {
            room.reporter.stream(stream.streamId())
                    .map(life ->
                            new LiveStream(stream, life.since().wallMs(), life.streamSessionId()))
                    .ifPresent(found::add);
        }
        return found;
    }

    @Override
    public Optional<Carriage> carriage(long appId, String streamId, int maxPlays) {
        return core.existingRealm(appId)
                .flatMap(realm -> realm.hubs.on(streamId, hub -> carriage(hub, maxPlays)));
    }

    private static Optional<Carriage> carriage(StreamHub hub, int maxPlays) {
        if (hub.live == null) {
            return Optional.empty();
        }
        List<CarriedPlay> some = new ArrayList<>();
        for (Play play : hub.plays) {
            if (play.transport != null && some.size() < maxPlays) {
                some.add(new CarriedPlay(play.player.userId(), play.transport));
            }
        }
        return Optional.of(new Carriage(hub.live, hub.plays.size(), some));
    }

    @Override
    public Addition add(long appId, String roomId, Announcement stream) {
        Addition addition =
                access.look(appId, roomId, room -> add(core.realm(appId), room, stream))
                        .orElse(Addition.NO_SUCH_ROOM);
        tellObserver(appId);
        return addition;
    }

    private Addition add(Realm realm, Room room, Announcement stream) {
        RoomUser user = Realm.user(stream.user().userId(), stream.user().userName());
        if (core.forbidding.isInjectionForbidden(
                realm, room.roomId, user.userId(), stream.streamId())) {
            return Addition.FORBIDDEN;
        }
        return switch (room.streams.inject(
                user, stream.streamId(), stream.title(), stream.extraInfo())) {
            case DONE -> Addition.DONE;
            case TAKEN -> Addition.TAKEN;
            case FULL -> Addition.FULL;
        };
    }

    @Override
    public Removal remove(long appId, String roomId, String streamId) {
        Optional<Removal> outcome =
                access.look(
                        appId,
                        roomId,
                        room -> {
                            if (room.streams.isInjected(streamId)) {
                                room.streams.remove(streamId, EndReason.BY_SERVER);
                                return Removal.DONE;
                            }
                            return Removal.NO_SUCH_STREAM;
                        });
        tellObserver(appId);
        if (outcome.isPresent()
                && outcome.get() == Removal.NO_SUCH_STREAM
                && takeAway(appId, roomId, streamId)) {
            return Removal.DONE;
        }
        return outcome.orElse(Removal.NO_SUCH_ROOM);
    }

    private boolean takeAway(long appId, String roomId, String streamId) {
        Realm realm = core.realm(appId);
        return realm.room(roomId)
                .map(room ->
                        core.unpublishing.takeAway(
                                realm,
                                room,
                                streamId,
                                "The application's backend has removed this stream."))
                .orElse(false);
    }

    private void tellObserver(long appId) {
        core.existingRealm(appId).ifPresent(realm -> realm.occurrences.tell());
    }
}
