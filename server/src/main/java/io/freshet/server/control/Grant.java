package io.freshet.server.control;

import java.util.List;

/// What a client may do, as its token says; a client without one may do everything.
///
/// @param userId whom the token is for
/// @param expiresAtMs wall clock; `Long.MAX_VALUE` without a token
/// @param roomId the only room it is good for; empty for any
/// @param streamIds the only streams it may publish; empty for any
record Grant(
        String userId,
        long expiresAtMs,
        String roomId,
        boolean mayLogin,
        boolean mayPublish,
        List<String> streamIds) {

    Grant {
        streamIds = List.copyOf(streamIds);
    }

    /// Of a client that has shown the AppSign and no token.
    static Grant unlimited(String userId) {
        return new Grant(userId, Long.MAX_VALUE, "", true, true, List.of());
    }

    boolean hasExpired(long wallMs) {
        return wallMs >= expiresAtMs;
    }

    boolean hasExpiry() {
        return expiresAtMs != Long.MAX_VALUE;
    }

    boolean allowsRoom(String wanted) {
        return mayLogin && (roomId.isEmpty() || roomId.equals(wanted));
    }

    boolean allowsStream(String streamId) {
        return mayPublish && (streamIds.isEmpty() || streamIds.contains(streamId));
    }
}
