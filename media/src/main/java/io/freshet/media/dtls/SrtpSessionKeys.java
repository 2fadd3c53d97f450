package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// The keys that protect RTP or RTCP in one direction, derived from the master key and salt. RFC
/// 3711 §4.3.
final class SrtpSessionKeys {
    // RFC 3711 §4.3.1 and §4.3.2: encryption, authentication and salt follow each other.
    private static final int LABEL_RTP = 0;
    private static final int LABEL_RTCP = 3;
    private static final int AUTHENTICATION_KEY_BYTES = 20; // RFC 3711 §5.2

    /// The label is the byte above the 48 bits of the index, in an input of 112 bits.
    private static final int LABEL_OFFSET = 7;

    final byte[] encryptionKey;

    /// Empty for an AEAD, which needs none (RFC 7714 §11).
    final byte[] authenticationKey;

    final byte[] salt;

    SrtpSessionKeys(byte[] encryptionKey, byte[] authenticationKey, byte[] salt) {
        this.encryptionKey = encryptionKey;
        this.authenticationKey = authenticationKey;
        this.salt = salt;
    }

    static SrtpSessionKeys ofRtp(
            SrtpProfile profile, byte[] masterKey, byte[] masterSalt, SrtpCipherProvider ciphers) {
        return derive(LABEL_RTP, profile, ciphers.aesCtr(masterKey), masterSalt);
    }

    static SrtpSessionKeys ofRtcp(
            SrtpProfile profile, byte[] masterKey, byte[] masterSalt, SrtpCipherProvider ciphers) {
        return derive(LABEL_RTCP, profile, ciphers.aesCtr(masterKey), masterSalt);
    }

    private static SrtpSessionKeys derive(
            int label,
            SrtpProfile profile,
            SrtpCipherProvider.AesCtr pseudoRandom,
            byte[] masterSalt) {
        int authenticationBytes =
                switch (profile) {
                    case AEAD_AES_128_GCM -> 0;
                    case AES_CM_128_HMAC_SHA1_80 -> AUTHENTICATION_KEY_BYTES;
                };
        return new SrtpSessionKeys(
                generate(pseudoRandom, masterSalt, label, profile.keyBytes()),
                generate(pseudoRandom, masterSalt, label + 1, authenticationBytes),
                generate(pseudoRandom, masterSalt, label + 2, profile.saltBytes()));
    }

    /// AES-CM keystream of the salt with the label in it (RFC 3711 §4.3.3). A salt of 96 bits is
    /// followed by zeros to make 112 (RFC 7714 §11).
    private static byte[] generate(
            SrtpCipherProvider.AesCtr pseudoRandom, byte[] masterSalt, int label, int length) {
        byte[] result = new byte[length];
        if (length > 0) {
            byte[] iv = new byte[SrtpCipherProvider.AesCtr.IV_BYTES];
            System.arraycopy(masterSalt, 0, iv, 0, masterSalt.length);
            iv[LABEL_OFFSET] ^= (byte) label;
            pseudoRandom.apply(
                    iv, ByteBuffer.allocate(length), 0, length, ByteBuffer.wrap(result), 0);
        }
        return result;
    }
}
