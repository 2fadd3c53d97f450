package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.ClientMessage;
import java.util.Optional;

/// What a client asks about its being in rooms: to log in or go on, to log out, to stay on with
/// another token. The thread of the connection's requests.
final class LoginRequests {
    private final Core core;
    private final Connection connection;

    LoginRequests(Core core, Connection connection) {
        this.core = core;
        this.connection = connection;
    }

    void login(Greeting greeted, ClientMessage.Login login) throws RequestRefusedException {
        try {
            RequestRefusedException.require(Identifiers.checkRoomId(login.roomId()));
            RequestRefusedException.require(Identifiers.checkUserId(login.userId()));
            RequestRefusedException.require(Identifiers.checkUserName(login.userName()));
            if (login.maxMemberCount() < 0) {
                throw new RequestRefusedException(
                        ErrorCode.COMMON_ILLEGAL_PARAM, "maxMemberCount must not be negative.");
            }
            ClientMessage.Resume resume = login.resume();
            if (resume != null && tryResume(greeted, login, resume)) {
                core.counters.resumesAccepted.increment();
                return;
            }
            Grant grant =
                    core.admission.checkLogin(
                            core.admission.project(greeted.appId()),
                            greeted.appSignShown(),
                            login.token(),
                            login.userId(),
                            login.roomId());
            freshLogin(greeted, login, grant);
            core.counters.loginsAccepted.increment();
        } catch (RequestRefusedException e) {
            core.counters.loginsRefused.increment();
            throw e;
        }
    }

    /// False if there is nothing to go on with: then it is a login like any other. The key proves
    /// who comes back, so that a token that ran out meanwhile does not matter.
    private boolean tryResume(
            Greeting greeted, ClientMessage.Login login, ClientMessage.Resume resume)
            throws RequestRefusedException {
        Optional<Participant> found = greeted.realm().resumable(resume.resumeKey());
        if (found.isPresent()
                && found.get().owner instanceof Session owner
                && found.get().room.roomId.equals(login.roomId())
                && found.get().user.userId().equals(login.userId())) {
            Optional<Session> current = connection.session();
            if (current.isPresent() && current.get() != owner) {
                throw new RequestRefusedException(ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME);
            }
            core.forbidding.onComingBack(greeted.realm(), found.get(), connection.address());
            connection.carry(owner);
            if (owner.resume(connection, login, found.get(), resume)) {
                return true;
            }
            if (current.isEmpty()) {
                connection.onSessionEnded(owner);
            }
        }
        Optional<Kick> kick = greeted.realm().kicked.find(resume.resumeKey(), core.clock.nowNs());
        if (kick.isPresent()) {
            connection.kickedOut(login.roomId(), kick.get());
            throw new RequestRefusedException(kick.get().code());
        }
        return false;
    }

    private void freshLogin(Greeting greeted, ClientMessage.Login login, Grant grant)
            throws RequestRefusedException {
        Optional<Session> current = connection.session();
        if (current.isPresent() && !current.get().userId.equals(login.userId())) {
            throw new RequestRefusedException(ErrorCode.ROOM_MULTI_ROOM_LOGIN_USER_NOT_SAME);
        }
        if (current.isEmpty() || !current.get().login(connection, login, grant)) {
            beginSession(greeted, login, grant);
        }
    }

    private void beginSession(Greeting greeted, ClientMessage.Login login, Grant grant)
            throws RequestRefusedException {
        Session made = new Session(core, greeted.realm(), login.userId(), connection);
        connection.carry(made);
        greeted.realm().session(login.userId()).ifPresent(made::takeOver);
        try {
            made.login(connection, login, grant);
        } catch (RequestRefusedException e) {
            made.endIfUnused();
            throw e;
        }
        // Only now: a login that is refused must not end the earlier one.
        greeted.realm().register(made).ifPresent(Session::kick);
        made.unregisterIfEnded();
    }

    void logout(ClientMessage.Logout logout) throws RequestRefusedException {
        connection.session(ErrorCode.ROOM_ROOMID_INCORRECT).logout(logout.roomId());
        connection.ok(logout);
    }

    void renewToken(Greeting greeted, ClientMessage.RenewToken renewal)
            throws RequestRefusedException {
        Session current = connection.session(ErrorCode.ROOM_ROOMID_INCORRECT);
        Participant participant =
                current.participant(renewal.roomId(), ErrorCode.ROOM_ROOMID_INCORRECT);
        Grant grant =
                core.admission.checkLogin(
                        core.admission.project(greeted.appId()),
                        false,
                        renewal.token(),
                        current.userId,
                        renewal.roomId());
        core.publicationChanges.renew(participant, grant);
        connection.ok(renewal);
        participant.watchToken(core.expiry, greeted.appId());
    }
}
