package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.RtpPacket;
import io.freshet.media.rtp.SeqNoUnwrapper;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Plays: notes every packet, asks again for what is missing.
final class SimulatedViewer implements SimulatedPeer.Receiver {
    private static final long ASK_NS = 25_000_000;
    private static final long KEYFRAME_ASK_NS = 200_000_000;

    /// What a video payload said, and when it came.
    record Arrival(int stream, int frame, int index, int count, boolean keyframe, long atNs) {}

    final SimulatedPeer peer;
    final TreeMap<Long, Arrival> video = new TreeMap<>();
    final TreeMap<Long, Long> audio = new TreeMap<>();
    int byes;
    int retransmitted;
    private final Simulation simulation;
    private final RtpPacket packet = new RtpPacket();
    private final RtcpReader rtcp = new RtcpReader();
    private final RtcpWriter writer = new RtcpWriter();
    private final SeqNoUnwrapper videoSeqNos = new SeqNoUnwrapper();
    private final SeqNoUnwrapper audioSeqNos = new SeqNoUnwrapper();
    private long nextKeyframeAskNs;
    private final int audioSsrc;
    private final int videoSsrc;
    private final int rtxSsrc;

    SimulatedViewer(
            Simulation simulation,
            VirtualNetwork network,
            SimulatedServer server,
            long id,
            long publisherId)
            throws OfferRefusedException {
        this.simulation = simulation;
        String answer = server.play(id, publisherId, SimulatedPeer.offer("recvonly"));
        peer =
                new SimulatedPeer(
                        simulation,
                        network,
                        new InetSocketAddress("203.0.113." + id, 5000),
                        answer,
                        this);
        audioSsrc = peer.ssrcs().get(0);
        videoSsrc = peer.ssrcs().get(1);
        rtxSsrc = peer.ssrcs().get(2);
        simulation.every(ASK_NS, "ask again", this::ask);
    }

    /// Sequence numbers between the first and the last that did not arrive.
    List<Long> missing() {
        List<Long> missing = new ArrayList<>();
        if (!video.isEmpty()) {
            for (long seqNo = video.firstKey(); seqNo < video.lastKey(); seqNo++) {
                if (!video.containsKey(seqNo)) {
                    missing.add(seqNo);
                }
            }
        }
        return missing;
    }

    /// How many frames of a stream arrived whole.
    long frames(int stream) {
        return video.values().stream()
                .filter(arrival -> arrival.stream() == stream && arrival.index() == 0)
                .filter(first -> isWhole(first.stream(), first.frame(), first.count()))
                .count();
    }

    private boolean isWhole(int stream, int frame, int count) {
        return video.values().stream()
                        .filter(arrival -> arrival.stream() == stream && arrival.frame() == frame)
                        .count()
                == count;
    }

    void askForKeyframe() {
        writer.clear();
        writer.writePli(99, videoSsrc);
        peer.sendRtcp(writer);
    }

    private boolean ask() {
        List<Long> missing = missing();
        if (!missing.isEmpty() && peer.isConnected()) {
            writer.clear();
            writer.writeReceiverReport(99);
            writer.writeNack(99, videoSsrc);
            for (long seqNo : missing.subList(0, Math.min(100, missing.size()))) {
                writer.addNackEntry((int) (seqNo & 0xffff), 0);
            }
            peer.sendRtcp(writer);
        }
        return true;
    }

    @Override
    public void onRtp(ByteBuffer plain, int length) {
        assertThat(packet.tryRead(plain, 0, length)).isTrue();
        if (packet.ssrc() == audioSsrc) {
            assertThat(packet.payloadType()).isEqualTo(111);
            long before = audio.size();
            audio.put(
                    audioSeqNos.unwrap(packet.wireSeqNo()),
                    plain.getLong(packet.payloadOffset() + 4));
            assertThat(audio.size()).as("each audio packet once").isGreaterThan((int) before);
            return;
        }
        if (packet.ssrc() == rtxSsrc) {
            assertThat(packet.payloadType()).isEqualTo(97);
            if (!packet.tryUnwrapRetransmission(videoSsrc, 96)) {
                return; // padding
            }
            retransmitted++;
        }
        assertThat(packet.ssrc()).isEqualTo(videoSsrc);
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.payloadLength()).isEqualTo(SimulatedPublisher.PAYLOAD_BYTES);
        int at = packet.payloadOffset() + 11;
        Arrival arrival =
                new Arrival(
                        plain.getInt(at),
                        plain.getInt(at + 4),
                        plain.getInt(at + 8),
                        plain.getInt(at + 12),
                        plain.getInt(at + 16) == 1,
                        simulation.nowNs());
        if (video.isEmpty() && !arrival.keyframe()) {
            // The keyframe came before the handshake's end, or was lost as a whole.
            if (simulation.nowNs() >= nextKeyframeAskNs) {
                nextKeyframeAskNs = simulation.nowNs() + KEYFRAME_ASK_NS;
                askForKeyframe();
            }
            return;
        }
        video.putIfAbsent(videoSeqNos.unwrap(packet.wireSeqNo()), arrival);
    }

    @Override
    public void onRtcp(ByteBuffer plain, int length) {
        rtcp.wrap(plain, 0, length);
        while (rtcp.next()) {
            byes += rtcp.type() == RtcpReader.GOODBYE ? 1 : 0;
        }
        assertThat(rtcp.isMalformed()).isFalse();
    }
}
