package io.freshet.protocol;

import org.jspecify.annotations.Nullable;

/// Checks of the names that applications choose, the same on both ends and on every path. Each
/// answers [ErrorCode#COMMON_SUCCESS] or the code that says what is wrong; a missing name is
/// checked before its length, the length before its characters.
///
/// Lengths are bytes of UTF-8; see [Limits] for the figures.
public final class Identifiers {

    /// What roomID and userID may hold besides ASCII letters and digits.
    private static final String PUNCTUATION = "~!@#$%^&*()_+=-;,.<>\\`'";

    private static final String STREAM_ID_PUNCTUATION = "-_";

    private Identifiers() {}

    public static ErrorCode checkAppId(long appId) {
        if (appId == 0) {
            return ErrorCode.ENGINE_APPID_ZERO;
        }
        return appId < 0 || appId > Limits.APP_ID_MAX
                ? ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE
                : ErrorCode.COMMON_SUCCESS;
    }

    /// 1 to 127 bytes of ASCII letters, digits and `` ~!@#$%^&*()_+=-;,.<>\`' ``.
    public static ErrorCode checkRoomId(@Nullable String roomId) {
        if (roomId == null || roomId.isEmpty()) {
            return ErrorCode.ROOM_ROOMID_NULL;
        } else if (utf8Length(roomId) > Limits.ROOM_ID_MAX_BYTES) {
            return ErrorCode.ROOM_ROOMID_TOO_LONG;
        }
        return consistsOf(roomId, PUNCTUATION)
                ? ErrorCode.COMMON_SUCCESS
                : ErrorCode.ROOM_ROOMID_INVALID_CHARACTER;
    }

    /// 1 to 63 bytes of the characters of a roomID.
    public static ErrorCode checkUserId(@Nullable String userId) {
        if (userId == null || userId.isEmpty()) {
            return ErrorCode.ROOM_USER_ID_NULL;
        } else if (utf8Length(userId) > Limits.USER_ID_MAX_BYTES) {
            return ErrorCode.ROOM_USER_ID_TOO_LONG;
        }
        return consistsOf(userId, PUNCTUATION)
                ? ErrorCode.COMMON_SUCCESS
                : ErrorCode.ROOM_USER_ID_INVALID_CHARACTER;
    }

    /// Up to 255 bytes of any text without control characters; empty is allowed, as a userName is
    /// optional since version 3.17 of the Express API. Only a missing one is refused.
    public static ErrorCode checkUserName(@Nullable String userName) {
        if (userName == null) {
            return ErrorCode.ROOM_USER_NAME_NULL;
        } else if (utf8Length(userName) > Limits.USER_NAME_MAX_BYTES) {
            return ErrorCode.ROOM_USER_NAME_TOO_LONG;
        }
        return isPrintable(userName)
                ? ErrorCode.COMMON_SUCCESS
                : ErrorCode.ROOM_USER_NAME_INVALID_CHARACTER;
    }

    /// 1 to 255 bytes of ASCII letters, digits, `-` and `_`.
    public static ErrorCode checkStreamId(@Nullable String streamId) {
        if (streamId == null || streamId.isEmpty()) {
            return ErrorCode.COMMON_STREAM_ID_NULL;
        } else if (utf8Length(streamId) > Limits.STREAM_ID_MAX_BYTES) {
            return ErrorCode.COMMON_STREAM_ID_TOO_LONG;
        }
        return consistsOf(streamId, STREAM_ID_PUNCTUATION)
                ? ErrorCode.COMMON_SUCCESS
                : ErrorCode.COMMON_STREAM_ID_INVALID_CHARACTER;
    }

    /// Up to 1023 bytes of anything; empty means none.
    public static ErrorCode checkStreamExtraInfo(@Nullable String extraInfo) {
        if (extraInfo == null) {
            return ErrorCode.PUBLISHER_EXTRA_INFO_NULL;
        }
        return utf8Length(extraInfo) > Limits.STREAM_EXTRA_INFO_MAX_BYTES
                ? ErrorCode.PUBLISHER_EXTRA_INFO_TOO_LONG
                : ErrorCode.COMMON_SUCCESS;
    }

    /// Length of the text in bytes of UTF-8 without encoding it. An unpaired surrogate counts as
    /// the U+FFFD that [io.freshet.protocol.json.JsonWriter] makes of it.
    public static int utf8Length(String text) {
        int length = text.length();
        int bytes = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPairAt(text, i)) {
                bytes += 2; // four bytes for two units
                i++;
            } else if (c >= 0x800) {
                bytes += 2;
            } else if (c >= 0x80) {
                bytes++;
            }
        }
        return bytes;
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean consistsOf(String text, String punctuation) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && punctuation.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            } else if (Character.isSurrogate(c)) {
                if (!isPairAt(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
