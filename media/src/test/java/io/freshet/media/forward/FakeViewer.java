package io.freshet.media.forward;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.Hex;
import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.RtpPacket;
import io.freshet.media.rtp.TrackParameters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// A viewer as the forwarding logic meets it. Keeps what arrives by unwrapped number and checks at
/// once what must hold for each packet.
final class FakeViewer implements PeerEgress {
    static final int VIDEO_SSRC = 0x7001;
    static final int RTX_SSRC = 0x7002;
    static final int AUDIO_SSRC = 0x7003;
    static final int VIDEO_PT = 120;
    static final int RTX_PT = 121;
    static final int AUDIO_PT = 99;

    /// What arrived: number, timestamp, the publisher's number as written into the payload.
    record Received(
            long seqNo, int timestamp, boolean marker, int sourceSeqNo, boolean keyframeStart) {}

    final TreeMap<Long, Received> video = new TreeMap<>();
    final TreeMap<Long, Received> audio = new TreeMap<>();
    final List<Long> videoArrivals = new ArrayList<>();
    final List<byte[]> rtcp = new ArrayList<>();
    BooleanSupplier loses = () -> false;
    int retransmissions;
    int emptyPackets;
    int lastMid;
    int lastPlayoutDelay = -1;
    int lastTransportSeqNo = -1;

    private final RtpPacket packet = new RtpPacket();
    private final Map<Long, String> sentUnderNumber = new HashMap<>();
    private final HeaderExtensionMap extensions;
    private final boolean rtx;

    FakeViewer() {
        this(Map.of(HeaderExtension.MID, 9), true);
    }

    FakeViewer(Map<HeaderExtension, Integer> extensionIds, boolean rtx) {
        extensions = new HeaderExtensionMap(extensionIds);
        this.rtx = rtx;
    }

    List<TrackParameters> tracks() {
        return List.of(
                new TrackParameters(
                        "v",
                        Codec.VP8,
                        VIDEO_PT,
                        rtx ? RTX_PT : TrackParameters.NONE,
                        "",
                        extensions,
                        VIDEO_SSRC,
                        rtx ? RTX_SSRC : 0,
                        true,
                        true,
                        false),
                new TrackParameters(
                        "a",
                        Codec.OPUS,
                        AUDIO_PT,
                        TrackParameters.NONE,
                        "",
                        extensions,
                        AUDIO_SSRC,
                        0,
                        false,
                        false,
                        false));
    }

    @Override
    public void sendRtp(
            ByteBuffer header,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo) {
        ByteBuffer whole = ByteBuffer.allocate(headerLength + payloadLength);
        whole.put(0, header, 0, headerLength);
        whole.put(headerLength, payload, payloadOffset, payloadLength);
        if (!packet.tryRead(whole, 0, whole.limit())) {
            throw new AssertionError("malformed packet to a viewer");
        }
        if (packet.wireSeqNo() != (seqNo & 0xFFFF)) {
            throw new AssertionError("number on the wire differs from the one for SRTP");
        }
        checkNotReused(whole, seqNo);
        if (loses.getAsBoolean()) {
            return;
        }
        noteExtensions();
        if (packet.ssrc() == RTX_SSRC) {
            if (packet.payloadType() != RTX_PT
                    || !packet.tryUnwrapRetransmission(VIDEO_SSRC, VIDEO_PT)) {
                throw new AssertionError("bad retransmission");
            }
            retransmissions++;
            long highest = video.lastKey();
            long original = highest + (short) (packet.wireSeqNo() - (int) highest);
            keep(video, original);
        } else if (packet.ssrc() == VIDEO_SSRC && packet.payloadType() == VIDEO_PT) {
            videoArrivals.add(seqNo);
            keep(video, seqNo);
        } else if (packet.ssrc() == AUDIO_SSRC && packet.payloadType() == AUDIO_PT) {
            keep(audio, seqNo);
        } else {
            throw new AssertionError("foreign packet " + packet.ssrc());
        }
    }

    /// Two different packets under one SRTP index would give the key away.
    private void checkNotReused(ByteBuffer whole, long seqNo) {
        String content = Hex.format(whole, 0, whole.limit());
        String before = sentUnderNumber.putIfAbsent(((long) packet.ssrc() << 32) | seqNo, content);
        if (before != null && !before.equals(content)) {
            throw new AssertionError("two packets numbered " + seqNo);
        }
    }

    private void keep(Map<Long, Received> received, long seqNo) {
        if (packet.payloadLength() < 24) { // no number of the source in it
            emptyPackets += packet.payloadLength() == 0 ? 1 : 0;
            received.put(seqNo, new Received(seqNo, packet.wireTimestamp(), false, -1, false));
            return;
        }
        int at = packet.payloadOffset();
        boolean keyframeStart =
                packet.buffer().get(at) == 0x10 && (packet.buffer().get(at + 1) & 1) == 0;
        received.put(
                seqNo,
                new Received(
                        seqNo,
                        packet.wireTimestamp(),
                        packet.marker(),
                        packet.buffer().getInt(at + 16),
                        keyframeStart));
    }

    private void noteExtensions() {
        int mid = packet.findExtension(extensions.id(HeaderExtension.MID));
        lastMid = mid < 0 ? 0 : packet.buffer().get(packet.extensionOffset(mid));
        int delay = packet.findExtension(extensions.id(HeaderExtension.PLAYOUT_DELAY));
        if (delay >= 0) {
            lastPlayoutDelay = packet.buffer().getInt(packet.extensionOffset(delay) - 1) & 0xFFFFFF;
        }
        int transport = packet.findExtension(extensions.id(HeaderExtension.TRANSPORT_CC));
        if (transport >= 0) {
            lastTransportSeqNo =
                    packet.buffer().getShort(packet.extensionOffset(transport)) & 0xFFFF;
        }
    }

    @Override
    public void sendRtcp(ByteBuffer buffer, int offset, int length) {
        byte[] copy = new byte[length];
        buffer.get(offset, copy);
        RtcpReader reader = new RtcpReader();
        reader.wrap(ByteBuffer.wrap(copy), 0, length);
        while (reader.next()) {} // walks to the end
        if (reader.isMalformed()) {
            throw new AssertionError("malformed RTCP to a viewer");
        }
        rtcp.add(copy);
    }

    /// Numbers missing between the first and the last video packet that came.
    List<Long> missingVideo() {
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

    void nack(Subscription subscription, List<Long> seqNos, long nowNs) {
        RtcpWriter writer = new RtcpWriter();
        writer.writeNack(1, VIDEO_SSRC);
        for (long seqNo : seqNos) {
            if (!writer.addNackEntry((int) seqNo & 0xFFFF, 0)) {
                break;
            }
        }
        subscription.onRtcp(writer.buffer(), 0, writer.length(), nowNs);
    }

    void pli(Subscription subscription, long nowNs) {
        RtcpWriter writer = new RtcpWriter();
        writer.writePli(1, VIDEO_SSRC);
        subscription.onRtcp(writer.buffer(), 0, writer.length(), nowNs);
    }
}
