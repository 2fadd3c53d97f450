package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.forbid.Visitor;

/// One login of a room, and its answer: as somebody new, or as a participant that is still there.
/// The locks of the session and of the room are held.
final class RoomEntry {
    private final Core core;
    private final Realm realm;
    private final Connection from;
    private final ClientMessage.Login login;

    RoomEntry(Core core, Realm realm, Connection from, ClientMessage.Login login) {
        this.core = core;
        this.realm = realm;
        this.from = from;
        this.login = login;
    }

    /// Lets the session's user in.
    Participant enter(Room room, Session session, Grant grant) throws RequestRefusedException {
        core.forbidding.requireLogin(
                realm, new Visitor(from.address(), room.roomId, session.userId));
        if (login.resume() == null && !room.mayLogin(core.clock.nowNs())) {
            throw new RequestRefusedException(
                    ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT,
                    "Too many users log in to this room at once: try again in a second.");
        }
        Participant participant =
                new Participant(
                        room,
                        Realm.user(session.userId, login.userName()),
                        session,
                        core.ids.newKey(),
                        login.userStatusNotify(),
                        grant);
        if (session.comesAgain(room.roomId) || login.resume() != null) {
            participant.markRelogin();
        }
        participant.understand(from.abilities());
        if (!room.catchUp.fitsOneMessage(participant)) {
            throw new RequestRefusedException(
                    ErrorCode.ROOM_INNER_ERROR,
                    "The room is too large for one message: use a client that knows"
                            + " paged-snapshots.");
        }
        realm.enter(participant);
        participant.attach(from);
        answer(participant, room.catchUp.snapshotFor(participant), 0);
        from.send(new ServerMessage.UserCount(room.roomId, room.userCount()));
        if (participant.progress.isBehind()) {
            // Before anything else happens, so that pages need no events between them.
            RoomCatchUp.Outcome _ = room.catchUp.sendNext(participant, from);
        }
        return participant;
    }

    /// Lets a participant go on with what it has missed; false if it has left meanwhile.
    boolean goOn(Participant participant, ClientMessage.Resume seen) {
        if (participant.hasLeft()) {
            return false; // the session is about to be told
        }
        participant.attach(from);
        answer(
                participant,
                participant.room.catchUp.stateSince(seen.version(), participant),
                seen.messageId());
        core.publisherGrace.onPublisherBack(realm, participant);
        return true;
    }

    private void answer(Participant participant, Answer.RoomState state, long knownMessageId) {
        Room room = participant.room;
        from.answer(
                Answer.ok(
                        login.id(),
                        new Answer.LoggedIn(
                                room.roomSessionId,
                                participant.resumeKey,
                                participant.progress.position,
                                state,
                                room.messages().welcome(participant, knownMessageId))));
    }
}
