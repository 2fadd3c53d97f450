package io.freshet.protocol.token;

/// What an accepted token says. Times are Unix seconds; the token is valid before
/// `expiresAtSeconds`.
public record TokenClaims(
        long appId,
        String userId,
        long issuedAtSeconds,
        long expiresAtSeconds,
        int nonce,
        RoomPayload payload) {}
