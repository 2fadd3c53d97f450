package io.freshet.media.dtls;

import java.util.Arrays;

/// Master keys and salts of both directions of one DTLS-SRTP session. RFC 5764 §4.2.
///
/// Holds secrets: has no `toString` that shows them. Immutable; arrays are copied on the way in and
/// out.
public final class SrtpKeys {
    private final SrtpProfile profile;
    private final byte[] localKey;
    private final byte[] localSalt;
    private final byte[] remoteKey;
    private final byte[] remoteSalt;

    /// Takes both directions as they are.
    ///
    /// @param localKey protects what this side sends
    /// @param remoteKey protects what the peer sends
    /// @throws IllegalArgumentException when a length does not fit the profile
    public SrtpKeys(
            SrtpProfile profile,
            byte[] localKey,
            byte[] localSalt,
            byte[] remoteKey,
            byte[] remoteSalt) {
        requireLength("key", localKey, profile.keyBytes());
        requireLength("key", remoteKey, profile.keyBytes());
        requireLength("salt", localSalt, profile.saltBytes());
        requireLength("salt", remoteSalt, profile.saltBytes());
        this.profile = profile;
        this.localKey = localKey.clone();
        this.localSalt = localSalt.clone();
        this.remoteKey = remoteKey.clone();
        this.remoteSalt = remoteSalt.clone();
    }

    /// Cuts what the DTLS exporter `EXTRACTOR-dtls_srtp` gave, seen from the DTLS server: the order
    /// is client key, server key, client salt, server salt (RFC 5764 §4.2).
    public static SrtpKeys ofServer(SrtpProfile profile, byte[] exported) {
        int key = profile.keyBytes();
        int salt = profile.saltBytes();
        requireLength("exported keying material", exported, exportedBytes(profile));
        return new SrtpKeys(
                profile,
                Arrays.copyOfRange(exported, key, 2 * key),
                Arrays.copyOfRange(exported, 2 * key + salt, 2 * key + 2 * salt),
                Arrays.copyOfRange(exported, 0, key),
                Arrays.copyOfRange(exported, 2 * key, 2 * key + salt));
    }

    /// As [#ofServer], seen from the DTLS client.
    public static SrtpKeys ofClient(SrtpProfile profile, byte[] exported) {
        return ofServer(profile, exported).swapped();
    }

    /// How many bytes the exporter must be asked for.
    public static int exportedBytes(SrtpProfile profile) {
        return 2 * (profile.keyBytes() + profile.saltBytes());
    }

    /// The same session seen from the other side.
    public SrtpKeys swapped() {
        return new SrtpKeys(profile, remoteKey, remoteSalt, localKey, localSalt);
    }

    public SrtpProfile profile() {
        return profile;
    }

    byte[] localKey() {
        return localKey.clone();
    }

    byte[] localSalt() {
        return localSalt.clone();
    }

    byte[] remoteKey() {
        return remoteKey.clone();
    }

    byte[] remoteSalt() {
        return remoteSalt.clone();
    }

    private static void requireLength(String what, byte[] value, int length) {
        if (value.length != length) {
            throw new IllegalArgumentException(
                    what + " has " + value.length + " bytes, not " + length);
        }
    }
}
