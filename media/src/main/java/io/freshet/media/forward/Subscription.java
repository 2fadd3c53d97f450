package io.freshet.media.forward;

import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.TrackParameters;
import io.freshet.media.send.HeaderExtensionBlock;
import io.freshet.media.send.RetransmissionBudget;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One viewer of a published stream. Used by the thread that owns the stream.
public final class Subscription {
    private static final SubscribedTrack[] NO_TRACKS = {};

    private static final long NS_PER_MS = 1_000_000L;
    private static final long DEFAULT_RTT_NS = 100 * NS_PER_MS;
    private static final long MIN_RTT_NS = 5 * NS_PER_MS;

    /// One compound packet gets no more packets sent again than this.
    private static final int MAX_NACKED = 512;

    /// A viewer may ask for so many keyframes at once, then for one per interval: whoever asks all
    /// the time must not spoil the picture of the others.
    private static final int KEYFRAME_BURST = 4;

    private static final long KEYFRAME_INTERVAL_NS = 2000 * NS_PER_MS;

    private final PeerEgress egress;
    private final SubscriptionConfig config;
    private final byte[] cname;
    private final RetransmissionBudget budget;
    private final RtcpReader reader = new RtcpReader();

    private PublishedStream stream;
    private SubscribedTrack[] tracks = NO_TRACKS;
    private int index; // in the stream's array; kept by it
    private boolean closed;

    private long rttNs = DEFAULT_RTT_NS;
    private boolean rttKnown;
    private int fractionLost; // in 256ths
    private int transportSeqNo;
    private long keyframesAllowedNs = Long.MIN_VALUE / 2; // virtual time of the keyframe allowance

    private long packetsOut;
    private long bytesOut;
    private long nacked;
    private long retransmissions;
    private long keyframeRequests;
    private long rtcpDropped;

    Subscription(
            PublishedStream stream,
            PeerEgress egress,
            SubscriptionConfig config,
            ForwardConfig forwardConfig,
            long nowNs) {
        this.stream = stream;
        this.egress = egress;
        this.config = config;
        cname = stream.cname();
        budget = new RetransmissionBudget(forwardConfig.retransmissionBytesPerSecond(), nowNs);
    }

    /// Binds each of the viewer's tracks to the published one with the same codec; those without
    /// one stay silent.
    void bind(List<TrackParameters> viewerTracks, RandomGenerator random) {
        tracks =
                viewerTracks.stream()
                        .filter(track -> stream.trackFor(track, viewerTracks).isPresent())
                        .map(track ->
                                new SubscribedTrack(
                                        this,
                                        track,
                                        stream.trackFor(track, viewerTracks).orElseThrow(),
                                        random))
                        .toArray(SubscribedTrack[]::new);
    }

    /// The viewer's transport can send: media starts, video with a keyframe, which is asked for
    /// unless a recent one is cached.
    public void onConnected(long nowNs) {
        if (closed) {
            return;
        }
        for (SubscribedTrack track : tracks) {
            track.onConnected(nowNs);
        }
    }

    /// Takes a decrypted compound RTCP packet from the viewer.
    public void onRtcp(ByteBuffer plain, int offset, int length, long nowNs) {
        if (closed) {
            return;
        }
        reader.wrap(plain, offset, length);
        int allowedNacks = MAX_NACKED;
        while (reader.next()) {
            switch (reader.type()) {
                case RtcpReader.SENDER_REPORT, RtcpReader.RECEIVER_REPORT -> onReports(nowNs);
                case RtcpReader.TRANSPORT_FEEDBACK -> {
                    if (reader.count() == RtcpReader.NACK) {
                        allowedNacks = onNack(allowedNacks, nowNs);
                    }
                }
                case RtcpReader.PAYLOAD_FEEDBACK -> onPayloadFeedback(nowNs);
                default -> {} // SDES, BYE and others say nothing that forwarding needs
            }
        }
        if (reader.isMalformed()) {
            rtcpDropped++;
        }
    }

    /// Goes on with another stream (the host came back on a new transport). Sequence numbers and
    /// timestamps continue; video goes on at the successor's next keyframe.
    ///
    /// @return false when the successor lacks a codec this viewer negotiated; nothing has moved
    ///   then
    /// @throws IllegalStateException when the successor is closed
    public boolean moveTo(PublishedStream successor, long nowNs) {
        if (closed || successor.isClosed()) {
            throw new IllegalStateException("cannot move: " + (closed ? "left" : "stream ended"));
        }
        if (successor == stream) {
            return true;
        }
        List<TrackParameters> wanted = viewerTracks();
        for (TrackParameters track : wanted) {
            if (successor.trackFor(track, wanted).isEmpty()) {
                return false;
            }
        }
        stream.remove(this);
        stream = successor;
        successor.add(this);
        for (SubscribedTrack track : tracks) {
            track.moveTo(successor.trackFor(track.parameters(), wanted).orElseThrow(), nowNs);
        }
        return true;
    }

    /// Nothing is due yet in any state: the stream's timers serve all its viewers.
    public void onTimeout(long nowNs) {}

    public long nextTimeoutNs() {
        return PublishedStream.NEVER;
    }

    public SubscriptionStatistics statistics() {
        return new SubscriptionStatistics(
                packetsOut,
                bytesOut,
                nacked,
                retransmissions,
                keyframeRequests,
                rtcpDropped,
                rttKnown ? (double) rttNs / NS_PER_MS : 0,
                fractionLost / 256.0);
    }

    /// Leaves the stream and sends BYE (RFC 3550 §6.6). Closing again does nothing.
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        stream.remove(this);
        RtcpWriter writer = writer();
        writer.clear();
        for (SubscribedTrack track : tracks) {
            track.close();
            if (!track.hasSent()) {
                continue;
            }
            // RFC 3550 §6.1: a compound begins with a report, here an empty one.
            boolean begun = !writer.isEmpty() || writer.writeReceiverReport(track.ssrc());
            if (begun) {
                writer.writeBye(track.ssrc());
            }
        }
        if (!writer.isEmpty()) {
            egress.sendRtcp(writer.buffer(), 0, writer.length());
            writer.clear();
        }
    }

    void onSent(int bytes) {
        packetsOut++;
        bytesOut += bytes;
        stream.onSent(bytes);
    }

    PeerEgress egress() {
        return egress;
    }

    /// Where headers are written; shared by all subscriptions of the stream.
    ByteBuffer header() {
        return stream.header();
    }

    /// Where retransmitted payloads are put together; shared likewise.
    ByteBuffer retransmission() {
        return stream.retransmission();
    }

    /// For RTCP to the viewer; shared likewise, and empty between calls.
    RtcpWriter writer() {
        return stream.writer();
    }

    byte[] cname() {
        return cname;
    }

    RetransmissionBudget budget() {
        return budget;
    }

    long rttNs() {
        return rttNs;
    }

    int nextTransportSeqNo() {
        return transportSeqNo++;
    }

    /// The playout-delay extension's 24 bits: minimum and maximum in 10 ms.
    int playoutDelay() {
        return config.hasPlayoutDelay()
                ? ((config.playoutDelayMinMs() / 10) << 12) | (config.playoutDelayMaxMs() / 10)
                : HeaderExtensionBlock.NO_PLAYOUT_DELAY;
    }

    int index() {
        return index;
    }

    void setIndex(int newIndex) {
        index = newIndex;
    }

    private void onReports(long nowNs) {
        for (int i = 0; i < reader.count(); i++) {
            int track = indexOf(reader.reportSsrc(i));
            if (track < 0) {
                continue; // reports about retransmissions, for instance
            }
            fractionLost = reader.reportFractionLost(i);
            long sampleNs =
                    tracks[track].rttNs(
                            reader.reportLastSr(i), reader.reportDelaySinceLastSr(i), nowNs);
            if (sampleNs >= 0) {
                long smoothedNs = rttKnown ? rttNs + (sampleNs - rttNs) / 4 : sampleNs;
                rttNs = Math.max(smoothedNs, MIN_RTT_NS);
                rttKnown = true;
            }
        }
    }

    private int onNack(int allowed, long nowNs) {
        int track = indexOf(reader.mediaSsrc());
        if (track < 0) {
            rtcpDropped++;
            return allowed;
        }
        int left = allowed;
        for (int i = 0; i < reader.nackCount() && left > 0; i++) {
            int packetId = reader.nackPacketId(i);
            left -= resend(tracks[track], packetId, nowNs);
            int bitmask = reader.nackBitmask(i);
            for (int bit = 0; bitmask != 0; bit++, bitmask >>>= 1) { // RFC 4585 §6.2.1: BLP
                if ((bitmask & 1) != 0) {
                    left -= resend(tracks[track], (packetId + bit + 1) & 0xFFFF, nowNs);
                }
            }
        }
        return left;
    }

    private int resend(SubscribedTrack track, int wireSeqNo, long nowNs) {
        nacked++;
        if (track.resend(wireSeqNo, nowNs)) {
            retransmissions++;
            stream.onRetransmitted();
        }
        return 1;
    }

    private void onPayloadFeedback(long nowNs) {
        switch (reader.count()) {
            case RtcpReader.PLI -> onKeyframeWanted(indexOf(reader.mediaSsrc()), nowNs);
            case RtcpReader.FIR -> {
                for (int i = 0; i < Math.min(reader.firCount(), tracks.length); i++) {
                    int track = indexOf(reader.firSsrc(i));
                    if (track >= 0 && tracks[track].isNewFir(reader.firSeqNo(i))) {
                        onKeyframeWanted(track, nowNs);
                    }
                }
            }
            default -> {} // REMB and the like: nothing is adapted to one viewer yet
        }
    }

    private void onKeyframeWanted(int track, long nowNs) {
        if (track < 0) {
            rtcpDropped++;
            return;
        }
        keyframeRequests++;
        long busyNs = Math.max(keyframesAllowedNs, nowNs);
        if (busyNs - nowNs > (KEYFRAME_BURST - 1) * KEYFRAME_INTERVAL_NS) {
            return;
        }
        keyframesAllowedNs = busyNs + KEYFRAME_INTERVAL_NS;
        tracks[track].onKeyframeWanted(nowNs);
    }

    private int indexOf(int ssrc) {
        for (int i = 0; i < tracks.length; i++) {
            if (tracks[i].ssrc() == ssrc) {
                return i;
            }
        }
        return -1;
    }

    private List<TrackParameters> viewerTracks() {
        return Arrays.stream(tracks).map(SubscribedTrack::parameters).toList();
    }
}
