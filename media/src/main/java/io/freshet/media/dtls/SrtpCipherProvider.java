package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Where the SRTP contexts get their primitives from. Implementations know keys and bytes, nothing
/// of RTP: faster ones slot in without touching the logic. What it makes is single-threaded;
/// buffers are heap or direct, read-only where they are only read, and used by absolute offsets.
public interface SrtpCipherProvider {
    /// For logs and metrics, for instance `jdk`.
    String name();

    AesGcm aesGcm(byte[] key);

    AesCtr aesCtr(byte[] key);

    HmacSha1 hmacSha1(byte[] key);

    /// The JDK's ciphers: always there.
    static SrtpCipherProvider jdk() {
        return JdkSrtpCiphers.INSTANCE;
    }

    /// AES in Galois/counter mode with 12 bytes of IV and 16 bytes of tag. RFC 5116 §5.1.
    interface AesGcm {
        int IV_BYTES = 12;
        int TAG_BYTES = 16;

        /// Starts one message to encrypt. Must accept the IV of a message before: whoever calls
        /// vouches that it is the same message again. `iv` is read before the return.
        void beginSeal(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength);

        /// Encrypts to `out`, which gets `length + TAG_BYTES` bytes. In place when buffers and
        /// offsets are the same; otherwise they must not overlap.
        void seal(ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset);

        /// Starts one message to decrypt. `iv` is read before the return.
        void beginOpen(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength);

        /// Decrypts `length` bytes, the tag being the last of them, in place.
        ///
        /// @return false when the tag is wrong; the buffer is then as it was
        boolean open(ByteBuffer inOut, int offset, int length);
    }

    /// AES in counter mode, the whole 16 bytes being the counter. RFC 3711 §4.1.1.
    interface AesCtr {
        int IV_BYTES = 16;

        /// Encrypts or decrypts; the ranges must not overlap.
        void apply(
                byte[] iv, ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset);

        /// Encrypts or decrypts.
        void applyInPlace(byte[] iv, ByteBuffer inOut, int offset, int length);
    }

    /// RFC 2104 with SHA-1.
    interface HmacSha1 {
        int MAC_BYTES = 20;

        void update(ByteBuffer in, int offset, int length);

        /// Four bytes in network order.
        void update(int value);

        /// Writes the MAC to the first bytes of `mac` and is ready for the next message.
        void finish(byte[] mac);
    }
}
