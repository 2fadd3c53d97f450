package io.freshet.media.forward;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.TrackParameters;
import io.freshet.media.send.HeaderExtensionBlock;
import io.freshet.media.send.PacketCache;
import io.freshet.media.send.RetransmissionHistory;
import io.freshet.media.send.RtpRewriter;
import io.freshet.media.send.SenderReportTranslator;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// One track on its way to one viewer.
///
/// States: `IDLE` until the viewer's transport can send, then `WAITING` for a packet to start with
/// (a keyframe's first for video, the newest for audio), then `FLOWING`; back to `WAITING` when the
/// source changes, begins anew or is withheld.
final class SubscribedTrack {
    private enum State {
        IDLE,
        WAITING,
        FLOWING
    }

    private final Subscription subscription;
    private final TrackParameters parameters;
    private final RtpRewriter rewriter;
    private final SenderReportTranslator senderReports = new SenderReportTranslator();
    private final RetransmissionHistory resent = new RetransmissionHistory();
    private final boolean transportNumbered; // packets carry the viewer's transport-wide number

    private PublishedTrack source;
    private int index; // in the source's array; kept by it
    private State state = State.IDLE;
    private long startSeqNo; // the source's number of the packet this span started with
    private int startTimestamp;
    private long rtxSeqNo;
    private int packetsOut;
    private int octetsOut; // of payload, RFC 3550 §6.4.1
    private int lastFirSeqNo = -1;

    SubscribedTrack(
            Subscription subscription,
            TrackParameters parameters,
            PublishedTrack source,
            RandomGenerator random) {
        this.subscription = subscription;
        this.parameters = parameters;
        this.source = source;
        transportNumbered =
                hasHopFields(parameters)
                        && parameters.extensions().has(HeaderExtension.TRANSPORT_CC);
        rewriter =
                new RtpRewriter(
                        parameters.ssrc(),
                        parameters.payloadType(),
                        parameters.codec().clockRate(),
                        blockOf(source),
                        random);
        rtxSeqNo = random.nextInt(0x8000); // as for the media: RFC 3711 §3.3.1
        source.subscribe(this);
    }

    /// Media may flow.
    void onConnected(long nowNs) {
        if (state == State.IDLE) {
            state = State.WAITING;
            startOrAsk(nowNs);
        }
    }

    /// A packet of the source came, new or late; it is in this slot of the source's cache.
    void onPacket(int slot, long trackSeqNo, long nowNs) {
        switch (state) {
            case IDLE -> {}
            case WAITING -> {
                if (source.isStart(trackSeqNo)) {
                    start(trackSeqNo, nowNs);
                }
            }
            case FLOWING -> {
                if (trackSeqNo >= startSeqNo || belongsToFirstFrame(slot, trackSeqNo)) {
                    send(slot, nowNs);
                }
            }
        }
    }

    void onSourceRestarted() {
        waitForStart();
    }

    /// Nothing comes for a while.
    void onSourceWithheld() {
        waitForStart();
    }

    private void waitForStart() {
        if (state == State.FLOWING) {
            state = State.WAITING;
        }
    }

    void onSenderReport(long nowNs) {
        if (state == State.FLOWING) {
            sendSenderReport(nowNs);
        }
    }

    void onKeyframeWanted(long nowNs) {
        source.onKeyframeWanted(nowNs);
    }

    /// False when this FIR repeats the one before, RFC 5104 §4.3.1.1.
    boolean isNewFir(int firSeqNo) {
        boolean isNew = firSeqNo != lastFirSeqNo;
        lastFirSeqNo = firSeqNo;
        return isNew;
    }

    /// Sends again what the viewer lost, as long as it is cached and the limits allow it.
    ///
    /// @return true when it was sent
    boolean resend(int wireSeqNo, long nowNs) {
        long trackSeqNo = rewriter.trackSeqNo(wireSeqNo);
        int slot = source.cache().find(trackSeqNo);
        if (!parameters.nack() || state != State.FLOWING || slot < 0) {
            return false;
        }
        if (trackSeqNo < startSeqNo && !belongsToFirstFrame(slot, trackSeqNo)) {
            return false; // from before this viewer came
        }
        int length = source.cache().payloadLength(slot);
        if (!resent.tryResend(trackSeqNo, subscription.rttNs(), nowNs)
                || !subscription.budget().tryTake(length, nowNs)) {
            return false;
        }
        if (hasRtx(parameters)) {
            sendRetransmission(slot, nowNs);
        } else {
            sendAgain(slot, nowNs);
        }
        return true;
    }

    /// The round trip that a report block about this track tells, -1 when it does not.
    long rttNs(int lastSr, int delaySinceLastSr, long nowNs) {
        return senderReports.rttNs(lastSr, delaySinceLastSr, nowNs);
    }

    void moveTo(PublishedTrack successor, long nowNs) {
        source.unsubscribe(this);
        source = successor;
        rewriter.onBlockChanged(blockOf(successor));
        source.subscribe(this);
        if (state != State.IDLE) {
            state = State.WAITING;
            startOrAsk(nowNs);
        }
    }

    void close() {
        state = State.IDLE;
        source.unsubscribe(this);
    }

    /// The viewer knows this SSRC.
    boolean hasSent() {
        return rewriter.hasSent();
    }

    TrackParameters parameters() {
        return parameters;
    }

    int ssrc() {
        return parameters.ssrc();
    }

    int index() {
        return index;
    }

    void setIndex(int newIndex) {
        index = newIndex;
    }

    private void startOrAsk(long nowNs) {
        if (!source.isVideo()) {
            return; // the next packet will do
        }
        long keyframe = source.replayableKeyframe(nowNs);
        if (keyframe >= 0) {
            start(keyframe, nowNs);
        } else {
            source.onKeyframeWanted(nowNs);
        }
    }

    /// Starts with this packet and sends what is cached behind it: the packet may be a late one, or
    /// the beginning of a keyframe that came before this viewer.
    private void start(long trackSeqNo, long nowNs) {
        PacketCache cache = source.cache();
        startSeqNo = trackSeqNo;
        startTimestamp = cache.wireTimestamp(cache.find(trackSeqNo));
        rewriter.beginSpan(trackSeqNo, startTimestamp, source.newestTimestamp(), nowNs);
        state = State.FLOWING;
        for (long seqNo = trackSeqNo; seqNo <= cache.highest(); seqNo++) {
            int slot = cache.find(seqNo);
            if (slot >= 0) {
                send(slot, nowNs);
            }
        }
        sendSenderReport(nowNs);
    }

    /// Parameter sets or slices that were overtaken by the packet we started with.
    private boolean belongsToFirstFrame(int slot, long trackSeqNo) {
        return source.isVideo()
                && source.cache().wireTimestamp(slot) == startTimestamp
                && rewriter.isFree(trackSeqNo);
    }

    private void send(int slot, long nowNs) {
        PacketCache cache = source.cache();
        ByteBuffer header = subscription.header();
        int headerLength = rewriter.writeHeader(header, cache, slot, nextTransportSeqNo(), nowNs);
        int length = cache.payloadLength(slot);
        subscription
                .egress()
                .sendRtp(
                        header,
                        headerLength,
                        cache.bytes(),
                        cache.payloadOffset(slot),
                        length,
                        rewriter.seqNo(cache.seqNo(slot)));
        packetsOut++;
        octetsOut += length;
        subscription.onSent(headerLength + length);
    }

    /// RFC 4588 §4: own SSRC, payload type and numbers, the original number ahead of the payload.
    private void sendRetransmission(int slot, long nowNs) {
        PacketCache cache = source.cache();
        ByteBuffer header = subscription.header();
        int headerLength =
                rewriter.writeRetransmissionHeader(
                        header,
                        cache,
                        slot,
                        parameters.rtxPayloadType(),
                        (int) rtxSeqNo,
                        parameters.rtxSsrc(),
                        nextTransportSeqNo(),
                        nowNs);
        int length = cache.payloadLength(slot);
        ByteBuffer payload = subscription.retransmission();
        payload.putShort(0, (short) rewriter.seqNo(cache.seqNo(slot)));
        payload.put(2, cache.bytes(), cache.payloadOffset(slot), length);
        subscription.egress().sendRtp(header, headerLength, payload, 0, length + 2, rtxSeqNo);
        rtxSeqNo++;
        subscription.onSent(headerLength + length + 2);
    }

    /// The same packet once more, byte for byte: under one SRTP index there may be but one packet.
    private void sendAgain(int slot, long nowNs) {
        PacketCache cache = source.cache();
        ByteBuffer header = subscription.header();
        int headerLength = rewriter.writeHeader(header, cache, slot, 0, nowNs);
        int length = cache.payloadLength(slot);
        subscription
                .egress()
                .sendRtp(
                        header,
                        headerLength,
                        cache.bytes(),
                        cache.payloadOffset(slot),
                        length,
                        rewriter.seqNo(cache.seqNo(slot)));
        subscription.onSent(headerLength + length);
    }

    private void sendSenderReport(long nowNs) {
        if (!source.hasSenderReport()) {
            return;
        }
        RtcpWriter writer = subscription.writer();
        writer.clear();
        senderReports.write(
                writer,
                parameters.ssrc(),
                source.senderReportNtp(),
                rewriter.reportTimestamp(source.senderReportTimestamp()),
                packetsOut,
                octetsOut,
                nowNs);
        writer.writeCname(parameters.ssrc(), subscription.cname());
        subscription.egress().sendRtcp(writer.buffer(), 0, writer.length());
        writer.clear();
    }

    private int nextTransportSeqNo() {
        return transportNumbered ? subscription.nextTransportSeqNo() : 0;
    }

    private HeaderExtensionBlock blockOf(PublishedTrack track) {
        return track.block(
                parameters.extensions(),
                parameters.mid(),
                subscription.playoutDelay(),
                hasHopFields(parameters));
    }

    /// Fields of one hop differ each time a packet is sent, so they need retransmissions with
    /// numbers of their own, or none at all.
    private static boolean hasHopFields(TrackParameters parameters) {
        return hasRtx(parameters) || !parameters.nack();
    }

    private static boolean hasRtx(TrackParameters parameters) {
        return parameters.rtxPayloadType() != TrackParameters.NONE && parameters.rtxSsrc() != 0;
    }
}
