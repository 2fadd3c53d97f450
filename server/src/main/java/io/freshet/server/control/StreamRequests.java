package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.ClientMessage;

/// What a client asks about the streams that it publishes. The thread of the connection's requests.
final class StreamRequests {
    private final Core core;
    private final Connection connection;
    private final Negotiations negotiations;

    StreamRequests(Core core, Connection connection, Negotiations negotiations) {
        this.core = core;
        this.connection = connection;
        this.negotiations = negotiations;
    }

    void publish(Greeting greeted, ClientMessage.Publish publish) throws RequestRefusedException {
        Participant participant = connection.participant(publish.roomId());
        RequestRefusedException.require(Identifiers.checkStreamId(publish.streamId()));
        RequestRefusedException.require(Identifiers.checkStreamExtraInfo(publish.extraInfo()));
        onRequest(publish.streamId());
        negotiations.begin(
                publish.id(),
                () ->
                        core.publishing.publish(
                                greeted.realm(),
                                participant,
                                publish.streamId(),
                                publish.extraInfo(),
                                new Devices(publish.camera(), publish.microphone()),
                                publish.offer()));
    }

    void stopPublishing(Greeting greeted, ClientMessage.StopPublishing stop)
            throws RequestRefusedException {
        Participant participant = connection.participant(stop.roomId());
        onRequest(stop.streamId());
        core.unpublishing.stop(greeted.realm(), participant, stop.streamId());
        connection.ok(stop);
    }

    void setExtraInfo(Greeting greeted, ClientMessage.SetStreamExtraInfo change)
            throws RequestRefusedException {
        greeted.realm().requireCallRate();
        RequestRefusedException.require(Identifiers.checkStreamExtraInfo(change.extraInfo()));
        Participant participant = connection.participant(change.roomId());
        core.publicationChanges.setExtraInfo(participant, change.streamId(), change.extraInfo());
        connection.ok(change);
    }

    void setDevices(ClientMessage.SetStreamDeviceStates change) throws RequestRefusedException {
        Participant participant = connection.participant(change.roomId());
        core.publicationChanges.setDevices(
                participant, change.streamId(), new Devices(change.camera(), change.microphone()));
        connection.ok(change);
    }

    private void onRequest(String streamId) throws RequestRefusedException {
        connection.session(ErrorCode.COMMON_NOT_LOGIN_ROOM).onPublishRequest(streamId);
    }
}
