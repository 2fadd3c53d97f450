package io.freshet.server.control;

import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Rooms and users as backends see and change them. Looks under a room's lock, acts without it.
final class RealmRooms implements RoomOperations {
    private final Core core;
    private final RoomAccess access;

    RealmRooms(Core core, RoomAccess access) {
        this.core = core;
        this.access = access;
    }

    @Override
    public List<RoomSummary> rooms() {
        List<RoomSummary> found = new ArrayList<>();
        core.forEachRealm((appId, realm) -> {
            for (Room room : realm.rooms()) {
                RoomAccess.look(
                                Optional.of(room),
                                it ->
                                        new RoomSummary(
                                                appId,
                                                it.roomId,
                                                it.userCount(),
                                                it.streams.count()))
                        .ifPresent(found::add);
            }
        });
        found.sort(Comparator.comparingLong(RoomSummary::appId).thenComparing(RoomSummary::roomId));
        return found;
    }

    @Override
    public boolean hasRoom(long appId, String roomId) {
        return access.look(appId, roomId, it -> true).isPresent();
    }

    @Override
    public void kickUsers(long appId, String roomId, List<String> userIds, String reason) {
        Set<String> wanted = new HashSet<>(userIds);
        access.look(
                        appId,
                        roomId,
                        room ->
                                room.participants().stream()
                                        .filter(it -> wanted.contains(it.user.userId()))
                                        .toList())
                .ifPresent(found -> remove(found, reason));
    }

    @Override
    public boolean closeRoom(long appId, String roomId, String reason, boolean tellsBackend) {
        return core.existingRealm(appId)
                .map(realm -> realm.clear(roomId, Kick.byServer(reason), tellsBackend))
                .orElse(false);
    }

    private void remove(List<Participant> participants, String reason) {
        Kick kick = Kick.byServer(reason);
        for (Participant participant : participants) {
            core.counters.kicks.increment();
            participant.owner.onRemoved(participant, kick, EndReason.KICKED_OUT);
        }
    }

    @Override
    public UserPage users(
            long appId, String roomId, boolean newestFirst, int limit, String marker) {
        return access.look(appId, roomId, it -> it.page(newestFirst, limit, marker))
                .orElse(new UserPage(List.of(), ""));
    }

    @Override
    public int userCount(long appId, String roomId) {
        return access.look(appId, roomId, Room::userCount).orElse(0);
    }

    @Override
    public Optional<Presence> presence(long appId, String roomId, String userId) {
        return access.look(appId, roomId, it -> it.reporter.visit(userId))
                .flatMap(Function.identity())
                .map(it ->
                        new Presence(
                                new RoomUser(it.userId(), it.userName()), it.since().wallMs()));
    }
}
