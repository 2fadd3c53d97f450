package io.freshet.protocol;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks of what travels through a room besides media, the same on both ends: messages, commands,
/// their receivers, the room's extra info. Each answers [ErrorCode#COMMON_SUCCESS] or the code that
/// says what is wrong.
///
/// Lengths are bytes of UTF-8; see [Limits] for the figures and the rates, which only the server
/// checks.
public final class MessageContents {

    private MessageContents() {}

    /// 1 to 1024 bytes of anything.
    public static ErrorCode checkBroadcastMessage(@Nullable String message) {
        return checkContent(message);
    }

    /// 1 to 1024 bytes of anything.
    public static ErrorCode checkBarrageMessage(@Nullable String message) {
        return checkContent(message);
    }

    /// 1 to 1024 bytes of anything.
    public static ErrorCode checkCustomCommand(@Nullable String command) {
        return checkContent(command);
    }

    /// Base64 with padding (RFC 4648 §4) of 1 to 1024 bytes; an application's own bytes need
    /// [#checkTransparentContent(byte[])] only.
    public static ErrorCode checkTransparentContent(@Nullable String content) {
        if (content == null || content.isEmpty()) {
            return ErrorCode.IM_CONTENT_NULL;
        } else if (content.length() > encodedLength(Limits.TRANSPARENT_MESSAGE_MAX_BYTES)) {
            return ErrorCode.IM_CONTENT_TOO_LONG;
        } else if (content.length() % 4 != 0) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        try {
            return checkTransparentContent(Base64.getDecoder().decode(content));
        } catch (IllegalArgumentException e) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
    }

    /// 1 to 1024 bytes.
    public static ErrorCode checkTransparentContent(byte @Nullable [] content) {
        if (content == null || content.length == 0) {
            return ErrorCode.IM_CONTENT_NULL;
        }
        return content.length > Limits.TRANSPARENT_MESSAGE_MAX_BYTES
                ? ErrorCode.IM_CONTENT_TOO_LONG
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Up to 500 userIDs; none means everybody else in the room. The first that is wrong decides.
    public static ErrorCode checkReceivers(List<String> userIds) {
        if (userIds.size() > Limits.MESSAGE_RECEIVERS_MAX_COUNT) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        for (String userId : userIds) {
            ErrorCode code = checkReceiver(userId);
            if (!code.isSuccess()) {
                return code;
            }
        }
        return ErrorCode.COMMON_SUCCESS;
    }

    /// 1 to 10 bytes of anything.
    public static ErrorCode checkRoomExtraInfoKey(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_EMPTY;
        }
        return Identifiers.utf8Length(key) > Limits.ROOM_EXTRA_INFO_KEY_MAX_BYTES
                ? ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Up to 128 bytes of anything; it may be empty but not missing.
    public static ErrorCode checkRoomExtraInfoValue(@Nullable String value) {
        if (value == null) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        return Identifiers.utf8Length(value) > Limits.ROOM_EXTRA_INFO_VALUE_MAX_BYTES
                ? ErrorCode.ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Up to 256 bytes of anything, for whom the server's application removes from a room.
    public static ErrorCode checkCustomReason(@Nullable String reason) {
        return reason == null || Identifiers.utf8Length(reason) > Limits.CUSTOM_REASON_MAX_BYTES
                ? ErrorCode.COMMON_ILLEGAL_PARAM
                : ErrorCode.COMMON_SUCCESS;
    }

    private static ErrorCode checkContent(@Nullable String content) {
        if (content == null || content.isEmpty()) {
            return ErrorCode.IM_CONTENT_NULL;
        }
        return Identifiers.utf8Length(content) > Limits.MESSAGE_CONTENT_MAX_BYTES
                ? ErrorCode.IM_CONTENT_TOO_LONG
                : ErrorCode.COMMON_SUCCESS;
    }

    private static ErrorCode checkReceiver(@Nullable String userId) {
        ErrorCode code = Identifiers.checkUserId(userId);
        return switch (code) {
            case ROOM_USER_ID_NULL -> ErrorCode.IM_USER_ID_EMPTY;
            case ROOM_USER_ID_TOO_LONG -> ErrorCode.IM_USER_ID_TOO_LONG;
            default -> code;
        };
    }

    private static int encodedLength(int bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
