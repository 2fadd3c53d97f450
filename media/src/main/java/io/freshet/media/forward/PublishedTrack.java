package io.freshet.media.forward;

import io.freshet.media.receive.GapCloser;
import io.freshet.media.receive.NackGenerator;
import io.freshet.media.receive.ReceivedWindow;
import io.freshet.media.receive.ReceivedWindow.Arrival;
import io.freshet.media.receive.ReceptionStatistics;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.KeyframeDetector;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.PictureSizeReader;
import io.freshet.media.rtp.RtpPacket;
import io.freshet.media.rtp.SeqNoUnwrapper;
import io.freshet.media.rtp.TrackParameters;
import io.freshet.media.send.HeaderExtensionBlock;
import io.freshet.media.send.PacketCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One audio or video track of a published stream: takes the packets of its SSRC, with
/// retransmissions put back in place, and hands each to the subscribed tracks once.
///
/// Numbers: the publisher's own are used to find losses; behind the gap closer a track has numbers
/// of its own, in which nothing that was left out on purpose is missing.
final class PublishedTrack {
    /// RFC 3550 Appendix A.1: a larger step means that the source began anew.
    private static final int MAX_DROPOUT = 3000;

    /// Another SSRC takes over when the former has been silent so long.
    private static final long SWITCH_SILENCE_NS = 500_000_000L;

    /// Different sets of header extensions among viewers that share their blocks.
    private static final int SHARED_BLOCKS = 32;

    private static final SubscribedTrack[] NO_SUBSCRIBERS = {};
    private static final long NONE = -1;
    private static final double MS_PER_S = 1000;
    private static final double NS_PER_MS = 1e6;

    private final TrackParameters parameters;
    private final ForwardCounters counters;
    private final PublisherFeedback feedback;
    private final long keyframeReplayNs;

    private final SeqNoUnwrapper unwrapper = new SeqNoUnwrapper();
    private final ReceivedWindow window = new ReceivedWindow();
    private final ReceptionStatistics reception;
    private final NackGenerator nacks;
    private final GapCloser gapCloser = new GapCloser();
    private final PacketCache cache;
    private final KeyframeRequester keyframes;
    private final List<HeaderExtensionBlock> blocks = new ArrayList<>();

    private SubscribedTrack[] subscribers = NO_SUBSCRIBERS;
    private int subscriberCount;

    private int ssrc; // 0 while unknown
    private int rtxSsrc; // 0 while unknown
    private boolean heard;
    private long heardNs;
    private int expectedAfterJump = -1; // wire number that would confirm a step; negative for none

    private long keyframeSeqNo = NONE; // the track's number of the newest keyframe's first packet
    private int keyframeTimestamp;
    private long keyframeNs;
    private int newestTimestamp;
    private long packets; // handed on, whether or not anybody plays
    private long payloadBytes; // of them
    private long frames; // steps of the timestamp
    private long keyframeCount;
    private long keyframeRequestCount;
    private boolean restarted; // and no packet has been handed on since
    private boolean withheld; // from all viewers

    private final PictureSizeReader sizeReader = new PictureSizeReader();
    private int pictureWidth; // 0 while unknown
    private int pictureHeight;

    private boolean senderReported;
    private long senderReportNtp;
    private int senderReportTimestamp;

    PublishedTrack(
            TrackParameters parameters,
            ForwardConfig config,
            ForwardCounters counters,
            PublisherFeedback feedback) {
        this.parameters = parameters;
        this.counters = counters;
        this.feedback = feedback;
        keyframeReplayNs = config.keyframeReplayAge().toNanos();
        reception = new ReceptionStatistics(parameters.codec().clockRate());
        nacks =
                new NackGenerator(
                        config.reorderingTolerance().toNanos(),
                        parameters.nack() ? config.nackAttempts() : 0,
                        config.nackPackets(),
                        new Losses());
        cache = new PacketCache(isVideo() ? config.videoCacheBytes() : config.audioCacheBytes());
        keyframes = new KeyframeRequester(config.keyframeRequestInterval().toNanos());
        ssrc = parameters.ssrc();
        rtxSsrc = parameters.rtxSsrc();
    }

    /// Takes a packet that belongs to this track.
    void onPacket(RtpPacket packet, boolean retransmitted, long nowNs) {
        if (retransmitted && (!heard || !tryUnwrap(packet))) {
            counters.drop(DropReason.PADDING_ONLY); // probing on the retransmission stream
            return;
        }
        if (!retransmitted) {
            heard = true;
            heardNs = nowNs;
        }
        long seqNo = unwrapper.peek(packet.wireSeqNo());
        if (unwrapper.isStarted() && Math.abs(seqNo - unwrapper.highest()) > MAX_DROPOUT) {
            if (retransmitted || !confirmsJump(packet.wireSeqNo())) {
                counters.drop(DropReason.SEQUENCE_JUMP);
                return;
            }
            restart();
            seqNo = unwrapper.peek(packet.wireSeqNo());
        }
        expectedAfterJump = -1;
        Arrival arrival = window.onPacket(seqNo);
        if (!retransmitted) {
            unwrapper.unwrap(packet.wireSeqNo());
            reception.onPacket(seqNo, packet.wireTimestamp(), arrival == Arrival.NEWEST, nowNs);
        } else if (arrival == Arrival.NEWEST) {
            unwrapper.unwrap(packet.wireSeqNo());
        }
        if (arrival == Arrival.DUPLICATE || arrival == Arrival.TOO_OLD) {
            counters.drop(arrival == Arrival.DUPLICATE ? DropReason.DUPLICATE : DropReason.TOO_OLD);
            return;
        }
        forward(packet, seqNo, retransmitted, nowNs);
        nacks.onPacket(seqNo, retransmitted, nowNs);
        nacks.onTimeout(nowNs);
    }

    /// A packet of an SSRC that is not known yet, which belongs here by MID or payload type.
    ///
    /// @return false when another SSRC has this place and is alive
    boolean tryTakeSsrc(int newSsrc, boolean retransmission, long nowNs) {
        if (retransmission) {
            rtxSsrc = newSsrc;
            return true;
        }
        if (heard && nowNs - heardNs < SWITCH_SILENCE_NS) {
            return false;
        }
        if (heard) {
            restart();
            rtxSsrc = 0;
        }
        ssrc = newSsrc;
        return true;
    }

    /// The publisher said BYE for this SSRC: another may take its place at once.
    void onBye() {
        heardNs -= SWITCH_SILENCE_NS;
    }

    void onSenderReport(long ntp, int wireTimestamp, long nowNs) {
        reception.onSenderReport(ntp, nowNs);
        senderReported = true;
        senderReportNtp = ntp;
        senderReportTimestamp = wireTimestamp;
        for (int i = 0; i < subscriberCount; i++) {
            subscribers[i].onSenderReport(nowNs);
        }
    }

    /// Keeps the track from all viewers, or hands it on again: video with a keyframe, which is
    /// asked for. The publisher does not notice.
    void withhold(boolean isWithheld, long nowNs) {
        if (withheld == isWithheld) {
            return;
        }
        withheld = isWithheld;
        if (withheld) {
            keyframeSeqNo = NONE; // nobody may begin with what was before
            keyframes.onNotWanted();
            for (int i = 0; i < subscriberCount; i++) {
                subscribers[i].onSourceWithheld();
            }
        } else if (subscriberCount > 0) {
            onKeyframeWanted(nowNs);
        }
    }

    /// A viewer needs a keyframe.
    void onKeyframeWanted(long nowNs) {
        if (isVideo() && !withheld && keyframes.onWanted(nowNs)) {
            sendKeyframeRequest();
        }
    }

    void onTimeout(long nowNs) {
        nacks.onTimeout(nowNs);
        if (keyframes.onTimeout(nowNs)) {
            sendKeyframeRequest();
        }
    }

    long nextTimeoutNs() {
        return Math.min(nacks.nextTimeoutNs(), keyframes.nextTimeoutNs());
    }

    void subscribe(SubscribedTrack subscriber) {
        if (subscriberCount == subscribers.length) {
            subscribers = Arrays.copyOf(subscribers, Math.max(4, subscriberCount * 2));
        }
        subscriber.setIndex(subscriberCount);
        subscribers[subscriberCount++] = subscriber;
    }

    void unsubscribe(SubscribedTrack subscriber) {
        int index = subscriber.index();
        subscriberCount--;
        subscribers[index] = subscribers[subscriberCount];
        subscribers[index].setIndex(index);
        subscribers = shrunk(subscribers, subscriberCount);
    }

    /// The header extension block for a viewer, shared with viewers that negotiated the same.
    HeaderExtensionBlock block(
            HeaderExtensionMap ids, String mid, int playoutDelay, boolean hopFields) {
        for (HeaderExtensionBlock block : blocks) {
            if (block.matches(ids, mid, playoutDelay, hopFields)) {
                return block;
            }
        }
        HeaderExtensionBlock block = new HeaderExtensionBlock(ids, mid, playoutDelay, hopFields);
        if (blocks.size() < SHARED_BLOCKS) {
            blocks.add(block);
        }
        return block;
    }

    /// A new viewer may start with this packet: the newest for audio, a keyframe's first for video.
    boolean isStart(long trackSeqNo) {
        return trackSeqNo == (isVideo() ? keyframeSeqNo : cache.highest());
    }

    /// The track's number of a recent keyframe that is still cached, -1 when there is none.
    long replayableKeyframe(long nowNs) {
        boolean recent = keyframeSeqNo != NONE && nowNs - keyframeNs <= keyframeReplayNs;
        return recent && cache.find(keyframeSeqNo) >= 0 ? keyframeSeqNo : NONE;
    }

    boolean isVideo() {
        return parameters.kind() == MediaKind.VIDEO;
    }

    TrackParameters parameters() {
        return parameters;
    }

    PacketCache cache() {
        return cache;
    }

    int ssrc() {
        return ssrc;
    }

    int rtxSsrc() {
        return rtxSsrc;
    }

    ReceptionStatistics reception() {
        return reception;
    }

    NackGenerator nacks() {
        return nacks;
    }

    int newestTimestamp() {
        return newestTimestamp;
    }

    boolean hasSenderReport() {
        return senderReported;
    }

    long senderReportNtp() {
        return senderReportNtp;
    }

    int senderReportTimestamp() {
        return senderReportTimestamp;
    }

    /// A keyframe has come: there is a picture, though its size may be unknown.
    boolean hasPicture() {
        return keyframeSeqNo != NONE;
    }

    /// In pixels, 0 while unknown.
    int pictureWidth() {
        return pictureWidth;
    }

    int pictureHeight() {
        return pictureHeight;
    }

    int subscriberCount() {
        return subscriberCount;
    }

    TrackStatistics statistics() {
        return new TrackStatistics(
                parameters.kind(),
                parameters.codec(),
                packets,
                payloadBytes,
                frames,
                keyframeCount,
                keyframeRequestCount,
                nacks.lost(),
                nacks.recovered(),
                nacks.asked(),
                reception.jitter() * MS_PER_S / parameters.codec().clockRate(),
                nacks.isRttKnown() ? nacks.rttNs() / NS_PER_MS : 0,
                pictureWidth,
                pictureHeight);
    }

    private void forward(RtpPacket packet, long seqNo, boolean retransmitted, long nowNs) {
        boolean foreign = packet.payloadType() != parameters.payloadType();
        boolean empty = foreign || packet.payloadLength() == 0;
        long trackSeqNo = gapCloser.renumber(seqNo, empty || withheld);
        if (foreign || withheld) {
            counters.drop(withheld ? DropReason.WITHHELD : DropReason.FOREIGN_PAYLOAD_TYPE);
            return;
        }
        if (trackSeqNo < 0) {
            counters.drop(
                    trackSeqNo == GapCloser.LEFT_OUT
                            ? DropReason.PADDING_ONLY
                            : DropReason.TOO_OLD);
            return;
        }
        if (!cache.add(trackSeqNo, packet, parameters.extensions(), nowNs)) {
            counters.drop(DropReason.TOO_LARGE);
            return;
        }
        if (trackSeqNo == cache.highest()) {
            frames += frames == 0 || packet.wireTimestamp() != newestTimestamp ? 1 : 0;
            newestTimestamp = packet.wireTimestamp();
        }
        packets++;
        payloadBytes += packet.payloadLength();
        if (isVideo()) {
            noteKeyframe(packet, seqNo, trackSeqNo, nowNs);
        }
        int slot = cache.find(trackSeqNo);
        for (int i = 0; i < subscriberCount; i++) {
            subscribers[i].onPacket(slot, trackSeqNo, nowNs);
        }
        if (isVideo() && !retransmitted && keyframes.onMedia(nowNs)) {
            sendKeyframeRequest();
        }
        if (restarted) {
            restarted = false;
            if (keyframeSeqNo == NONE && subscriberCount > 0) {
                onKeyframeWanted(nowNs); // all viewers wait for one
            }
        }
    }

    private void noteKeyframe(RtpPacket packet, long seqNo, long trackSeqNo, long nowNs) {
        boolean start =
                KeyframeDetector.isKeyframeStart(
                        parameters.codec(),
                        packet.buffer(),
                        packet.payloadOffset(),
                        packet.payloadLength());
        if (!start) {
            return;
        }
        if (trackSeqNo >= keyframeSeqNo) {
            notePictureSize(packet);
        }
        if (keyframeSeqNo != NONE && packet.wireTimestamp() == keyframeTimestamp) {
            // Another slice of the same picture, or its parameter sets, which came late.
            keyframeSeqNo = Math.min(keyframeSeqNo, trackSeqNo);
            return;
        }
        if (trackSeqNo < keyframeSeqNo) {
            return; // an older keyframe, repaired
        }
        keyframeSeqNo = trackSeqNo;
        keyframeTimestamp = packet.wireTimestamp();
        keyframeNs = nowNs;
        counters.keyframes++;
        keyframeCount++;
        keyframes.onKeyframe();
        nacks.onKeyframe(seqNo);
    }

    private void notePictureSize(RtpPacket packet) {
        if (sizeReader.tryRead(
                parameters.codec(),
                packet.buffer(),
                packet.payloadOffset(),
                packet.payloadLength())) {
            pictureWidth = sizeReader.width();
            pictureHeight = sizeReader.height();
        }
    }

    private boolean tryUnwrap(RtpPacket packet) {
        return packet.tryUnwrapRetransmission(ssrc, parameters.payloadType());
    }

    /// RFC 3550 Appendix A.1: two packets in sequence at the new place make a restart.
    private boolean confirmsJump(int wireSeqNo) {
        boolean confirmed = wireSeqNo == expectedAfterJump;
        expectedAfterJump = (wireSeqNo + 1) & 0xFFFF;
        return confirmed;
    }

    /// The source begins anew: nothing known of the old numbering holds for the new one.
    private void restart() {
        unwrapper.reset();
        window.reset();
        reception.reset();
        nacks.reset();
        gapCloser.reset();
        cache.clear();
        keyframeSeqNo = NONE;
        senderReported = false;
        expectedAfterJump = -1;
        restarted = true;
        for (int i = 0; i < subscriberCount; i++) {
            subscribers[i].onSourceRestarted();
        }
    }

    private void sendKeyframeRequest() {
        if (ssrc != 0) {
            counters.keyframeRequests++;
            keyframeRequestCount++;
            feedback.requestKeyframe(ssrc, parameters.pli());
        }
    }

    private static SubscribedTrack[] shrunk(SubscribedTrack[] tracks, int count) {
        if (count == 0) {
            return NO_SUBSCRIBERS;
        }
        SubscribedTrack[] fitting =
                tracks.length > 64 && count < tracks.length / 4
                        ? Arrays.copyOf(tracks, tracks.length / 2)
                        : tracks;
        // What is behind the last one must not keep closed subscriptions alive.
        Arrays.fill(fitting, count, Math.min(count + 1, fitting.length), fitting[0]);
        return fitting;
    }

    /// Asks the publisher again, and for a keyframe when that was in vain.
    private final class Losses implements NackGenerator.Output {
        @Override
        public void onLost(int packetId, int bitmask) {
            feedback.addNack(ssrc, packetId, bitmask);
        }

        @Override
        public void onLostEnd() {
            feedback.flush();
        }

        @Override
        public void onGivenUp(long nowNs) {
            if (subscriberCount > 0) {
                onKeyframeWanted(nowNs);
            }
        }
    }
}
