package io.freshet.media.forward;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtpHeaderWriter;
import io.freshet.media.rtp.TrackParameters;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A publisher as the forwarding logic meets it: VP8 frames of several packets and Opus packets,
/// with retransmissions of what it is asked for and a keyframe when it is asked for one.
final class FakePublisher implements PeerEgress {
    static final int VIDEO_SSRC = 0x1000;
    static final int VIDEO_RTX_SSRC = 0x1001;
    static final int AUDIO_SSRC = 0x2000;
    static final int VIDEO_PT = 96;
    static final int RTX_PT = 97;
    static final int AUDIO_PT = 111;
    static final int TRANSPORT_CC_ID = 3;
    static final int MID_ID = 4;
    static final int PACKET_BYTES = 1000;

    static final HeaderExtensionMap EXTENSIONS =
            new HeaderExtensionMap(
                    Map.of(
                            HeaderExtension.TRANSPORT_CC,
                            TRANSPORT_CC_ID,
                            HeaderExtension.MID,
                            MID_ID));
    static final TrackParameters VIDEO =
            new TrackParameters(
                    "1",
                    Codec.VP8,
                    VIDEO_PT,
                    RTX_PT,
                    "",
                    EXTENSIONS,
                    VIDEO_SSRC,
                    VIDEO_RTX_SSRC,
                    true,
                    true,
                    true);
    static final TrackParameters AUDIO =
            new TrackParameters(
                    "0",
                    Codec.OPUS,
                    AUDIO_PT,
                    TrackParameters.NONE,
                    "",
                    EXTENSIONS,
                    AUDIO_SSRC,
                    0,
                    false,
                    false,
                    true);

    final Deque<byte[]> outbox = new ArrayDeque<>();
    final List<byte[]> sentVideo = new ArrayList<>(); // media only, by order of sending
    int plis;
    int firs;
    int nackedPackets;
    int receiverReports;
    int transportFeedbacks;
    boolean answersKeyframeRequests = true;
    boolean answersNacks = true;

    private final Map<Integer, byte[]> sent = new HashMap<>();
    private final RtcpReader reader = new RtcpReader();
    private boolean keyframeDue = true;
    private int width; // 0 tells none
    private int height;
    private int videoSeqNo;
    private int videoTimestamp;
    private int audioSeqNo;
    private int audioTimestamp;
    private int rtxSeqNo = 5;
    private int transportSeqNo = 0xFFF0;
    private int videoSsrc = VIDEO_SSRC;

    FakePublisher(int firstSeqNo, int firstTimestamp) {
        videoSeqNo = firstSeqNo;
        videoTimestamp = firstTimestamp;
        audioSeqNo = firstSeqNo ^ 0x5555;
        audioTimestamp = ~firstTimestamp;
    }

    static List<TrackParameters> tracks() {
        return List.of(AUDIO, VIDEO);
    }

    /// One frame of so many packets.
    void videoFrame(int packets) {
        boolean keyframe = keyframeDue;
        keyframeDue = false;
        videoTimestamp += 3000;
        for (int i = 0; i < packets; i++) {
            ByteBuffer payload = ByteBuffer.allocate(PACKET_BYTES);
            payload.put((byte) (i == 0 ? 0x10 : 0x00)); // RFC 7741 §4.2: S bit
            payload.put((byte) (keyframe ? 0x00 : 0x01));
            payload.putShort((short) 0).put((byte) 0x9D).put((byte) 0x01).put((byte) 0x2A);
            if (i == 0 && keyframe) {
                payload.putShort(7, Short.reverseBytes((short) width)); // RFC 6386 §9.1
                payload.putShort(9, Short.reverseBytes((short) height));
            }
            payload.putInt(16, videoSeqNo).putInt(20, videoTimestamp);
            byte[] packet =
                    packet(
                            i == packets - 1,
                            VIDEO_PT,
                            videoSeqNo,
                            videoTimestamp,
                            videoSsrc,
                            payload.array(),
                            0);
            sent.put(videoSeqNo, packet);
            sentVideo.add(packet);
            outbox.add(packet);
            videoSeqNo = (videoSeqNo + 1) & 0xFFFF;
        }
    }

    void audioPacket() {
        byte[] payload = new byte[80];
        ByteBuffer.wrap(payload).putInt(16, audioSeqNo).putInt(20, audioTimestamp);
        outbox.add(packet(false, AUDIO_PT, audioSeqNo, audioTimestamp, AUDIO_SSRC, payload, 0));
        audioSeqNo = (audioSeqNo + 1) & 0xFFFF;
        audioTimestamp += 960;
    }

    /// A probe of nothing but padding on the media's SSRC.
    void paddingPacket() {
        outbox.add(
                packet(false, VIDEO_PT, videoSeqNo, videoTimestamp, videoSsrc, new byte[0], 200));
        videoSeqNo = (videoSeqNo + 1) & 0xFFFF;
    }

    /// The same sender after a restart: another SSRC, numbers and timestamps from elsewhere.
    void restart(int newSsrc, int seqNo, int timestamp) {
        videoSsrc = newSsrc;
        videoSeqNo = seqNo;
        videoTimestamp = timestamp;
        keyframeDue = true;
        sent.clear();
    }

    /// The size that keyframes tell from now on.
    void pictureSize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    void wantKeyframe() {
        keyframeDue = true;
    }

    byte[] senderReport(int ssrc, long ntp, int timestamp) {
        ByteBuffer report = ByteBuffer.allocate(28);
        report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(ssrc);
        report.putLong(ntp).putInt(timestamp).putInt(1).putInt(2);
        return report.array();
    }

    private byte[] packet(
            boolean marker,
            int payloadType,
            int seqNo,
            int timestamp,
            int ssrc,
            byte[] payload,
            int padding) {
        ByteBuffer packet = ByteBuffer.allocate(24 + payload.length + padding);
        RtpHeaderWriter.writeFixed(packet, 0, marker, payloadType, seqNo, timestamp, ssrc);
        RtpHeaderWriter.markExtended(packet, 0);
        int at = RtpHeaderWriter.beginBlock(12);
        at = RtpHeaderWriter.writeElementHead(packet, at, TRANSPORT_CC_ID, 2, false);
        packet.putShort(at, (short) transportSeqNo++);
        at = RtpHeaderWriter.writeElementHead(packet, at + 2, MID_ID, 1, false);
        packet.put(at, (byte) (ssrc == AUDIO_SSRC ? '0' : '1'));
        int end = RtpHeaderWriter.endBlock(packet, 12, at + 1, false);
        packet.put(end, payload);
        if (padding > 0) {
            packet.put(0, (byte) (packet.get(0) | 0x20));
            packet.put(packet.limit() - 1, (byte) padding);
        }
        return packet.array();
    }

    @Override
    public void sendRtp(
            ByteBuffer header,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo) {
        throw new AssertionError("media sent to the publisher");
    }

    @Override
    public void sendRtcp(ByteBuffer packet, int offset, int length) {
        reader.wrap(packet, offset, length);
        while (reader.next()) {
            if (reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.PLI)) {
                plis++;
                keyframeDue |= answersKeyframeRequests;
            } else if (reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.FIR)) {
                firs++;
                keyframeDue |= answersKeyframeRequests;
            } else if (reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.TRANSPORT_CC)) {
                transportFeedbacks++;
            } else if (reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.NACK)) {
                for (int i = 0; i < reader.nackCount(); i++) {
                    retransmit(reader.nackPacketId(i));
                    for (int bit = 0; bit < 16; bit++) {
                        if ((reader.nackBitmask(i) & (1 << bit)) != 0) {
                            retransmit((reader.nackPacketId(i) + bit + 1) & 0xFFFF);
                        }
                    }
                }
            } else if (reader.type() == RtcpReader.RECEIVER_REPORT) {
                receiverReports++;
            }
        }
        if (reader.isMalformed()) {
            throw new AssertionError("malformed RTCP to the publisher");
        }
    }

    private void retransmit(int seqNo) {
        nackedPackets++;
        byte[] original = sent.get(seqNo);
        if (original == null || !answersNacks) {
            return;
        }
        ByteBuffer source = ByteBuffer.wrap(original);
        byte[] payload = new byte[original.length - 24 + 2];
        ByteBuffer.wrap(payload).putShort((short) seqNo).put(original, 24, original.length - 24);
        outbox.add(
                packet(
                        (original[1] & 0x80) != 0,
                        RTX_PT,
                        rtxSeqNo++,
                        source.getInt(4),
                        VIDEO_RTX_SSRC,
                        payload,
                        0));
    }
}
