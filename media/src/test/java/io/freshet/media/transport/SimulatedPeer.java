package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpContexts;
import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpReceiver;
import io.freshet.media.dtls.SrtpSender;
import io.freshet.media.ice.IceClient;
import io.freshet.media.ice.PacketKind;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.RtpHeaderWriter;
import io.freshet.media.rtp.RtpPacket;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser's transport: real ICE checks, a pretended handshake, real SRTP.
final class SimulatedPeer implements Simulation.Timed {
    private static final long HELLO_INTERVAL_NS = 100_000_000;

    /// What arrives, decrypted.
    interface Receiver {
        void onRtp(ByteBuffer plain, int length);

        void onRtcp(ByteBuffer plain, int length);
    }

    final VirtualNetwork.Endpoint endpoint;
    final String answer;
    private final Simulation simulation;
    private final RandomGenerator random;
    private final Receiver receiver;
    private final IceClient ice;
    private final long seed;
    private final ByteBuffer slot = ByteBuffer.allocate(DatagramSink.SLOT_BYTES);
    private long nextHelloNs = Simulation.NEVER;
    private @Nullable SrtpSender srtp;
    private @Nullable SrtpReceiver srtcp;

    /// The server said goodbye.
    boolean dismissed;

    /// Says nothing any more.
    private boolean silent;

    int notAuthentic;

    SimulatedPeer(
            Simulation simulation,
            VirtualNetwork network,
            InetSocketAddress address,
            String answer,
            Receiver receiver) {
        this.simulation = simulation;
        this.answer = answer;
        this.receiver = receiver;
        this.random = simulation.random("peer " + address);
        this.seed = random.nextLong();
        this.endpoint = network.bind(address, this::onDatagram);
        this.ice =
                new IceClient(
                        "peer",
                        line("a=ice-ufrag:"),
                        line("a=ice-pwd:"),
                        random,
                        request -> endpoint.send(request, SimulatedServer.ADDRESS),
                        simulation.nowNs());
        simulation.drive("peer " + address, this);
    }

    /// The offer of a publisher, or of a player when the ssrcs are empty.
    static String offer(String direction, String... videoLines) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "v=0",
                                "a=group:BUNDLE 0 1",
                                "a=ice-ufrag:peer",
                                "a=ice-pwd:peerpasswordpeerpassword",
                                "a=fingerprint:" + FakeHandshakes.FINGERPRINT,
                                "a=setup:actpass",
                                "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                                "a=mid:0",
                                "a=" + direction,
                                "a=rtcp-mux",
                                "a=rtpmap:111 opus/48000/2",
                                "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
                                "a=mid:1",
                                "a=" + direction,
                                "a=rtcp-mux",
                                "a=rtpmap:96 VP8/90000",
                                "a=rtcp-fb:96 nack",
                                "a=rtcp-fb:96 nack pli",
                                "a=rtpmap:97 rtx/90000",
                                "a=fmtp:97 apt=96"));
        lines.addAll(List.of(videoLines));
        return String.join("\n", lines);
    }

    /// What follows `prefix` in the answer's first line that begins with it.
    String line(String prefix) {
        return answer.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }

    /// The SSRCs of `a=ssrc:` lines, in order, each once.
    List<Integer> ssrcs() {
        return Pattern.compile("a=ssrc:(\\d+) cname")
                .matcher(answer)
                .results()
                .map((MatchResult match) -> Integer.parseUnsignedInt(match.group(1)))
                .distinct()
                .toList();
    }

    boolean isConnected() {
        return srtp != null;
    }

    void fallSilent() {
        silent = true;
    }

    void sendRtp(
            boolean marker, int payloadType, long seqNo, int timestamp, int ssrc, byte[] payload) {
        SrtpSender context = srtp;
        if (context == null || silent) {
            return;
        }
        RtpHeaderWriter.writeFixed(slot, 0, marker, payloadType, (int) seqNo, timestamp, ssrc);
        int length =
                context.protectRtp(
                        slot,
                        0,
                        RtpPacket.FIXED_HEADER_BYTES,
                        ByteBuffer.wrap(payload),
                        0,
                        payload.length,
                        seqNo);
        endpoint.send(slot.slice(0, length), SimulatedServer.ADDRESS);
    }

    void sendRtcp(RtcpWriter compound) {
        SrtpSender context = srtp;
        if (context == null || silent) {
            return;
        }
        slot.put(0, compound.buffer(), 0, compound.length());
        int length = context.protectRtcp(slot, 0, compound.length());
        endpoint.send(slot.slice(0, length), SimulatedServer.ADDRESS);
    }

    void sayGoodbye() {
        endpoint.send(
                ByteBuffer.allocate(1).put(FakeHandshakes.GOODBYE).flip(), SimulatedServer.ADDRESS);
        silent = true;
    }

    private void onDatagram(ByteBuffer datagram, InetSocketAddress from) {
        int length = datagram.remaining();
        switch (PacketKind.of(datagram, 0, length)) {
            case STUN -> {
                ice.onDatagram(datagram, 0, length, simulation.nowNs());
                if (ice.isConnected() && srtp == null && nextHelloNs == Simulation.NEVER) {
                    nextHelloNs = simulation.nowNs();
                }
            }
            case DTLS -> onDtls(datagram);
            case SRTP -> onSrtp(datagram, length);
            case OTHER -> throw new AssertionError("unknown kind from " + from);
        }
    }

    private void onDtls(ByteBuffer datagram) {
        if (datagram.get(0) == FakeHandshakes.GOODBYE) {
            dismissed = true;
        } else if (srtp == null) {
            nextHelloNs = Simulation.NEVER;
            SrtpKeys keys = FakeHandshakes.keys(seed).swapped();
            srtp = SrtpContexts.sender(keys);
            srtcp = SrtpContexts.receiver(keys);
        }
    }

    private void onSrtp(ByteBuffer datagram, int length) {
        SrtpReceiver context = srtcp;
        if (context == null) {
            return; // overtook the end of the handshake
        }
        boolean rtcp = PacketKind.isRtcp(datagram, 0, length);
        int plain =
                rtcp
                        ? context.unprotectRtcp(datagram, 0, length)
                        : context.unprotectRtp(datagram, 0, length);
        if (plain < 0) {
            notAuthentic += plain == SrtpReceiver.REPLAYED ? 0 : 1; // the link may duplicate
        } else if (rtcp) {
            receiver.onRtcp(datagram, plain);
        } else {
            receiver.onRtp(datagram, plain);
        }
    }

    @Override
    public long nextTimeoutNs() {
        return silent ? Simulation.NEVER : Math.min(ice.nextTimeoutNs(), nextHelloNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        ice.onTimeout(nowNs);
        if (nextHelloNs <= nowNs) {
            nextHelloNs = nowNs + HELLO_INTERVAL_NS;
            endpoint.send(FakeHandshakes.hello(seed), SimulatedServer.ADDRESS);
        }
    }
}
