package io.freshet.server.gateway;

import io.freshet.protocol.ErrorCode;
import io.helidon.http.Status;
import java.util.Set;

/// Which HTTP status goes with an error code.
final class Refusal {
    private static final Set<Integer> CONFLICT =
            Set.of(
                    ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM.code(),
                    ErrorCode.PUBLISHER_ERROR_ALREADY_DO_PUBLISH.code());
    private static final Set<Integer> NOT_FOUND =
            Set.of(
                    ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code(),
                    ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE.code());
    private static final Set<Integer> FORBIDDEN =
            Set.of(
                    ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code(),
                    ErrorCode.PLAYER_ERROR_DISPATCH_AUTH_ERROR.code(),
                    ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code(),
                    ErrorCode.PLAYER_ERROR_SERVER_FORBID.code(),
                    ErrorCode.PLAYER_NOT_CONFIG_L3.code(),
                    ErrorCode.ROOM_USER_IN_BLACKLIST.code());
    private static final Set<Integer> TOO_MANY =
            Set.of(
                    ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT.code(),
                    ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code(),
                    ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code());
    private static final Set<Integer> NO_PLACE =
            Set.of(
                    ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER.code(),
                    ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_ROOM_COUNT.code());
    private static final Set<Integer> OUR_FAULT =
            Set.of(
                    ErrorCode.ROOM_INNER_ERROR.code(),
                    ErrorCode.PUBLISHER_INNER_ERROR.code(),
                    ErrorCode.PLAYER_INNER_ERROR.code());

    private Refusal() {}

    /// A token that is missing or wrong is 401, one that does not allow it 403; what is not listed
    /// is a bad request.
    static Status status(int code) {
        if (isTokenWrong(code)) {
            return Status.UNAUTHORIZED_401;
        } else if (CONFLICT.contains(code)) {
            return Status.CONFLICT_409;
        } else if (NOT_FOUND.contains(code)) {
            return Status.NOT_FOUND_404;
        } else if (FORBIDDEN.contains(code)) {
            return Status.FORBIDDEN_403;
        } else if (TOO_MANY.contains(code)) {
            return Status.TOO_MANY_REQUESTS_429;
        } else if (NO_PLACE.contains(code)) {
            return Status.SERVICE_UNAVAILABLE_503;
        } else if (OUR_FAULT.contains(code)) {
            return Status.INTERNAL_SERVER_ERROR_500;
        }
        return Status.BAD_REQUEST_400;
    }

    private static boolean isTokenWrong(int code) {
        return code == ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.code()
                || code == ErrorCode.ROOM_NO_TOKEN.code()
                || (code >= ErrorCode.ROOM_TOKEN_INNER_ERROR.code()
                        && code <= ErrorCode.ROOM_TOKEN_NONCETYPE_ERROR.code());
    }
}
