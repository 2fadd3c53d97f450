package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.ClientMessage;

/// What a client asks about the streams that it plays. The thread of the connection's requests.
final class PlayRequests {
    private final Core core;
    private final Connection connection;
    private final Negotiations negotiations;

    PlayRequests(Core core, Connection connection, Negotiations negotiations) {
        this.core = core;
        this.connection = connection;
        this.negotiations = negotiations;
    }

    void play(Greeting greeted, ClientMessage.Play play) throws RequestRefusedException {
        Session session = connection.session(ErrorCode.COMMON_NOT_LOGIN_ROOM);
        RequestRefusedException.require(Identifiers.checkStreamId(play.streamId()));
        MediaPlane.Delivery quality =
                Playing.delivery(core.admission.project(greeted.appId()), play.resourceMode());
        negotiations.begin(play.id(), () -> session.play(play.streamId(), quality, play.offer()));
    }

    /// Of a stream that is not played, too.
    void stopPlaying(ClientMessage.StopPlaying stop) {
        connection.session().ifPresent(session -> session.stopPlaying(stop.streamId()));
        connection.ok(stop);
    }
}
