package io.freshet.server.gateway.api;

import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.StreamOperations;
import java.util.List;

/// Actions on the streams of rooms.
final class StreamActions {
    private static final int MAX_TITLE_BYTES = 127;

    private final StreamOperations operations;

    StreamActions(StreamOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        return List.of(
                new ApiAction(
                        "DescribeSimpleStreamList",
                        List.of("RoomId"),
                        50,
                        0.1,
                        this::describeSimpleStreamList),
                new ApiAction(
                        "AddStream",
                        List.of(
                                "RoomId",
                                "UserId",
                                "UserName",
                                "StreamId",
                                "StreamTitle",
                                "ExtraInfo",
                                "CensorFlag"),
                        10,
                        this::addStream),
                new ApiAction(
                        "DeleteStream",
                        List.of("RoomId", "UserId", "UserName", "StreamId"),
                        10,
                        this::deleteStream));
    }

    private void describeSimpleStreamList(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        var streams = operations.streams(appId, parameters.roomId());
        data.beginArray("StreamList");
        for (var live : streams) {
            data.beginObject()
                    .member("StreamId", live.stream().streamId())
                    .member("UserId", live.stream().user().userId())
                    .member("UserName", live.stream().user().userName())
                    .member("CreateTime", live.createdAtMs())
                    .member("StreamNumberId", live.number())
                    .endObject();
        }
        data.endArray();
    }

    private void addStream(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        var announcement =
                new StreamOperations.Announcement(
                        parameters.streamId(),
                        parameters.user(),
                        parameters.text("StreamTitle", MAX_TITLE_BYTES),
                        parameters.text("ExtraInfo", Limits.STREAM_EXTRA_INFO_MAX_BYTES));
        parameters.number("CensorFlag", 0, 0, 1);
        switch (operations.add(appId, roomId, announcement)) {
            case DONE -> {}
            case NO_SUCH_ROOM -> throw ApiException.noSuchRoom();
            case TAKEN ->
                    throw new ApiException(
                            ApiCode.STREAM_OF_ANOTHER,
                            "Another user has a stream of this StreamId in the room.");
            case FORBIDDEN ->
                    throw new ApiException(
                            ApiCode.STREAM_NOT_SET,
                            "The stream is forbidden, or its user may not publish.");
            case FULL ->
                    throw new ApiException(
                            ApiCode.STREAM_NOT_SET,
                            "The room has as many added streams as it may: delete one first.");
        }
    }

    private void deleteStream(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        parameters.user();
        switch (operations.remove(appId, roomId, parameters.streamId())) {
            case DONE -> {}
            case NO_SUCH_ROOM -> throw ApiException.noSuchRoom();
            case NO_SUCH_STREAM ->
                    throw new ApiException(
                            ApiCode.NO_SUCH_STREAM, "The room has no stream of this StreamId.");
        }
    }
}
