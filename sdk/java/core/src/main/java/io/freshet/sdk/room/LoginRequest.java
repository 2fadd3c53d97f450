package io.freshet.sdk.room;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;

/// What an app asks for with `loginRoom`.
///
/// @param token empty for none
/// @param maxMemberCount 0 for no limit
public record LoginRequest(
        String roomId,
        String userId,
        String userName,
        String token,
        int maxMemberCount,
        boolean userStatusNotify) {

    /// Whether it is right in itself.
    public ErrorCode check() {
        ErrorCode room = Identifiers.checkRoomId(roomId);
        if (!room.isSuccess()) {
            return room;
        }
        ErrorCode user = Identifiers.checkUserId(userId);
        if (!user.isSuccess()) {
            return user;
        }
        ErrorCode name = Identifiers.checkUserName(userName);
        if (!name.isSuccess()) {
            return name;
        }
        return maxMemberCount < 0 ? ErrorCode.COMMON_ILLEGAL_PARAM : checkToken(token);
    }

    /// A token that is too long might not even fit into a message; the rest is the server's to say.
    public static ErrorCode checkToken(String token) {
        return token.length() > Limits.TOKEN_MAX_LENGTH
                ? ErrorCode.ROOM_TOKEN_FORMAT_ERROR
                : ErrorCode.COMMON_SUCCESS;
    }

    LoginRequest withToken(String newToken) {
        return new LoginRequest(
                roomId, userId, userName, newToken, maxMemberCount, userStatusNotify);
    }
}
