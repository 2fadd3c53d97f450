package io.freshet.media.io;

import io.freshet.media.dtls.SrtpContexts;
import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpProfile;
import io.freshet.media.dtls.SrtpSender;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.sdp.SessionOffer;
import io.freshet.media.transport.DatagramSink;
import io.freshet.media.transport.Handshake;
import io.freshet.media.transport.MediaRouter;
import io.freshet.media.transport.RouterConfig;
import io.freshet.media.transport.RouterStatistics;
import io.freshet.media.transport.TransportState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Runs publishers and players through a node that nobody knows before the first real ones come:
/// classes and ciphers are loaded then, which would otherwise cost the first peers some hundred
/// milliseconds.
final class Rehearsal
        implements DatagramSink, Handshake.Opener, MediaRouter.Output, MediaNode.Listener {
    private static final String OFFER =
            """
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            a=ice-ufrag:peer
            a=ice-pwd:peerpasswordpeerpassword
            a=fingerprint:sha-256 %s
            a=setup:actpass
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            a=mid:0
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=ssrc:2 cname:x
            m=video 9 UDP/TLS/RTP/SAVPF 96 97
            a=mid:1
            a=rtcp-mux
            a=ssrc-group:FID 3 4
            a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=rtcp-fb:96 transport-cc
            a=rtpmap:97 rtx/90000
            a=fmtp:97 apt=96
            """
                    .formatted("AB:".repeat(31) + "AB");

    private static final int ROUNDS = 5;
    private static final int PACKETS = 50;
    private static final SrtpProfile PROFILE = SrtpProfile.AEAD_AES_128_GCM;

    /// Version 2, marker, payload type; the sequence number belongs behind it. RFC 3550 §5.1.
    private static final int VIDEO_HEADER = 0x80e0_0000;

    private static final int AUDIO_HEADER = 0x80ef_0000;

    private static final InetSocketAddress PUBLISHER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private static final InetSocketAddress PLAYER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 10);

    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES);
    private final List<Handshake.Output> transports = new ArrayList<>();

    private Rehearsal() {}

    /// Returns when it is through, after some ten to some hundred milliseconds.
    static void run(MediaNode node, RouterConfig config) {
        Rehearsal rehearsal = new Rehearsal();
        try {
            rehearsal.perform(config);
        } catch (OfferRefusedException e) {
            throw new IllegalStateException("our own offer is refused", e);
        }
        node.publish(1, OFFER, rehearsal).join();
        node.play(2, 1, false, OFFER, rehearsal).join();
        node.statistics();
    }

    private void perform(RouterConfig config) throws OfferRefusedException {
        long nowNs = 1;
        for (int round = 0; round < ROUNDS; round++) {
            MediaRouter router =
                    new MediaRouter(config, new SplittableRandom(round), this, this, this);
            SessionOffer offer = SessionOffer.read(OFFER);
            String publisher = router.publish(1, offer, nowNs);
            String player = router.play(2, 1, true, offer, nowNs);
            byte[] secrets = new byte[SrtpKeys.exportedBytes(PROFILE)];
            SrtpKeys keys = SrtpKeys.ofServer(PROFILE, secrets);
            for (Handshake.Output transport : transports) {
                transport.onKeys(keys, nowNs);
            }
            transports.clear();
            check(router, publisher, PUBLISHER, nowNs);
            check(router, player, PLAYER, nowNs);
            SrtpSender sender = SrtpContexts.sender(keys.swapped());
            for (int packet = 0; packet < PACKETS; packet++) {
                sendMedia(router, sender, packet, nowNs);
            }
            router.onTimeout(router.nextTimeoutNs());
            requireConnected(router.statistics());
            router.closeAll();
        }
    }

    /// Otherwise the rehearsal would be for nothing without anybody noticing.
    private static void requireConnected(RouterStatistics statistics) {
        int connected = statistics.transports().getOrDefault(TransportState.CONNECTED, 0);
        if (connected != 2 || statistics.packetsOut() < PACKETS) {
            throw new IllegalStateException("the rehearsal failed: " + statistics);
        }
    }

    /// An ICE check that nominates. RFC 8445 §7.1, RFC 8489 §14.
    private void check(MediaRouter router, String answer, InetSocketAddress from, long nowNs) {
        byte[] username =
                (after(answer, "a=ice-ufrag:") + ":peer").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer stun = ByteBuffer.allocate(256);
        stun.putShort((short) 1).putShort((short) 0).putInt(0x2112_a442).position(20);
        stun.putShort((short) 0x0006).putShort((short) username.length).put(username);
        stun.position((stun.position() + 3) & ~3);
        stun.putShort((short) 0x0024).putShort((short) 4).putInt(1); // priority
        stun.putShort((short) 0x802a).putShort((short) 8).putLong(1); // controlling
        stun.putShort((short) 0x0025).putShort((short) 0); // use-candidate
        stun.putShort(2, (short) (stun.position() - 20 + 24));
        byte[] integrity = hmac(after(answer, "a=ice-pwd:"), stun);
        stun.putShort((short) 0x0008).putShort((short) integrity.length).put(integrity);
        stun.putShort(2, (short) (stun.position() - 20 + 8));
        CRC32 crc = new CRC32();
        crc.update(stun.slice(0, stun.position()));
        stun.putShort((short) 0x8028).putShort((short) 4);
        stun.putInt((int) crc.getValue() ^ 0x5354_554e);
        router.onDatagram(stun, 0, stun.position(), from, nowNs);
    }

    private static byte[] hmac(String password, ByteBuffer message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            mac.update(message.slice(0, message.position()));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime has no HMAC-SHA1", e);
        }
    }

    /// A picture's packet (RFC 7741 §4), the first one being a keyframe, and one of audio.
    private void sendMedia(MediaRouter router, SrtpSender sender, int seqNo, long nowNs) {
        byte[] picture = new byte[1000];
        picture[0] = 0x10;
        picture[1] = (byte) (seqNo == 0 ? 0x50 : 0x51);
        send(router, sender, VIDEO_HEADER | seqNo, 3, picture, nowNs);
        send(router, sender, AUDIO_HEADER | seqNo, 2, new byte[100], nowNs);
    }

    private void send(
            MediaRouter router,
            SrtpSender sender,
            int firstWord,
            int ssrc,
            byte[] payload,
            long nowNs) {
        ByteBuffer packet = ByteBuffer.allocateDirect(SLOT_BYTES);
        packet.putInt(0, firstWord).putInt(4, firstWord).putInt(8, ssrc);
        int length =
                sender.protectRtp(
                        packet,
                        0,
                        12,
                        ByteBuffer.wrap(payload),
                        0,
                        payload.length,
                        firstWord & 0xffff);
        router.onDatagram(packet, 0, length, PUBLISHER, nowNs);
    }

    private static String after(String answer, String prefix) {
        int start = answer.indexOf(prefix) + prefix.length();
        return answer.substring(start, answer.indexOf('\r', start));
    }

    @Override
    public ByteBuffer claim() {
        return slot;
    }

    @Override
    public void commit(int length, InetSocketAddress remote) {
        // goes nowhere
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public String fingerprint() {
        return "sha-256 " + "AB:".repeat(31) + "AB";
    }

    @Override
    public Handshake open(String peerFingerprint, Handshake.Output output) {
        transports.add(output);
        return new Handshake() {
            @Override
            public boolean onDatagram(ByteBuffer datagram) {
                return false;
            }

            @Override
            public void close() {
                // there is nobody to tell
            }
        };
    }

    @Override
    public void onConnected(long transportId) {
        // nobody listens
    }

    @Override
    public void onInterrupted(long transportId) {
        // nobody listens
    }

    @Override
    public void onEnded(long transportId, String reason) {
        // nobody listens
    }

    @Override
    public void onPicture(long transportId, int width, int height) {}
}
