package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.RoomStream;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Looks at the inside of a room service that is at rest: whether its books agree with each other.
final class Soundness {
    private Soundness() {}

    /// Holds after every event.
    static void check(ControlPlane plane, long appId, int logLimit) {
        Core core = plane.core();
        Realm realm = core.realm(appId);
        int users = 0;
        int streams = 0;
        for (Room room : realm.rooms()) {
            assertThat(room.isClosed()).as("%s is closed and listed", room.roomId).isFalse();
            assertThat(room.participants()).as("participants of %s", room.roomId).isNotEmpty();
            assertThat(room.logSize()).isLessThanOrEqualTo(logLimit);
            Set<String> ids = new HashSet<>();
            Set<String> announced = new HashSet<>();
            for (Participant participant : room.participants()) {
                assertThat(participant.hasLeft()).isFalse();
                assertThat(participant.room).isSameAs(room);
                checkAllowed(core, realm, participant);
                ids.add(participant.user.userId());
                for (Publication publication : participant.publications.values()) {
                    checkHub(realm, publication);
                    if (publication.isAnnounced()) {
                        announced.add(publication.streamId);
                    }
                }
            }
            assertThat(room.userCount()).isEqualTo(ids.size());
            List<String> listed = room.streams.all().stream().map(RoomStream::streamId).toList();
            listed.stream().filter(room.streams::isInjected).forEach(announced::add);
            assertThat(listed).noneMatch(realm.rules::isForbidden);
            assertThat(listed).containsExactlyInAnyOrderElementsOf(announced);
            users += ids.size();
            streams += announced.size();
        }
        ControlStatistics statistics = plane.statistics();
        assertThat(statistics.rooms()).isEqualTo(realm.rooms().size());
        assertThat(statistics.users()).isEqualTo(users);
        assertThat(statistics.streams()).isEqualTo(streams);
    }

    /// Nobody is in, or publishes, whom a rule forbids it.
    private static void checkAllowed(Core core, Realm realm, Participant participant) {
        long wallMs = core.clock.wallMs();
        Visitor visitor = participant.visitor();
        assertThat(realm.rules.forbidding(Privilege.LOGIN, visitor, wallMs))
                .as("what forbids %s to be in", visitor)
                .isEmpty();
        if (!participant.publications.isEmpty()) {
            assertThat(realm.rules.forbidding(Privilege.PUBLISH, visitor, wallMs))
                    .as("what forbids %s to publish", visitor)
                    .isEmpty();
        }
        assertThat(participant.publications.keySet())
                .as("streams of %s", visitor)
                .noneMatch(realm.rules::isForbidden);
    }

    private static void checkHub(Realm realm, Publication publication) {
        Publication.Attempt current = publication.current;
        realm.hubs.on(
                publication.streamId,
                hub -> {
                    assertThat(hub.publication)
                            .as("who has %s", publication.streamId)
                            .isSameAs(publication);
                    TransportId live = current == null || current.ended ? null : current.transport;
                    assertThat(hub.live).isEqualTo(live);
                    for (Play play : hub.plays) {
                        assertThat(play.over).isFalse();
                    }
                    return hub;
                });
    }

    /// Holds when nothing is under way: the media plane has exactly the transports in the books.
    static void checkMedia(ControlPlane plane, long appId, FakeMediaPlane media) {
        Realm realm = plane.core().realm(appId);
        Set<TransportId> publishers = new HashSet<>();
        Set<TransportId> players = new HashSet<>();
        for (Room room : realm.rooms()) {
            for (Participant participant : room.participants()) {
                for (Publication publication : participant.publications.values()) {
                    Publication.Attempt current = publication.current;
                    if (current != null) {
                        publishers.add(current.transport);
                        assertThat(media.withheld(current.transport))
                                .as("what is kept from viewers of %s", publication.streamId)
                                .isEqualTo(
                                        realm.rules.withheld(
                                                room.roomId,
                                                publication.streamId,
                                                plane.core().clock.wallMs()));
                    }
                    realm.hubs.on(
                            publication.streamId,
                            hub -> {
                                for (Play play : hub.plays) {
                                    TransportId player = Objects.requireNonNull(play.transport);
                                    players.add(player);
                                    assertThat(media.publisherOf(player))
                                            .as("whose media %s gets", play.streamId)
                                            .hasValue(Objects.requireNonNull(current).transport);
                                }
                                return hub;
                            });
                }
            }
        }
        assertThat(media.publishersNow()).containsExactlyInAnyOrderElementsOf(publishers);
        assertThat(media.playersNow()).containsExactlyInAnyOrderElementsOf(players);
        assertThat(plane.statistics().plays()).isEqualTo(players.size());
    }
}
