package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.StreamOperations;
import java.util.List;

/// Actions on the streams of rooms.
final class StreamActions {
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
                        this::describeSimpleStreamList));
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
}
