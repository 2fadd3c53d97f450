package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.ForbidOperations;
import io.freshet.server.control.ForbidOperations.Outcome;
import java.util.List;

/// Actions that forbid streams altogether, and the state of one. A `Sequence` keeps requests about
/// a stream from overtaking each other.
final class RtcStreamActions {
    private static final int PER_SECOND = 20;
    private static final int ASKED_PER_SECOND = 40;
    private static final int MAX_STREAMS = 20;
    private static final long MS_PER_SECOND = 1_000;

    private final ForbidOperations operations;

    RtcStreamActions(ForbidOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        List<String> one = List.of("StreamId", "Sequence");
        List<String> several = List.of("StreamId[]", "Sequence");
        return List.of(
                new ApiAction("ForbidRTCStream", one, PER_SECOND, this::forbid),
                new ApiAction("ResumeRTCStream", one, PER_SECOND, this::resume),
                new ApiAction("ForbidRTCStreams", several, PER_SECOND, this::forbidSeveral),
                new ApiAction("ResumeRTCStreams", several, PER_SECOND, this::resumeSeveral),
                new ApiAction("DescribeRTCStreamState", one, ASKED_PER_SECOND, this::describe));
    }

    private void forbid(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        var streams = List.of(streamId(parameters));
        require(
                operations.forbidStreams(appId, streams, parameters.sequence()),
                ApiCode.STREAM_NOT_FORBIDDEN);
    }

    private void resume(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        var streams = List.of(streamId(parameters));
        require(
                operations.resumeStreams(appId, streams, parameters.sequence()),
                ApiCode.STREAM_NOT_RESUMED);
    }

    private void forbidSeveral(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        var streams = parameters.streamIds(MAX_STREAMS, ApiCode.BAD_STREAM_IDS);
        require(
                operations.forbidStreams(appId, streams, parameters.sequence()),
                ApiCode.STREAMS_NOT_FORBIDDEN);
    }

    private void resumeSeveral(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        var streams = parameters.streamIds(MAX_STREAMS, ApiCode.BAD_STREAM_IDS);
        require(
                operations.resumeStreams(appId, streams, parameters.sequence()),
                ApiCode.STREAMS_NOT_RESUMED);
    }

    /// Changes nothing, so that it may come in any order.
    private void describe(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String streamId = streamId(parameters);
        parameters.sequence();
        long sinceMs =
                operations
                        .publishedSince(appId, streamId)
                        .orElseThrow(() ->
                                new ApiException(
                                        ApiCode.STREAM_NOT_FOUND,
                                        "Nobody publishes a stream of this StreamId."));
        data.member("create_time", Long.toString(sinceMs / MS_PER_SECOND)).member("close_time", "");
    }

    private static String streamId(ApiParameters parameters) throws ApiException {
        return parameters.streamId(ApiCode.BAD_STREAM_ID);
    }

    private static void require(Outcome outcome, int otherwise) throws ApiException {
        switch (outcome) {
            case DONE -> {}
            case LATE ->
                    throw new ApiException(
                            otherwise,
                            "Sequence must be larger than that of the last 10 seconds' requests"
                                    + " about the stream.");
            case TOO_MANY ->
                    throw new ApiException(
                            otherwise,
                            "As many streams are forbidden as may be: resume some first.");
        }
    }
}
