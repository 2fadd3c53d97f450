package io.freshet.sdk.room;

/// What an app asks for with `loginRoom`, checked already.
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

    LoginRequest withToken(String newToken) {
        return new LoginRequest(
                roomId, userId, userName, newToken, maxMemberCount, userStatusNotify);
    }
}
