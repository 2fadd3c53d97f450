package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK's ciphers. They are fastest on heap arrays, so direct buffers go through scratch arrays.
/// The JDK makes about 1 kB of garbage per message when a cipher gets its next IV.
enum JdkSrtpCiphers implements SrtpCipherProvider {
    INSTANCE;

    /// Scratch arrays begin with room for any datagram on a usual path and grow when needed.
    private static final int SCRATCH_BYTES = 2048;

    @Override
    public AesGcm aesGcm(byte[] key) {
        return new JdkAesGcm(key);
    }

    @Override
    public AesCtr aesCtr(byte[] key) {
        return new JdkAesCtr(key);
    }

    @Override
    public HmacSha1 hmacSha1(byte[] key) {
        return new JdkHmacSha1(key);
    }

    private static final class JdkAesGcm implements AesGcm {
        private final Cipher cipher = cipher("AES/GCM/NoPadding");
        private final SecretKeySpec key;
        private final byte[] lastSealIv = new byte[IV_BYTES];
        private final Scratch input = new Scratch();
        private final Scratch output = new Scratch();

        JdkAesGcm(byte[] key) {
            this.key = new SecretKeySpec(key, "AES");
        }

        @Override
        public void beginSeal(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength) {
            if (Arrays.equals(iv, lastSealIv)) {
                // The JDK refuses to encrypt twice in a row with one IV. Ours does so only for the
                // same message, whose ciphertext is the same: let it see another IV in between.
                byte[] other = iv.clone();
                other[0] ^= 1;
                init(cipher, Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, other));
            }
            init(cipher, Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, iv));
            System.arraycopy(iv, 0, lastSealIv, 0, IV_BYTES);
            updateAad(aad, aadOffset, aadLength);
        }

        @Override
        public void seal(ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset) {
            try {
                byte[] from = input.forReading(in, inOffset, length);
                byte[] to = output.forWriting(out, outOffset, length + TAG_BYTES);
                cipher.doFinal(from, input.offset, length, to, output.offset);
                output.flush(out, outOffset, length + TAG_BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM encryption failed", e);
            }
        }

        @Override
        public void beginOpen(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength) {
            init(cipher, Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, iv));
            updateAad(aad, aadOffset, aadLength);
        }

        @Override
        public boolean open(ByteBuffer inOut, int offset, int length) {
            try {
                // Not in place: the JDK would copy the whole array behind it, and a wrong guess of
                // the rollover counter must leave the packet as it was.
                byte[] from = input.forReading(inOut, offset, length);
                byte[] to = output.own(length);
                int opened = cipher.doFinal(from, input.offset, length, to, 0);
                inOut.put(offset, to, 0, opened);
                return true;
            } catch (AEADBadTagException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM decryption failed", e);
            }
        }

        private void updateAad(ByteBuffer aad, int offset, int length) {
            byte[] from = input.forReading(aad, offset, length);
            cipher.updateAAD(from, input.offset, length);
        }
    }

    private static final class JdkAesCtr implements AesCtr {
        private final Cipher cipher = cipher("AES/CTR/NoPadding");
        private final SecretKeySpec key;
        private final Scratch input = new Scratch();
        private final Scratch output = new Scratch();

        JdkAesCtr(byte[] key) {
            this.key = new SecretKeySpec(key, "AES");
        }

        @Override
        public void apply(
                byte[] iv, ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset) {
            init(cipher, Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            try {
                byte[] from = input.forReading(in, inOffset, length);
                byte[] to = output.forWriting(out, outOffset, length);
                cipher.doFinal(from, input.offset, length, to, output.offset);
                output.flush(out, outOffset, length);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-CTR failed", e);
            }
        }

        @Override
        public void applyInPlace(byte[] iv, ByteBuffer inOut, int offset, int length) {
            init(cipher, Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            try {
                // Through an array of ours: in place the JDK would make a new one each time.
                byte[] from = input.forReading(inOut, offset, length);
                byte[] to = output.own(length);
                cipher.doFinal(from, input.offset, length, to, 0);
                inOut.put(offset, to, 0, length);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-CTR failed", e);
            }
        }
    }

    private static final class JdkHmacSha1 implements HmacSha1 {
        private static final String ALGORITHM = "HmacSHA1";

        private final Mac mac;
        private final Scratch input = new Scratch();

        JdkHmacSha1(byte[] key) {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
            }
        }

        @Override
        public void update(ByteBuffer in, int offset, int length) {
            byte[] from = input.forReading(in, offset, length);
            mac.update(from, input.offset, length);
        }

        @Override
        public void update(int value) {
            mac.update((byte) (value >> 24));
            mac.update((byte) (value >> 16));
            mac.update((byte) (value >> 8));
            mac.update((byte) value);
        }

        @Override
        public void finish(byte[] result) {
            try {
                mac.doFinal(result, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(ALGORITHM + " failed", e);
            }
        }
    }

    /// The array behind a buffer, or a copy where there is none to be had.
    private static final class Scratch {
        private byte[] own = {};

        /// Where the bytes are in the array returned last.
        private int offset;

        byte[] forReading(ByteBuffer buffer, int bufferOffset, int length) {
            if (buffer.hasArray()) {
                offset = buffer.arrayOffset() + bufferOffset;
                return buffer.array();
            }
            own(length);
            buffer.get(bufferOffset, own, 0, length);
            return own;
        }

        byte[] forWriting(ByteBuffer buffer, int bufferOffset, int length) {
            if (buffer.hasArray()) {
                offset = buffer.arrayOffset() + bufferOffset;
                return buffer.array();
            }
            return own(length);
        }

        /// Brings to the buffer what was written.
        void flush(ByteBuffer buffer, int bufferOffset, int length) {
            if (!buffer.hasArray()) {
                buffer.put(bufferOffset, own, 0, length);
            }
        }

        byte[] own(int length) {
            if (own.length < length) {
                own = new byte[Math.max(SCRATCH_BYTES, length)];
            }
            offset = 0;
            return own;
        }
    }

    private static Cipher cipher(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + transformation, e);
        }
    }

    private static void init(
            Cipher cipher, int mode, SecretKeySpec key, AlgorithmParameterSpec parameters) {
        try {
            cipher.init(mode, key, parameters);
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the cipher refused its parameters", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher refused its key", e);
        }
    }
}
