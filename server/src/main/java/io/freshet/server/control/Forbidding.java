package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import io.freshet.server.control.forbid.Visitor;
import io.freshet.server.control.forbid.Withheld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Makes the rules hold: refuses what they forbid, and ends what has begun.
///
/// A rule is in the book before this looks who is concerned, and whoever comes is checked under the
/// same lock under which this looks: a room's for users, a stream hub's for stream ids. So nobody
/// slips through between. What is looked at is what the book says then, as a rule may have gone
/// meanwhile.
final class Forbidding {
    private static final String STREAM_SENTENCE =
            "The application has forbidden this stream; it may be published and played when it is"
                    + " allowed again.";

    final LongAdder loginsRefused = new LongAdder();
    final LongAdder publishesRefused = new LongAdder();
    final LongAdder playsRefused = new LongAdder();

    private final Core core;

    Forbidding(Core core) {
        this.core = core;
    }

    /// Refuses a login that a rule forbids. Whoever enters the room holds its lock.
    void requireLogin(Realm realm, Visitor visitor) throws RequestRefusedException {
        Optional<UserRule> rule = find(realm, Privilege.LOGIN, visitor);
        if (rule.isPresent()) {
            loginsRefused.increment();
            throw new RequestRefusedException(
                    ErrorCode.ROOM_USER_IN_BLACKLIST, rule.get().sentence(Privilege.LOGIN));
        }
    }

    boolean isLoginForbidden(Realm realm, Visitor visitor) {
        return find(realm, Privilege.LOGIN, visitor).isPresent();
    }

    /// Refuses publishing that a rule forbids, the room's lock held.
    void requirePublish(Realm realm, Visitor visitor) throws RequestRefusedException {
        Optional<UserRule> rule = find(realm, Privilege.PUBLISH, visitor);
        if (rule.isPresent()) {
            publishesRefused.increment();
            throw new RequestRefusedException(
                    ErrorCode.PUBLISHER_ERROR_SERVER_FORBID,
                    rule.get().sentence(Privilege.PUBLISH));
        }
    }

    RequestRefusedException forbiddenToPublish() {
        publishesRefused.increment();
        return new RequestRefusedException(
                ErrorCode.PUBLISHER_ERROR_SERVER_FORBID, STREAM_SENTENCE);
    }

    RequestRefusedException forbiddenToPlay() {
        playsRefused.increment();
        return new RequestRefusedException(ErrorCode.PLAYER_ERROR_SERVER_FORBID, STREAM_SENTENCE);
    }

    /// A participant's client is back, perhaps from elsewhere; it is out if a rule says so for
    /// where it is now.
    void onComingBack(Realm realm, Participant participant, String address)
            throws RequestRefusedException {
        Visitor visitor;
        participant.room.lock.lock();
        try {
            participant.comeFrom(address);
            visitor = participant.visitor();
        } finally {
            participant.room.lock.unlock();
        }
        if (realm.rules.hasUserRules()) {
            enforce(realm, participant.room, List.of(participant), _ -> true);
            requireLogin(realm, visitor);
        }
    }

    /// A rule for users was set.
    void onUserRule(Realm realm, Target target) {
        if (target.kind() == Target.Kind.ROOM) {
            find(realm, Privilege.LOGIN, new Visitor("", target.roomId(), ""))
                    .map(rule -> Kick.byServer(rule.sentence(Privilege.LOGIN)))
                    .ifPresent(kick -> realm.clear(target.roomId(), kick, true));
        }
        for (Room room : realm.rooms()) {
            if (target.roomId().isEmpty() || target.roomId().equals(room.roomId)) {
                enforce(
                        realm,
                        room,
                        room.participants(),
                        participant -> target.covers(participant.visitor()));
            }
        }
        core.httpSessions.endForbidden(realm);
    }

    /// Takes those out of a room who may not be in it, and stops what may not be published.
    ///
    /// @param participants of the room; looked at under its lock
    private void enforce(
            Realm realm,
            Room room,
            Collection<Participant> participants,
            Predicate<Participant> concerned) {
        List<Removal> removals = new ArrayList<>();
        Aftermath aftermath = new Aftermath();
        room.lock.lock();
        try {
            for (Participant participant : participants) {
                if (!participant.hasLeft() && concerned.test(participant)) {
                    judge(realm, participant, removals, aftermath);
                }
            }
            removeInjected(realm, room);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
        for (Removal removal : removals) {
            core.counters.kicks.increment();
            loginsRefused.increment();
            removal.participant.owner.onRemoved(
                    removal.participant,
                    Kick.byServer(removal.rule.sentence(Privilege.LOGIN)),
                    EndReason.KICKED_OUT);
        }
    }

    private record Removal(Participant participant, UserRule rule) {}

    private void judge(
            Realm realm, Participant participant, List<Removal> removals, Aftermath aftermath) {
        Visitor visitor = participant.visitor();
        Optional<UserRule> login = find(realm, Privilege.LOGIN, visitor);
        if (login.isPresent()) {
            // Nobody is told of the others' leaving on the way out.
            participant.detach(core.clock.nowNs());
            removals.add(new Removal(participant, login.get()));
            return;
        }
        Optional<UserRule> publish = find(realm, Privilege.PUBLISH, visitor);
        if (publish.isPresent()) {
            String sentence = publish.get().sentence(Privilege.PUBLISH);
            for (Publication publication : List.copyOf(participant.publications.values())) {
                publishesRefused.increment();
                core.unpublishing.takeAway(
                        realm, publication, sentence, Player::onPublisherGone, aftermath);
            }
        }
    }

    /// What a backend has announced is published by nobody, but in the name of its user.
    private void removeInjected(Realm realm, Room room) {
        for (RoomStream stream : room.streams.all()) {
            String streamId = stream.streamId();
            if (room.streams.isInjected(streamId)
                    && isInjectionForbidden(realm, room.roomId, stream.user().userId(), streamId)) {
                room.streams.remove(streamId, EndReason.BY_SERVER);
            }
        }
    }

    /// Whether a backend may not announce a stream of this user. The room's lock is held.
    boolean isInjectionForbidden(Realm realm, String roomId, String userId, String streamId) {
        return realm.rules.isForbidden(streamId)
                || find(realm, Privilege.PUBLISH, new Visitor("", roomId, userId)).isPresent();
    }

    /// Stream ids were forbidden.
    void onStreamsForbidden(Realm realm, List<String> streamIds) {
        streamIds.forEach(streamId -> stopIfForbidden(realm, streamId));
        for (Room room : realm.rooms()) {
            room.lock.lock();
            try {
                if (!room.isClosed() && streamIds.stream().anyMatch(room.streams::isInjected)) {
                    removeInjected(realm, room);
                }
            } finally {
                room.lock.unlock();
            }
        }
        realm.occurrences.tell();
    }

    private void stopIfForbidden(Realm realm, String streamId) {
        Optional<Publication> found =
                realm.hubs.on(streamId, hub -> Optional.ofNullable(hub.publication));
        if (found.isEmpty()) {
            return;
        }
        Publication publication = found.get();
        Aftermath aftermath = new Aftermath();
        Room room = publication.participant.room;
        room.lock.lock();
        try {
            if (!publication.isOver() && realm.rules.isForbidden(streamId)) {
                publishesRefused.increment();
                core.unpublishing.takeAway(
                        realm, publication, STREAM_SENTENCE, Player::onForbidden, aftermath);
            }
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        realm.occurrences.tell();
    }

    /// A stream id is allowed again: who asked for it meanwhile is told if it is there.
    void onStreamAllowed(Realm realm, String streamId) {
        List<Player> waiting =
                realm.hubs.on(streamId, hub -> hub.live == null ? List.of() : hub.takeWaiting());
        waiting.forEach(player -> player.onPlayable(streamId));
    }

    /// What of a stream reaches its viewers may have changed, or what carries it: the media plane
    /// is told until it knows what holds now, whoever else tells it at the same time.
    void withhold(Realm realm, String streamId) {
        Optional<Told> told = Optional.empty();
        while (true) {
            Optional<Told> wanted = wanted(realm, streamId);
            if (wanted.isEmpty() || wanted.equals(told)) {
                return;
            }
            Told now = wanted.get();
            core.media.withhold(now.transport, now.withheld.audio(), now.withheld.video());
            told = wanted;
        }
    }

    private record Told(TransportId transport, Withheld withheld) {}

    private Optional<Told> wanted(Realm realm, String streamId) {
        return realm.hubs.on(
                streamId,
                hub -> {
                    TransportId live = hub.live;
                    if (live == null) {
                        return Optional.empty();
                    }
                    String roomId = Objects.requireNonNull(hub.publication).participant.room.roomId;
                    return Optional.of(
                            new Told(
                                    live,
                                    realm.rules.withheld(roomId, streamId, core.clock.wallMs())));
                });
    }

    private Optional<UserRule> find(Realm realm, Privilege privilege, Visitor visitor) {
        return realm.rules.forbidding(privilege, visitor, core.clock.wallMs());
    }
}
