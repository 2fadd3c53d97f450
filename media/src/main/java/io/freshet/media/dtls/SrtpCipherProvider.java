package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Where the SRTP contexts get their primitives from. Implementations know keys and bytes, nothing
/// of RTP: faster ones slot in without touching the logic. What it makes is single-threaded;
/// buffers are heap or direct, read-only where they are only read.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "unused"})
public interface SrtpCipherProvider {
    /// For logs and metrics, for instance `jdk`.
    String name();

    AesGcm aesGcm(byte[] key);

    AesCtr aesCtr(byte[] key);

    HmacSha1 hmacSha1(byte[] key);

    /// The JDK's ciphers: always there.
    static SrtpCipherProvider jdk() {
        throw new UnsupportedOperationException();
    }

    /// AES in Galois/counter mode with 12 bytes of IV and 16 bytes of tag (RFC 5116 §5.1).
    interface AesGcm {
        int IV_BYTES = 12;
        int TAG_BYTES = 16;

        /// Starts one message. Must accept the same IV again: the caller vouches that it is the
        /// same message.
        void begin(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength);

        /// Encrypts to `out`, which gets `length + TAG_BYTES` bytes. In place when buffers and
        /// offsets are the same; otherwise they must not overlap.
        void seal(ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset);

        /// Decrypts `length` bytes, the tag being the last of them, to `out`; buffers and offsets
        /// may be the same.
        ///
        /// @return false when the tag is wrong; `out` is then untouched
        boolean open(ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset);
    }

    /// AES in counter mode.
    interface AesCtr {
        int IV_BYTES = 16;

        /// Encrypts or decrypts; in place when buffers and offsets are the same.
        void apply(
                byte[] iv, ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset);
    }

    interface HmacSha1 {
        int MAC_BYTES = 20;

        void update(ByteBuffer in, int offset, int length);

        void update(int fourBytes);

        /// Writes the MAC and is ready for the next message.
        void finish(byte[] mac);
    }
}
