package io.freshet.server.operation;

import io.freshet.protocol.Identifiers;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.console.QualityHistory;
import io.freshet.server.console.QualityPoint.Played;
import io.freshet.server.console.QualityPoint.Published;
import io.freshet.server.control.ServerOperations;
import io.freshet.server.control.StreamOperations.CarriedPlay;
import java.util.List;

/// How a stream has fared over the last minutes, from its publisher and to its viewers.
final class QualityOperations {
    private static final int MAX_VIEWERS = 50;

    private final Projects projects;
    private final ServerOperations server;
    private final QualityHistory history;

    QualityOperations(Projects projects, ServerOperations server, QualityHistory history) {
        this.projects = projects;
        this.server = server;
        this.history = history;
    }

    List<Operation> all() {
        return List.of(Operation.look("stream.show", this::show));
    }

    private void show(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String streamId = request.id("streamId", Identifiers::checkStreamId);
        int limit = (int) request.number("limit", MAX_VIEWERS, 1, MAX_VIEWERS);
        var carriage =
                server.streams()
                        .carriage(appId, streamId, limit)
                        .orElseThrow(() ->
                                RefusedException.notFound(
                                        "streamId",
                                        "Nobody publishes a stream \"" + streamId + "\"."));
        long publisher = carriage.publisher().value();
        answer.member("appId", appId)
                .member("streamId", streamId)
                .member("codecs", history.codecs(publisher))
                .beginArray("published");
        history.published(publisher).forEach(it -> write(it, answer));
        answer.endArray().member("plays", carriage.plays()).beginArray("viewers");
        for (CarriedPlay play : carriage.some()) {
            answer.beginObject()
                    .member("number", play.transport().value())
                    .member("userId", play.userId())
                    .beginArray("played");
            history.played(play.transport().value()).forEach(it -> write(it, answer));
            answer.endArray().endObject();
        }
        answer.endArray();
    }

    static void write(Published point, JsonWriter json) {
        json.beginObject()
                .member("atMs", point.atMs())
                .member("videoBps", point.videoBps())
                .member("audioBps", point.audioBps())
                .member("framesPerSecond", point.framesPerSecond())
                .member("width", point.width())
                .member("height", point.height())
                .member("lossPermille", point.lossPermille())
                .member("unrepairedPermille", point.unrepairedPermille())
                .member("jitterMs", point.jitterMs())
                .member("rttMs", point.rttMs())
                .member("keyframeRequests", point.keyframeRequests())
                .endObject();
    }

    static void write(Played point, JsonWriter json) {
        json.beginObject()
                .member("atMs", point.atMs())
                .member("bps", point.bps())
                .member("lossPermille", point.lossPermille())
                .member("rttMs", point.rttMs())
                .member("nacks", point.nacks())
                .member("retransmissions", point.retransmissions())
                .endObject();
    }
}
