package io.freshet.protocol.token;

/// What a new token shall say.
///
/// @param appId 1 to 2^32 - 1
/// @param userId 1 to 64 bytes; a login takes at most 63
/// @param validSeconds from now; at least 1
/// @param payload empty for an identity token that opens every room, or a room payload
///   ([RoomPayload#toJson])
public record TokenRequest(long appId, String userId, long validSeconds, String payload) {}
