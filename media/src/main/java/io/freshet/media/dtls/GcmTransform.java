package io.freshet.media.dtls;

import io.freshet.media.dtls.SrtpCipherProvider.AesGcm;
import java.nio.ByteBuffer;

/// AEAD_AES_128_GCM. RFC 7714.
///
/// ```
/// RTP:  | header            | encrypted payload    | tag 16 |              RFC 7714 §8
/// RTCP: | header and SSRC 8 | encrypted | tag 16 | E, index 4 |            RFC 7714 §9.2
/// ```
///
/// The tag also covers the readable parts. An IV must never protect two different messages: that
/// would reveal the authentication key ([SrtpSenderContext] sees to it).
final class GcmTransform implements SrtpTransform {
    private final AesGcm rtp;
    private final AesGcm rtcp;
    private final byte[] rtpSalt;
    private final byte[] rtcpSalt;
    private final byte[] iv = new byte[AesGcm.IV_BYTES];
    private final ByteBuffer rtcpAad = ByteBuffer.allocate(RTCP_HEADER_BYTES + RTCP_INDEX_BYTES);

    GcmTransform(SrtpSessionKeys rtpKeys, SrtpSessionKeys rtcpKeys, SrtpCipherProvider ciphers) {
        rtp = ciphers.aesGcm(rtpKeys.encryptionKey);
        rtcp = ciphers.aesGcm(rtcpKeys.encryptionKey);
        rtpSalt = rtpKeys.salt;
        rtcpSalt = rtcpKeys.salt;
    }

    @Override
    public int tagBytes() {
        return AesGcm.TAG_BYTES;
    }

    @Override
    public int protectRtp(
            ByteBuffer out,
            int outOffset,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long index) {
        setIv(rtpSalt, out.getInt(outOffset + SrtpPacket.RTP_SSRC_OFFSET), index);
        rtp.beginSeal(iv, out, outOffset, headerLength);
        rtp.seal(payload, payloadOffset, payloadLength, out, outOffset + headerLength);
        return headerLength + payloadLength + AesGcm.TAG_BYTES;
    }

    @Override
    public boolean unprotectRtp(
            ByteBuffer packet, int offset, int length, int headerLength, long index) {
        setIv(rtpSalt, packet.getInt(offset + SrtpPacket.RTP_SSRC_OFFSET), index);
        rtp.beginOpen(iv, packet, offset, headerLength);
        return rtp.open(packet, offset + headerLength, length - headerLength);
    }

    @Override
    public int protectRtcp(ByteBuffer packet, int offset, int length, int index) {
        int word = RTCP_ENCRYPTED | index;
        setIv(rtcpSalt, packet.getInt(offset + SrtpPacket.RTCP_SSRC_OFFSET), index);
        setRtcpAad(packet, offset, word);
        rtcp.beginSeal(iv, rtcpAad, 0, rtcpAad.capacity());
        int body = offset + RTCP_HEADER_BYTES;
        rtcp.seal(packet, body, length - RTCP_HEADER_BYTES, packet, body);
        packet.putInt(offset + length + AesGcm.TAG_BYTES, word);
        return length + AesGcm.TAG_BYTES + RTCP_INDEX_BYTES;
    }

    @Override
    public boolean unprotectRtcp(ByteBuffer packet, int offset, int length) {
        int word = rtcpIndexWord(packet, offset, length);
        setIv(
                rtcpSalt,
                packet.getInt(offset + SrtpPacket.RTCP_SSRC_OFFSET),
                word & ~RTCP_ENCRYPTED);
        int end = length - RTCP_INDEX_BYTES;
        if ((word & RTCP_ENCRYPTED) != 0) {
            setRtcpAad(packet, offset, word);
            rtcp.beginOpen(iv, rtcpAad, 0, rtcpAad.capacity());
            return rtcp.open(packet, offset + RTCP_HEADER_BYTES, end - RTCP_HEADER_BYTES);
        }
        // Not encrypted: all of it is associated data (RFC 7714 §9.3). Browsers never do this.
        int plainLength = end - AesGcm.TAG_BYTES;
        ByteBuffer aad = ByteBuffer.allocate(plainLength + RTCP_INDEX_BYTES);
        aad.put(0, packet, offset, plainLength).putInt(plainLength, word);
        rtcp.beginOpen(iv, aad, 0, aad.capacity());
        return rtcp.open(packet, offset + plainLength, AesGcm.TAG_BYTES);
    }

    @Override
    public int rtcpIndexWord(ByteBuffer packet, int offset, int length) {
        return packet.getInt(offset + length - RTCP_INDEX_BYTES);
    }

    /// RFC 7714 §8.1 and §9.1: two zero bytes, SSRC, 48 bits of index, all combined with the salt.
    private void setIv(byte[] salt, int ssrc, long index) {
        iv[0] = salt[0];
        iv[1] = salt[1];
        for (int i = 0; i < 4; i++) {
            iv[2 + i] = (byte) (salt[2 + i] ^ (ssrc >>> (24 - 8 * i)));
        }
        for (int i = 0; i < 6; i++) {
            iv[6 + i] = (byte) (salt[6 + i] ^ (index >>> (40 - 8 * i)));
        }
    }

    private void setRtcpAad(ByteBuffer packet, int offset, int word) {
        rtcpAad.putLong(0, packet.getLong(offset)).putInt(RTCP_HEADER_BYTES, word);
    }
}
