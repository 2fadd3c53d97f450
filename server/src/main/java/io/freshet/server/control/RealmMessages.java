package io.freshet.server.control;

import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Backends' messages, by way of the rooms' own.
final class RealmMessages implements MessageOperations {
    private final Core core;
    private final RoomAccess access;

    RealmMessages(Core core, RoomAccess access) {
        this.core = core;
        this.access = access;
    }

    @Override
    public Optional<Long> broadcast(long appId, String roomId, RoomUser from, String text) {
        return access.look(
                        appId,
                        roomId,
                        room ->
                                room.messages()
                                        .broadcast(
                                                named(from),
                                                text,
                                                core.clock.nowNs(),
                                                core.clock.wallMs()))
                .map(RoomMessage::messageId);
    }

    @Override
    public Optional<Long> barrage(long appId, String roomId, RoomUser from, String text) {
        return access.look(appId, roomId, room -> room.gatherBarrage(named(from), text))
                .map(RoomMessage::messageId);
    }

    @Override
    public Optional<List<String>> command(
            long appId, String roomId, RoomUser from, String command, List<String> receivers) {
        return access.look(
                appId,
                roomId,
                room -> {
                    List<String> absent =
                            receivers.stream()
                                    .distinct()
                                    .filter(userId -> !room.hasUser(userId))
                                    .toList();
                    if (receivers.isEmpty() || absent.size() < Set.copyOf(receivers).size()) {
                        room.messages()
                                .command(named(from), command, receivers, core.clock.nowNs());
                    }
                    return absent;
                });
    }

    private static RoomUser named(RoomUser user) {
        return Realm.user(user.userId(), user.userName());
    }
}
