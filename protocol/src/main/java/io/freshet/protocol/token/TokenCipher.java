package io.freshet.protocol.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encryption and decryption of a token's inside with the bytes of the ServerSecret as the key.
final class TokenCipher {

    static final int BLOCK_LENGTH = 16;
    static final int GCM_TAG_LENGTH = 16;

    private TokenCipher() {}

    static byte[] encrypt(Token04.Mode mode, byte[] key, byte[] iv, byte[] plain)
            throws GeneralSecurityException {
        byte[] padded = mode == Token04.Mode.CBC ? pad(plain) : plain;
        return cipher(Cipher.ENCRYPT_MODE, mode, key, iv).doFinal(padded);
    }

    /// The plain text, empty when it was not encrypted with this key or was changed.
    ///
    /// The padding of CBC is examined here and without a branch on single bytes, and a wrong one is
    /// not told from a text that is not UTF-8: whoever sends forged tokens learns nothing of the
    /// plain text from how they are refused.
    static Optional<String> decrypt(TokenFrame frame, byte[] key) throws GeneralSecurityException {
        byte[] plain;
        try {
            plain = cipher(Cipher.DECRYPT_MODE, frame.mode, key, frame.iv).doFinal(frame.cipher);
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
        int length = frame.mode == Token04.Mode.CBC ? lengthWithoutPadding(plain) : plain.length;
        boolean intact = length >= 0;
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(plain, 0, intact ? length : plain.length))
                            .toString();
            return intact ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int direction, Token04.Mode mode, byte[] key, byte[] iv)
            throws GeneralSecurityException {
        boolean cbc = mode == Token04.Mode.CBC;
        AlgorithmParameterSpec parameters =
                cbc
                        ? new IvParameterSpec(iv)
                        : new GCMParameterSpec(GCM_TAG_LENGTH * Byte.SIZE, iv);
        Cipher cipher = Cipher.getInstance(cbc ? "AES/CBC/NoPadding" : "AES/GCM/NoPadding");
        cipher.init(direction, new SecretKeySpec(key, "AES"), parameters);
        return cipher;
    }

    /// PKCS #7 padding (RFC 5652 §6.3).
    private static byte[] pad(byte[] plain) {
        int padding = BLOCK_LENGTH - plain.length % BLOCK_LENGTH;
        byte[] padded = new byte[plain.length + padding];
        System.arraycopy(plain, 0, padded, 0, plain.length);
        for (int i = plain.length; i < padded.length; i++) {
            padded[i] = (byte) padding;
        }
        return padded;
    }

    /// -1 if the padding is wrong. Looks at the whole last block whatever it holds.
    private static int lengthWithoutPadding(byte[] padded) {
        int padding = padded[padded.length - 1] & 0xFF;
        int wrong = padding == 0 || padding > BLOCK_LENGTH ? 1 : 0;
        for (int i = 1; i <= BLOCK_LENGTH; i++) {
            int isPadding = (i - padding - 1) >>> 31; // 1 for the last `padding` bytes
            wrong |= isPadding * (padding ^ (padded[padded.length - i] & 0xFF));
        }
        return wrong == 0 ? padded.length - padding : -1;
    }
}
