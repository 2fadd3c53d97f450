package io.freshet.server.control.forbid;

/// Keeps a stream's audio, its video or both from its viewers for a while.
///
/// @param createdAtS seconds since 1970-01-01T00:00:00Z
/// @param effectiveS for how many seconds
public record StreamRule(
        String roomId,
        String streamId,
        boolean audio,
        boolean video,
        long createdAtS,
        long effectiveS) {
    private static final long MS_PER_SECOND = 1_000;

    public long expiresAtS() {
        return createdAtS + effectiveS;
    }

    public boolean isInForce(long wallMs) {
        return wallMs < expiresAtS() * MS_PER_SECOND;
    }
}
