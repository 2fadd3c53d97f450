package io.freshet.protocol.token;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The outer layout of a token after its version, "04":
///
/// ```
/// base64( i64be expire | u16be ivLength | iv | u16be cipherLength | cipher [ | u8 mode ] )
/// ```
///
/// An absent mode is CBC. Nothing of it is authentic.
final class TokenFrame {

    private static final int MAX_U16 = 0xFFFF;

    final long expire;
    final byte[] iv;
    final byte[] cipher;
    final Token04.Mode mode;

    TokenFrame(long expire, byte[] iv, byte[] cipher, Token04.Mode mode) {
        this.expire = expire;
        this.iv = iv;
        this.cipher = cipher;
        this.mode = mode;
    }

    static boolean fits(int cipherLength) {
        return cipherLength <= MAX_U16;
    }

    String toBase64() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (expire >>> shift));
        }
        writeBlock(out, iv);
        writeBlock(out, cipher);
        if (mode != Token04.Mode.CBC) {
            out.write(mode.number());
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static void writeBlock(ByteArrayOutputStream out, byte[] block) {
        out.write(block.length >>> 8);
        out.write(block.length);
        out.write(block, 0, block.length);
    }

    /// Empty if the text has another layout, or lengths that its mode cannot have.
    static Optional<TokenFrame> tryRead(String base64) {
        byte[] in;
        try {
            in = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int ivAt = 10;
        int ivEnd = in.length < ivAt ? -1 : ivAt + u16(in, ivAt - 2);
        int cipherAt = ivEnd + 2;
        if (ivEnd < 0 || in.length < cipherAt) {
            return Optional.empty();
        }
        int cipherEnd = cipherAt + u16(in, ivEnd);
        int rest = in.length - cipherEnd;
        if (rest < 0 || rest > 1) {
            return Optional.empty();
        }
        Optional<Token04.Mode> mode = Token04.Mode.of(rest == 0 ? 0 : in[cipherEnd]);
        if (!mode.isPresent()
                || ivEnd - ivAt != mode.get().ivLength()
                || !mode.get().canHaveLength(cipherEnd - cipherAt)) {
            return Optional.empty();
        }
        long expire = 0;
        for (int i = 0; i < 8; i++) {
            expire = expire << 8 | (in[i] & 0xFF);
        }
        return Optional.of(
                new TokenFrame(
                        expire,
                        Arrays.copyOfRange(in, ivAt, ivEnd),
                        Arrays.copyOfRange(in, cipherAt, cipherEnd),
                        mode.get()));
    }

    private static int u16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | (in[at + 1] & 0xFF);
    }
}
