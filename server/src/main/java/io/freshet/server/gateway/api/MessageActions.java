package io.freshet.server.gateway.api;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.MessageContents;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.MessageOperations;
import java.util.List;

/// Actions that send messages into rooms.
final class MessageActions {
    private static final int MAX_RECEIVERS = 10;
    private static final int PER_SECOND = 100;
    private static final List<String> PARAMETERS =
            List.of("RoomId", "UserId", "UserName", "MessageCategory", "MessageContent");

    private final MessageOperations operations;

    MessageActions(MessageOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        return List.of(
                new ApiAction("SendBroadcastMessage", PARAMETERS, PER_SECOND, this::broadcast),
                new ApiAction("SendBarrageMessage", PARAMETERS, PER_SECOND, this::barrage),
                new ApiAction(
                        "SendCustomCommand",
                        List.of("RoomId", "FromUserId", "ToUserId[]", "MessageContent"),
                        PER_SECOND,
                        this::command));
    }

    private void broadcast(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        RoomUser from = sender(parameters);
        String text = content(parameters);
        long messageId =
                operations
                        .broadcast(appId, roomId, from, text)
                        .orElseThrow(ApiException::noSuchRoom);
        data.member("MessageId", messageId);
    }

    private void barrage(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        RoomUser from = sender(parameters);
        String text = content(parameters);
        long messageId =
                operations.barrage(appId, roomId, from, text).orElseThrow(ApiException::noSuchRoom);
        // A text here, a number there: so the API has it.
        data.member("MessageId", Long.toString(messageId));
    }

    private void command(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        String roomId = parameters.roomId();
        var from = new RoomUser(parameters.userId("FromUserId"), "");
        List<String> receivers = parameters.anyUserIds("ToUserId", MAX_RECEIVERS);
        String command = content(parameters);
        List<String> absent =
                operations
                        .command(appId, roomId, from, command, receivers)
                        .orElseThrow(ApiException::noSuchRoom);
        data.beginArray("FailUsers");
        for (String userId : absent) {
            data.beginObject()
                    .member("Uid", userId)
                    .member("Code", ApiCode.NO_SUCH_USER)
                    .endObject();
        }
        data.endArray();
    }

    /// Who a message is from, the category checked on the way: clients are not told of it.
    private static RoomUser sender(ApiParameters parameters) throws ApiException {
        parameters.required("MessageCategory");
        parameters.number("MessageCategory", 1, 1, 2);
        return parameters.user();
    }

    private static String content(ApiParameters parameters) throws ApiException {
        String content = parameters.text("MessageContent");
        ErrorCode checked = MessageContents.checkBroadcastMessage(content);
        if (checked == ErrorCode.IM_CONTENT_NULL) {
            throw new ApiException(ApiCode.EMPTY_MESSAGE, "MessageContent is empty.");
        } else if (!checked.isSuccess()) {
            throw new ApiException(
                    ApiCode.MESSAGE_TOO_LONG, "MessageContent: " + checked.sentence());
        }
        return content;
    }
}
