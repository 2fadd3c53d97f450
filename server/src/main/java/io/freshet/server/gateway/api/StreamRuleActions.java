package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.ForbidOperations;
import io.freshet.server.control.ForbidOperations.Media;
import io.freshet.server.control.forbid.RuleBook;
import io.freshet.server.control.forbid.StreamRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Actions on the rules that keep a stream's audio or video from its viewers.
final class StreamRuleActions {
    private static final int PER_SECOND = 10;
    private static final int DEFAULT_SECONDS = 21_600;
    private static final int MAX_SECONDS = 86_400;
    private static final int MAX_ASKED = 10;

    private final ForbidOperations operations;

    StreamRuleActions(ForbidOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        return List.of(
                new ApiAction(
                        "SetForbidStreamRule",
                        List.of(
                                "RoomId",
                                "StreamId",
                                "DisableAudio",
                                "DisableVideo",
                                "EffectiveTime"),
                        PER_SECOND,
                        this::set),
                new ApiAction(
                        "DescribeForbidStreamRules",
                        List.of("RoomId", "StreamId[]"),
                        PER_SECOND,
                        this::describe),
                new ApiAction(
                        "DelForbidStreamRule",
                        List.of("RoomId", "StreamId"),
                        PER_SECOND,
                        this::delete));
    }

    private void set(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        String roomId = parameters.roomId();
        String streamId = parameters.streamId();
        Media media =
                new Media(
                        parameters.number("DisableAudio", 0, 0, 1) == 1,
                        parameters.number("DisableVideo", 0, 0, 1) == 1);
        if (!media.audio() && !media.video()) {
            throw new ApiException(
                    ApiCode.BAD_PARAMETER, "DisableAudio or DisableVideo must be 1, or both.");
        }
        // More than a day is taken for a day, as the API has it.
        int seconds =
                Math.min(
                        parameters.number("EffectiveTime", DEFAULT_SECONDS, 1, Integer.MAX_VALUE),
                        MAX_SECONDS);
        Optional<StreamRule> rule =
                operations.setStreamRule(
                        appId, roomId, streamId, Duration.ofSeconds(seconds), media);
        if (rule.isEmpty()) {
            throw new ApiException(
                    ApiCode.TOO_MANY_RULES,
                    "There are "
                            + RuleBook.MAX_STREAM_RULES
                            + " rules for streams, the most there may be: delete one first.");
        }
    }

    private void describe(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        List<String> streamIds = parameters.streamIds(MAX_ASKED, ApiCode.BAD_PARAMETER);
        data.member("RoomId", roomId).beginArray("ForbidStreamRuleList");
        for (String streamId : streamIds) {
            Optional<StreamRule> rule = operations.streamRule(appId, roomId, streamId);
            data.beginObject()
                    .member("StreamId", streamId)
                    .member("DisableAudio", rule.filter(StreamRule::audio).isPresent() ? 1 : 0)
                    .member("DisableVideo", rule.filter(StreamRule::video).isPresent() ? 1 : 0)
                    .member("CreateTime", rule.map(StreamRule::createdAtS).orElse(0L))
                    .member("EffectiveTime", rule.map(StreamRule::effectiveS).orElse(0L))
                    .endObject();
        }
        data.endArray();
    }

    private void delete(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        operations.deleteStreamRule(appId, parameters.roomId(), parameters.streamId());
    }
}
