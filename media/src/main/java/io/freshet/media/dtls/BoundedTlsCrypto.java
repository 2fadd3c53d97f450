package io.freshet.media.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.gcm.BasicGCMMultiplier;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ContentType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDecodeResult;
import org.bouncycastle.tls.crypto.TlsEncodeResult;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/// The library's own cryptography, but what a peer says in an encrypted handshake record goes
/// through the same bounds as what it says in a plain one ([DtlsDatagram]).
final class BoundedTlsCrypto extends BcTlsCrypto {
    BoundedTlsCrypto(SecureRandom random) {
        super(random);
    }

    @Override
    public TlsCipher createCipher(
            TlsCryptoParameters parameters, int encryptionAlgorithm, int macAlgorithm)
            throws IOException {
        return new BoundedCipher(super.createCipher(parameters, encryptionAlgorithm, macAlgorithm));
    }

    /// Tables of 8 kB per direction would stay in memory for each viewer, to make a handful of
    /// short records faster.
    @Override
    protected AEADBlockCipher createGCMMode(BlockCipher engine) {
        return GCMBlockCipher.newInstance(engine, new BasicGCMMultiplier());
    }

    private static final class BoundedCipher implements TlsCipher {
        private final TlsCipher cipher;

        BoundedCipher(TlsCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public TlsDecodeResult decodeCiphertext(
                long seqNo,
                short recordType,
                ProtocolVersion recordVersion,
                byte[] ciphertext,
                int offset,
                int length)
                throws IOException {
            TlsDecodeResult decoded;
            try {
                decoded =
                        cipher.decodeCiphertext(
                                seqNo, recordType, recordVersion, ciphertext, offset, length);
            } catch (TlsFatalAlert e) {
                // Too short, for instance: anybody can send that in the peer's name.
                throw invalidRecord(e);
            }
            if (decoded.contentType == ContentType.handshake
                    && !DtlsDatagram.areHandshakesBounded(
                            decoded.buf, decoded.off, decoded.off + decoded.len)) {
                throw invalidRecord(null);
            }
            return decoded;
        }

        /// What the library drops in silence, as RFC 6347 §4.1.2.7 has it.
        private static TlsFatalAlert invalidRecord(@Nullable Throwable cause) {
            return new TlsFatalAlert(AlertDescription.bad_record_mac, cause);
        }

        @Override
        public TlsEncodeResult encodePlaintext(
                long seqNo,
                short contentType,
                ProtocolVersion recordVersion,
                int headerAllocation,
                byte[] plaintext,
                int offset,
                int length)
                throws IOException {
            return cipher.encodePlaintext(
                    seqNo, contentType, recordVersion, headerAllocation, plaintext, offset, length);
        }

        @Override
        public int getCiphertextDecodeLimit(int plaintextLimit) {
            return cipher.getCiphertextDecodeLimit(plaintextLimit);
        }

        @Override
        public int getCiphertextEncodeLimit(int plaintextLimit) {
            return cipher.getCiphertextEncodeLimit(plaintextLimit);
        }

        @Override
        public int getPlaintextDecodeLimit(int ciphertextLimit) {
            return cipher.getPlaintextDecodeLimit(ciphertextLimit);
        }

        @Override
        public int getPlaintextEncodeLimit(int ciphertextLimit) {
            return cipher.getPlaintextEncodeLimit(ciphertextLimit);
        }

        @Override
        public void rekeyDecoder() throws IOException {
            cipher.rekeyDecoder();
        }

        @Override
        public void rekeyEncoder() throws IOException {
            cipher.rekeyEncoder();
        }

        @Override
        public boolean usesOpaqueRecordTypeDecode() {
            return cipher.usesOpaqueRecordTypeDecode();
        }

        @Override
        public boolean usesOpaqueRecordTypeEncode() {
            return cipher.usesOpaqueRecordTypeEncode();
        }
    }
}
