package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether clients whose networks have healed see what is true.
final class Convergence {
    private final SimulatedServer server;
    private final List<SimulatedClient> clients;
    private final MessageBook book;

    Convergence(SimulatedServer server, List<SimulatedClient> clients, MessageBook book) {
        this.server = server;
        this.clients = clients;
        this.book = book;
    }

    /// Each client is in the rooms that it wishes to be in, and sees them as they are; nobody else
    /// is in any room.
    void checkViews() {
        Map<String, Set<String>> roomsOf = new HashMap<>();
        for (SimulatedClient client : clients) {
            if (client.logins().isEmpty()) {
                continue;
            }
            Set<String> rooms = new HashSet<>();
            for (SimulatedLogin login : client.logins()) {
                assertThat(login.isIn()).as("%s is in %s", client, login.roomId).isTrue();
                checkView(client, login);
                rooms.add(login.roomId);
            }
            assertThat(roomsOf.put(client.userId, rooms))
                    .as("logins of %s elsewhere", client.userId)
                    .isNull();
        }
        for (Room room : server.realm().rooms()) {
            for (Participant participant : room.participants()) {
                if (participant.owner instanceof Session) {
                    assertThat(roomsOf.getOrDefault(participant.user.userId(), Set.of()))
                            .as("rooms of %s", participant.user.userId())
                            .contains(room.roomId);
                }
            }
        }
    }

    private void checkView(SimulatedClient client, SimulatedLogin login) {
        Room room = server.realm().room(login.roomId).orElseThrow();
        Participant participant =
                room.participants().stream()
                        .filter(p -> p.owner instanceof Session)
                        .filter(p -> p.user.userId().equals(client.userId))
                        .findAny()
                        .orElseThrow();
        Answer.Snapshot expected = room.catchUp.wholeFor(participant);
        assertThat(login.view().isWhole()).as("%s is whole", login).isTrue();
        assertThat(login.view().users().values())
                .as("users as %s sees them", client)
                .containsExactlyInAnyOrderElementsOf(expected.users());
        assertThat(login.view().streams().values())
                .as("streams as %s sees them", client)
                .usingElementComparator(sameStream(client))
                .containsExactlyInAnyOrderElementsOf(expected.streams());
        if (client.isModern()) {
            assertThat(login.view().roomExtraInfo()).isEqualTo(expected.roomExtraInfo());
            book.checkComplete(login.messages());
        }
    }

    /// Clients that do not know device states are not told of their changes.
    private static Comparator<RoomStream> sameStream(SimulatedClient client) {
        return Comparator.comparing(stream ->
                (client.isModern()
                                ? stream
                                : stream.withDevices(DeviceState.OPEN, DeviceState.OPEN))
                        .toString());
    }

    /// What clients publish is there, and they play what is there.
    void checkStreams() {
        Set<String> live = new TreeSet<>();
        for (Room room : server.realm().rooms()) {
            room.streams.all().stream()
                    .map(RoomStream::streamId)
                    .filter(streamId -> !room.streams.isInjected(streamId))
                    .forEach(live::add);
        }
        for (SimulatedClient client : clients) {
            for (SimulatedLogin login : client.logins()) {
                assertThat(live).as("streams there, %s", client).containsAll(login.published);
            }
            client.plays()
                    .states()
                    .forEach((stream, state) ->
                            assertThat(state)
                                    .as("%s at %s", stream, client)
                                    .isEqualTo(
                                            live.contains(stream)
                                                    ? SimulatedPlays.State.PLAYING
                                                    : SimulatedPlays.State.WAITING));
        }
    }
}
