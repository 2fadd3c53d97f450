package io.freshet.media.dtls;

import io.freshet.media.dtls.SrtpCipherProvider.AesCtr;
import io.freshet.media.dtls.SrtpCipherProvider.HmacSha1;
import java.nio.ByteBuffer;

/// AES_CM_128_HMAC_SHA1_80. RFC 3711 §4.1.1, §4.2.1.
///
/// ```
/// RTP:  | header            | encrypted payload | tag 10 |                 RFC 3711 §3.1
/// RTCP: | header and SSRC 8 | encrypted | E, index 4 | tag 10 |            RFC 3711 §3.4
/// ```
final class CounterModeTransform implements SrtpTransform {
    private static final int TAG_BYTES = 10;

    private final AesCtr rtpCipher;
    private final AesCtr rtcpCipher;
    private final HmacSha1 rtpMac;
    private final HmacSha1 rtcpMac;
    private final byte[] rtpSalt;
    private final byte[] rtcpSalt;
    private final byte[] iv = new byte[AesCtr.IV_BYTES];
    private final byte[] mac = new byte[HmacSha1.MAC_BYTES];

    CounterModeTransform(
            SrtpSessionKeys rtpKeys, SrtpSessionKeys rtcpKeys, SrtpCipherProvider ciphers) {
        rtpCipher = ciphers.aesCtr(rtpKeys.encryptionKey);
        rtcpCipher = ciphers.aesCtr(rtcpKeys.encryptionKey);
        rtpMac = ciphers.hmacSha1(rtpKeys.authenticationKey);
        rtcpMac = ciphers.hmacSha1(rtcpKeys.authenticationKey);
        rtpSalt = rtpKeys.salt;
        rtcpSalt = rtcpKeys.salt;
    }

    @Override
    public int tagBytes() {
        return TAG_BYTES;
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
        rtpCipher.apply(iv, payload, payloadOffset, payloadLength, out, outOffset + headerLength);
        int protectedLength = headerLength + payloadLength;
        rtpMac.update(out, outOffset, protectedLength);
        rtpMac.update((int) (index >>> 16)); // the rollover counter (RFC 3711 §4.2)
        rtpMac.finish(mac);
        out.put(outOffset + protectedLength, mac, 0, TAG_BYTES);
        return protectedLength + TAG_BYTES;
    }

    @Override
    public boolean unprotectRtp(
            ByteBuffer packet, int offset, int length, int headerLength, long index) {
        int protectedLength = length - TAG_BYTES;
        rtpMac.update(packet, offset, protectedLength);
        rtpMac.update((int) (index >>> 16));
        rtpMac.finish(mac);
        if (!isTag(packet, offset + protectedLength)) {
            return false;
        }
        setIv(rtpSalt, packet.getInt(offset + SrtpPacket.RTP_SSRC_OFFSET), index);
        int payload = offset + headerLength;
        rtpCipher.applyInPlace(iv, packet, payload, protectedLength - headerLength);
        return true;
    }

    @Override
    public int protectRtcp(ByteBuffer packet, int offset, int length, int index) {
        applyToRtcp(packet, offset, length, index);
        packet.putInt(offset + length, RTCP_ENCRYPTED | index);
        int protectedLength = length + RTCP_INDEX_BYTES;
        rtcpMac.update(packet, offset, protectedLength);
        rtcpMac.finish(mac);
        packet.put(offset + protectedLength, mac, 0, TAG_BYTES);
        return protectedLength + TAG_BYTES;
    }

    @Override
    public boolean unprotectRtcp(ByteBuffer packet, int offset, int length) {
        int protectedLength = length - TAG_BYTES;
        rtcpMac.update(packet, offset, protectedLength);
        rtcpMac.finish(mac);
        if (!isTag(packet, offset + protectedLength)) {
            return false;
        }
        int word = rtcpIndexWord(packet, offset, length);
        if ((word & RTCP_ENCRYPTED) != 0) {
            applyToRtcp(packet, offset, protectedLength - RTCP_INDEX_BYTES, word & ~RTCP_ENCRYPTED);
        }
        return true;
    }

    @Override
    public int rtcpIndexWord(ByteBuffer packet, int offset, int length) {
        return packet.getInt(offset + length - TAG_BYTES - RTCP_INDEX_BYTES);
    }

    private void applyToRtcp(ByteBuffer packet, int offset, int length, int index) {
        setIv(rtcpSalt, packet.getInt(offset + SrtpPacket.RTCP_SSRC_OFFSET), index);
        int body = offset + RTCP_HEADER_BYTES;
        rtcpCipher.applyInPlace(iv, packet, body, length - RTCP_HEADER_BYTES);
    }

    /// RFC 3711 §4.1.1: salt times 2^16, SSRC times 2^64 and index times 2^16, combined; the last
    /// two bytes count blocks.
    private void setIv(byte[] salt, int ssrc, long index) {
        System.arraycopy(salt, 0, iv, 0, 4);
        for (int i = 0; i < 4; i++) {
            iv[4 + i] = (byte) (salt[4 + i] ^ (ssrc >>> (24 - 8 * i)));
        }
        for (int i = 0; i < 6; i++) {
            iv[8 + i] = (byte) (salt[8 + i] ^ (index >>> (40 - 8 * i)));
        }
        iv[14] = 0;
        iv[15] = 0;
    }

    /// In constant time.
    private boolean isTag(ByteBuffer packet, int tagOffset) {
        int difference = 0;
        for (int i = 0; i < TAG_BYTES; i++) {
            difference |= packet.get(tagOffset + i) ^ mac[i];
        }
        return difference == 0;
    }
}
