package io.freshet.media.transport;

import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Publishes 30 frames and 50 audio packets a second, makes keyframes and resends when asked.
final class SimulatedPublisher implements SimulatedPeer.Receiver {
    static final int PAYLOAD_BYTES = 200;
    private static final int FRAME_OFFSET = 15;
    private static final int AUDIO_SSRC = 2;
    private static final int VIDEO_SSRC = 3;
    private static final int RTX_SSRC = 4;
    private static final long FRAME_NS = 33_333_333;
    private static final long AUDIO_NS = 20_000_000;

    final SimulatedPeer peer;
    final List<Long> keyframeRequestsNs = new ArrayList<>();
    final int stream;
    private final Simulation simulation;
    private final RtcpReader rtcp = new RtcpReader();
    private final Map<Integer, byte[]> sentVideo = new LinkedHashMap<>();
    private long videoSeqNo = 65_000;
    private long audioSeqNo = 65_500;
    private long rtxSeqNo = 10;
    private int frame;
    private boolean keyframeWanted = true;
    private boolean publishing = true;

    /// A publisher with the offer sent and answered.
    ///
    /// @param stream goes into every payload, so that viewers know whose it is
    SimulatedPublisher(
            Simulation simulation,
            VirtualNetwork network,
            SimulatedServer server,
            long id,
            int stream)
            throws OfferRefusedException {
        this.simulation = simulation;
        this.stream = stream;
        String answer =
                server.publish(
                        id,
                        SimulatedPeer.offer("sendonly", "a=ssrc-group:FID 3 4", "a=ssrc:3 x:y"));
        peer =
                new SimulatedPeer(
                        simulation,
                        network,
                        new InetSocketAddress("198.51.100." + id, 4000),
                        answer,
                        this);
        simulation.every(FRAME_NS, "frame", this::sendFrame);
        simulation.every(AUDIO_NS, "audio", this::sendAudio);
    }

    void stop() {
        publishing = false;
    }

    int frames() {
        return frame;
    }

    private boolean sendFrame() {
        if (!publishing || !peer.isConnected()) {
            return publishing;
        }
        boolean keyframe = keyframeWanted;
        keyframeWanted = false;
        frame++;
        int packets = keyframe ? 12 : 1 + frame % 4;
        for (int i = 0; i < packets; i++) {
            byte[] payload = payload(stream, frame, i, packets, keyframe);
            int wireSeqNo = (int) (videoSeqNo & 0xffff);
            sentVideo.put(wireSeqNo, payload);
            peer.sendRtp(i == packets - 1, 96, videoSeqNo, frame * 3000, VIDEO_SSRC, payload);
            videoSeqNo++;
        }
        return true;
    }

    /// A VP8 payload (RFC 7741 §4.2, §4.3) that says what it is.
    static byte[] payload(int stream, int frame, int index, int count, boolean keyframe) {
        ByteBuffer payload = ByteBuffer.allocate(PAYLOAD_BYTES);
        payload.put((byte) (index == 0 ? 0x10 : 0)); // S: start of the partition
        payload.put((byte) (keyframe ? 0x50 : 0x51)).put((byte) 1).put((byte) 0);
        payload.put((byte) 0x9d).put((byte) 0x01).put((byte) 0x2a).putInt(0x0280_0168);
        payload.putInt(stream).putInt(frame).putInt(index).putInt(count);
        payload.putInt(keyframe ? 1 : 0);
        return payload.array();
    }

    private boolean sendAudio() {
        if (publishing && peer.isConnected()) {
            byte[] payload = ByteBuffer.allocate(80).putInt(stream).putLong(audioSeqNo).array();
            peer.sendRtp(false, 111, audioSeqNo, (int) audioSeqNo * 960, AUDIO_SSRC, payload);
            audioSeqNo++;
        }
        return publishing;
    }

    @Override
    public void onRtp(ByteBuffer plain, int length) {
        throw new AssertionError("media to a publisher");
    }

    @Override
    public void onRtcp(ByteBuffer plain, int length) {
        rtcp.wrap(plain, 0, length);
        while (rtcp.next()) {
            if (rtcp.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.PLI)) {
                keyframeRequestsNs.add(simulation.nowNs());
                keyframeWanted = true;
            } else if (rtcp.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.NACK)) {
                for (int i = 0; i < rtcp.nackCount(); i++) {
                    resend(rtcp.nackPacketId(i), rtcp.nackBitmask(i));
                }
            }
        }
    }

    private void resend(int packetId, int bitmask) {
        resend(packetId);
        for (int bit = 0; bit < 16; bit++) {
            if ((bitmask >> bit & 1) != 0) {
                resend(packetId + bit + 1 & 0xffff);
            }
        }
    }

    private void resend(int wireSeqNo) {
        byte[] payload = sentVideo.get(wireSeqNo);
        if (payload != null) {
            // RFC 4588 §4: the original sequence number stands ahead of the payload.
            byte[] rtx =
                    ByteBuffer.allocate(payload.length + 2)
                            .putShort((short) wireSeqNo)
                            .put(payload)
                            .array();
            peer.sendRtp(
                    false,
                    97,
                    rtxSeqNo++,
                    ByteBuffer.wrap(payload).getInt(FRAME_OFFSET) * 3000,
                    RTX_SSRC,
                    rtx);
        }
    }
}
