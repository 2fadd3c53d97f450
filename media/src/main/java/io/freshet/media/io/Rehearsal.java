package io.freshet.media.io;

import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpProfile;
import io.freshet.media.ice.IceLiteAgent;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.sdp.SessionOffer;
import io.freshet.media.transport.DatagramSink;
import io.freshet.media.transport.Handshake;
import io.freshet.media.transport.MediaRouter;
import io.freshet.media.transport.RouterConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

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
            a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=rtcp-fb:96 transport-cc
            a=rtpmap:97 rtx/90000
            a=fmtp:97 apt=96
            a=ssrc-group:FID 3 4
            """
                    .formatted("AB:".repeat(31) + "AB");

    private static final int ROUNDS = 5;
    private static final int STUN_HEADER_BYTES = 20;

    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES);
    private final List<Handshake.Output> transports = new ArrayList<>();
    private final InetSocketAddress peer =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

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
            router.play(2, 1, false, offer, nowNs);
            byte[] secrets = new byte[SrtpKeys.exportedBytes(SrtpProfile.AEAD_AES_128_GCM)];
            for (Handshake.Output transport : transports) {
                transport.onKeys(SrtpKeys.ofServer(SrtpProfile.AEAD_AES_128_GCM, secrets), nowNs);
            }
            transports.clear();
            check(router, publisher, nowNs);
            router.onTimeout(router.nextTimeoutNs());
            router.statistics();
            router.closeAll();
        }
    }

    /// An ICE check with a wrong password: read, looked up and authenticated, not answered.
    private void check(MediaRouter router, String answer, long nowNs) {
        String ufrag = after(answer, "a=ice-ufrag:");
        byte[] username = (ufrag + ":aaa").getBytes(StandardCharsets.US_ASCII);
        int length = 4 + username.length + 24 + 8;
        ByteBuffer stun = ByteBuffer.allocate(STUN_HEADER_BYTES + length);
        stun.putShort((short) 1).putShort((short) length).putInt(0x2112_a442).position(20);
        stun.putShort((short) 6).putShort((short) username.length).put(username);
        stun.putShort((short) 8).putShort((short) 20).position(stun.position() + 20);
        CRC32 crc = new CRC32();
        crc.update(stun.array(), 0, stun.position());
        stun.putShort((short) 0x8028).putShort((short) 4);
        stun.putInt((int) crc.getValue() ^ 0x5354_554e); // RFC 8489 §14.7
        if (IceLiteAgent.ufragKey(stun, 0, stun.capacity()) == 0) {
            throw new IllegalStateException("our own check is malformed");
        }
        router.onDatagram(stun, 0, stun.capacity(), peer, nowNs);
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
}
