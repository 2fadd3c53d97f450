package io.freshet.server.control;

import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The backends' port on the realms. Looks under a room's lock, acts without it.
final class RealmOperations implements ServerOperations {
    private final Core core;
    private final ProjectDirectory projects;

    RealmOperations(Core core, ProjectDirectory projects) {
        this.core = core;
        this.projects = projects;
    }

    @Override
    public Optional<Project> project(long appId) {
        return projects.project(appId);
    }

    @Override
    public List<RoomSummary> rooms() {
        List<RoomSummary> found = new ArrayList<>();
        core.forEachRealm((appId, realm) -> {
            for (Room room : realm.rooms()) {
                look(
                                Optional.of(room),
                                it ->
                                        new RoomSummary(
                                                appId,
                                                it.roomId,
                                                it.userCount(),
                                                it.streams().size()))
                        .ifPresent(found::add);
            }
        });
        found.sort(Comparator.comparingLong(RoomSummary::appId).thenComparing(RoomSummary::roomId));
        return found;
    }

    @Override
    public boolean hasRoom(long appId, String roomId) {
        return look(room(appId, roomId), it -> true).isPresent();
    }

    @Override
    public void kickUsers(long appId, String roomId, List<String> userIds, String reason) {
        Set<String> wanted = new HashSet<>(userIds);
        look(
                        room(appId, roomId),
                        room ->
                                room.participants().stream()
                                        .filter(it -> wanted.contains(it.user.userId()))
                                        .toList())
                .ifPresent(found -> remove(found, reason));
    }

    @Override
    public boolean closeRoom(long appId, String roomId, String reason) {
        Optional<List<Participant>> found =
                look(
                        room(appId, roomId),
                        room -> {
                            List<Participant> all = List.copyOf(room.participants());
                            // Nobody is told of the others' leaving on the way out.
                            all.forEach(it -> it.detach(core.clock.nowNs()));
                            return all;
                        });
        found.ifPresent(all -> remove(all, reason));
        return found.isPresent();
    }

    private void remove(List<Participant> participants, String reason) {
        Kick kick = Kick.byServer(reason);
        for (Participant participant : participants) {
            core.counters.kicks.increment();
            participant.owner.onRemoved(participant, kick, StreamRemovalReason.KICKED_OUT);
        }
    }

    @Override
    public UserPage users(
            long appId, String roomId, boolean newestFirst, int limit, String marker) {
        return look(room(appId, roomId), it -> it.page(newestFirst, limit, marker))
                .orElse(new UserPage(List.of(), ""));
    }

    @Override
    public int userCount(long appId, String roomId) {
        return look(room(appId, roomId), Room::userCount).orElse(0);
    }

    @Override
    public Optional<Presence> presence(long appId, String roomId, String userId) {
        return look(room(appId, roomId), it -> it.reporter.visit(userId))
                .flatMap(Function.identity())
                .map(it ->
                        new Presence(
                                new RoomUser(it.userId(), it.userName()), it.since().wallMs()));
    }

    @Override
    public List<LiveStream> streams(long appId, String roomId) {
        return look(room(appId, roomId), RealmOperations::liveStreams).orElse(List.of());
    }

    private static List<LiveStream> liveStreams(Room room) {
        List<LiveStream> found = new ArrayList<>();
        for (var stream : room.streams()) {
            room.reporter.stream(stream.streamId())
                    .map(life ->
                            new LiveStream(stream, life.since().wallMs(), life.streamSessionId()))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Room> room(long appId, String roomId) {
        return core.existingRealm(appId).flatMap(realm -> realm.room(roomId));
    }

    /// Empty if there is no room, or it has just closed.
    private static <T> Optional<T> look(Optional<Room> found, Function<Room, T> question) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Room room = found.get();
        room.lock.lock();
        try {
            return room.isClosed() ? Optional.empty() : Optional.of(question.apply(room));
        } finally {
            room.lock.unlock();
        }
    }
}
