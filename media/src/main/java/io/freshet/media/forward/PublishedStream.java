package io.freshet.media.forward;

import io.freshet.media.receive.TransportFeedbackGenerator;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.RtpPacket;
import io.freshet.media.rtp.TrackParameters;
import io.freshet.media.send.HeaderExtensionBlock;
import io.freshet.media.send.PacketCache;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One published stream: receives its tracks, asks the publisher again for what is lost, and hands
/// every packet to the subscriptions. Single-threaded; owns no clock: the caller passes `nowNs` and
/// calls back at [#nextTimeoutNs()].
///
/// Bad packets are counted by [DropReason] and dropped. Memory is bounded by the number of tracks
/// and subscriptions; nothing is allocated per packet.
public final class PublishedStream {
    /// No timeout is pending.
    public static final long NEVER = Long.MAX_VALUE;

    /// Told about the picture of the first video track, from inside inputs; must only record it.
    public interface PictureWatcher {
        /// There is a picture, of this size in pixels, or of another than before; 0 and 0 if the
        /// size cannot be told.
        void onPicture(int width, int height);
    }

    private static final Subscription[] NO_SUBSCRIPTIONS = {};
    private static final int NONE = -1;

    private final List<TrackParameters> parameters;
    private final ForwardConfig config;
    private final RandomGenerator random;
    private final PublishedTrack[] tracks;

    /// The first video track, whose picture is told about.
    private final @Nullable PublishedTrack pictureTrack;

    private final PublisherFeedback feedback;
    private final TransportFeedbackGenerator transportFeedback;
    private final int transportCcId; // the extension's id, 0 when not negotiated
    private final byte[] cname;

    private final ForwardCounters counters = new ForwardCounters();
    private final RtpPacket packet = new RtpPacket();
    private final RtcpReader rtcp = new RtcpReader();

    /// Scratch memory that all subscriptions share: the egress reads it before it returns.
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(
                    RtpPacket.FIXED_HEADER_BYTES + HeaderExtensionBlock.MAX_BYTES);

    private final ByteBuffer retransmission = ByteBuffer.allocate(2 + PacketCache.MAX_PACKET_BYTES);
    private final RtcpWriter writer = new RtcpWriter();

    private PictureWatcher watcher = (width, height) -> {};
    private boolean pictureTold;
    private int toldWidth;
    private int toldHeight;

    private Subscription[] subscriptions = NO_SUBSCRIPTIONS;
    private int subscriptionCount;
    private int lastSsrc; // that transport feedback names; any of the transport's will do
    private long nextReportNs = NEVER;
    private boolean closed;

    /// @param tracks what the publisher's negotiation gave, seen from the publisher
    /// @param publisherFeedback RTCP to the publisher
    /// @param random SSRCs and first sequence numbers come from it
    public PublishedStream(
            List<TrackParameters> tracks,
            PeerEgress publisherFeedback,
            ForwardConfig config,
            RandomGenerator random) {
        parameters = List.copyOf(tracks);
        this.config = config;
        this.random = random;
        // RFC 3550 §6.5.1: one name for all the SSRCs of a source; RFC 7022 §4.2: random.
        cname =
                Long.toHexString(random.nextLong() | Long.MIN_VALUE)
                        .getBytes(StandardCharsets.US_ASCII);
        feedback = new PublisherFeedback(publisherFeedback, random.nextInt() | 1);
        transportFeedback =
                new TransportFeedbackGenerator(config.transportFeedbackInterval().toNanos());
        transportCcId =
                parameters.stream()
                        .filter(TrackParameters::transportCc)
                        .mapToInt(track -> track.extensions().id(HeaderExtension.TRANSPORT_CC))
                        .filter(id -> id != 0)
                        .findFirst()
                        .orElse(0);
        this.tracks =
                parameters.stream()
                        .map(track -> new PublishedTrack(track, config, counters, feedback))
                        .toArray(PublishedTrack[]::new);
        pictureTrack =
                Arrays.stream(this.tracks).filter(PublishedTrack::isVideo).findFirst().orElse(null);
    }

    /// Takes a decrypted RTP packet; the buffer is read during the call only.
    public void onRtp(ByteBuffer plain, int offset, int length, long nowNs) {
        if (closed) {
            return;
        }
        counters.packetsIn++;
        counters.bytesIn += length;
        if (!packet.tryRead(plain, offset, length)) {
            counters.drop(DropReason.MALFORMED);
            return;
        }
        noteArrival(nowNs);
        int ssrc = packet.ssrc();
        for (PublishedTrack track : tracks) {
            if (ssrc == track.ssrc() && ssrc != 0) {
                track.onPacket(packet, false, nowNs);
                tellPicture(track);
                return;
            }
            if (ssrc == track.rtxSsrc() && ssrc != 0) {
                onRetransmission(track, nowNs);
                tellPicture(track);
                return;
            }
        }
        onUnknownSsrc(ssrc, nowNs);
    }

    /// Takes a decrypted compound RTCP packet from the publisher.
    public void onRtcp(ByteBuffer plain, int offset, int length, long nowNs) {
        if (closed) {
            return;
        }
        rtcp.wrap(plain, offset, length);
        while (rtcp.next()) {
            switch (rtcp.type()) {
                case RtcpReader.SENDER_REPORT -> {
                    int track = indexOf(rtcp.senderSsrc());
                    if (track != NONE) {
                        tracks[track].onSenderReport(rtcp.srNtp(), rtcp.srRtpTimestamp(), nowNs);
                    }
                }
                case RtcpReader.GOODBYE -> {
                    for (int i = 0; i < rtcp.count(); i++) {
                        int track = indexOf(rtcp.byeSsrc(i));
                        if (track != NONE) {
                            tracks[track].onBye();
                        }
                    }
                }
                default -> {} // the publisher receives nothing, so it has nothing to report
            }
        }
        if (rtcp.isMalformed()) {
            counters.drop(DropReason.RTCP_MALFORMED);
        }
    }

    /// Sets who is told about the picture.
    public void watch(PictureWatcher pictureWatcher) {
        watcher = pictureWatcher;
    }

    private void tellPicture(PublishedTrack track) {
        if (!track.hasPicture() || track != pictureTrack) {
            return;
        }
        if (!pictureTold
                || track.pictureWidth() != toldWidth
                || track.pictureHeight() != toldHeight) {
            pictureTold = true;
            toldWidth = track.pictureWidth();
            toldHeight = track.pictureHeight();
            watcher.onPicture(toldWidth, toldHeight);
        }
    }

    /// The round trip to the publisher as the transport knows it (from ICE checks, for instance).
    /// Without it, it is learnt from answers to NACKs.
    public void onRttUpdated(long rttNs) {
        for (PublishedTrack track : tracks) {
            track.nacks().onRttUpdated(rttNs);
        }
    }

    /// Adds a viewer. Nothing is sent to it before [Subscription#onConnected].
    ///
    /// @param viewerTracks what the viewer's negotiation gave, with the SSRCs that we chose; a
    ///   track is matched to a published one by codec, the first to the first
    /// @throws IllegalStateException when the stream is closed or has all the subscriptions it may
    public Subscription subscribe(
            List<TrackParameters> viewerTracks,
            PeerEgress egress,
            SubscriptionConfig subscriptionConfig,
            long nowNs) {
        if (closed || subscriptionCount >= config.maxSubscriptions()) {
            throw new IllegalStateException(
                    closed ? "stream ended" : subscriptionCount + " subscriptions are the most");
        }
        Subscription subscription =
                new Subscription(this, egress, subscriptionConfig, config, nowNs);
        subscription.bind(List.copyOf(viewerTracks), random);
        add(subscription);
        return subscription;
    }

    /// Keeps the stream's audio, its video or both from all viewers, who stay, or hands it on
    /// again. Later calls replace earlier ones.
    public void withhold(boolean audio, boolean video, long nowNs) {
        for (PublishedTrack track : tracks) {
            track.withhold(track.isVideo() ? video : audio, nowNs);
        }
    }

    public List<TrackParameters> tracks() {
        return parameters;
    }

    public boolean isClosed() {
        return closed;
    }

    public void onTimeout(long nowNs) {
        if (closed) {
            return;
        }
        for (PublishedTrack track : tracks) {
            track.onTimeout(nowNs);
        }
        if (transportFeedback.nextTimeoutNs() <= nowNs) {
            feedback.sendTransportFeedback(transportFeedback, lastSsrc);
        }
        if (nextReportNs <= nowNs) {
            nextReportNs = nowNs + config.receiverReportInterval().toNanos();
            feedback.sendReceiverReport(tracks, cname, nowNs);
        }
    }

    public long nextTimeoutNs() {
        if (closed) {
            return NEVER;
        }
        long next = Math.min(nextReportNs, transportFeedback.nextTimeoutNs());
        for (PublishedTrack track : tracks) {
            next = Math.min(next, track.nextTimeoutNs());
        }
        return next;
    }

    public ForwardStatistics statistics() {
        long lost = 0;
        long recovered = 0;
        long nacks = 0;
        for (PublishedTrack track : tracks) {
            lost += track.nacks().lost();
            recovered += track.nacks().recovered();
            nacks += track.nacks().asked();
        }
        return new ForwardStatistics(
                counters.packetsIn,
                counters.bytesIn,
                counters.packetsOut,
                counters.bytesOut,
                lost,
                recovered,
                nacks,
                counters.retransmissions,
                counters.keyframes,
                counters.keyframeRequests,
                subscriptionCount,
                counters.drops());
    }

    /// Counters of each track, in the order of [#tracks()].
    public List<TrackStatistics> trackStatistics() {
        return Arrays.stream(tracks).map(PublishedTrack::statistics).toList();
    }

    /// Ends the stream; viewers that were not moved to a successor before get a BYE.
    public void close() {
        while (subscriptionCount > 0) {
            subscriptions[subscriptionCount - 1].close();
        }
        closed = true;
    }

    void add(Subscription subscription) {
        if (subscriptionCount == subscriptions.length) {
            subscriptions = Arrays.copyOf(subscriptions, Math.max(4, subscriptionCount * 2));
        }
        subscription.setIndex(subscriptionCount);
        subscriptions[subscriptionCount++] = subscription;
    }

    void remove(Subscription subscription) {
        int index = subscription.index();
        subscriptionCount--;
        subscriptions[index] = subscriptions[subscriptionCount];
        subscriptions[index].setIndex(index);
        subscriptions = trimmed(subscriptions, subscriptionCount);
    }

    /// The published track for one of a viewer's: the n-th with a codec for the n-th with it.
    Optional<PublishedTrack> trackFor(TrackParameters viewerTrack, List<TrackParameters> all) {
        long skip =
                all.stream()
                        .takeWhile(track -> !track.equals(viewerTrack))
                        .filter(track -> track.codec() == viewerTrack.codec())
                        .count();
        return Arrays.stream(tracks)
                .filter(track -> track.parameters().codec() == viewerTrack.codec())
                .skip(skip)
                .findFirst();
    }

    void onSent(int bytes) {
        counters.packetsOut++;
        counters.bytesOut += bytes;
    }

    void onRetransmitted() {
        counters.retransmissions++;
    }

    ByteBuffer header() {
        return header;
    }

    ByteBuffer retransmission() {
        return retransmission;
    }

    RtcpWriter writer() {
        return writer;
    }

    byte[] cname() {
        return cname.clone();
    }

    /// Whatever the packet is, its arrival tells about the path.
    private void noteArrival(long nowNs) {
        lastSsrc = packet.ssrc();
        if (nextReportNs == NEVER) {
            nextReportNs = nowNs + config.receiverReportInterval().toNanos();
        }
        int extension = transportCcId == 0 ? -1 : packet.findExtension(transportCcId);
        if (extension >= 0 && packet.extensionLength(extension) == 2) {
            int wireSeqNo = packet.buffer().getShort(packet.extensionOffset(extension)) & 0xFFFF;
            transportFeedback.onPacket(wireSeqNo, nowNs);
        }
    }

    private void onRetransmission(PublishedTrack track, long nowNs) {
        if (packet.payloadType() == track.parameters().rtxPayloadType()) {
            track.onPacket(packet, true, nowNs);
        } else {
            counters.drop(DropReason.FOREIGN_PAYLOAD_TYPE);
        }
    }

    /// RFC 9143 §9.2: by MID where there is one, else by a payload type that only one track has.
    private void onUnknownSsrc(int ssrc, long nowNs) {
        int track = trackByMid();
        if (track == NONE) {
            track = trackByPayloadType();
        }
        if (track == NONE || ssrc == 0) {
            counters.drop(DropReason.UNKNOWN_SSRC);
            return;
        }
        TrackParameters owner = tracks[track].parameters();
        boolean retransmission = packet.payloadType() == owner.rtxPayloadType();
        if (!retransmission && packet.payloadType() != owner.payloadType()) {
            counters.drop(DropReason.FOREIGN_PAYLOAD_TYPE);
        } else if (tracks[track].tryTakeSsrc(ssrc, retransmission, nowNs)) {
            tracks[track].onPacket(packet, retransmission, nowNs);
            tellPicture(tracks[track]);
        } else {
            counters.drop(DropReason.UNKNOWN_SSRC);
        }
    }

    private int trackByMid() {
        for (int i = 0; i < tracks.length; i++) {
            int id = tracks[i].parameters().extensions().id(HeaderExtension.MID);
            int extension = id == 0 ? -1 : packet.findExtension(id);
            if (extension >= 0 && equalsAscii(tracks[i].parameters().mid(), extension)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean equalsAscii(String text, int extension) {
        int length = packet.extensionLength(extension);
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != packet.buffer().get(packet.extensionOffset(extension) + i)) {
                return false;
            }
        }
        return true;
    }

    private int trackByPayloadType() {
        int found = NONE;
        for (int i = 0; i < tracks.length; i++) {
            TrackParameters track = tracks[i].parameters();
            if (packet.payloadType() == track.payloadType()
                    || packet.payloadType() == track.rtxPayloadType()) {
                if (found != NONE) {
                    return NONE;
                }
                found = i;
            }
        }
        return found;
    }

    private int indexOf(int ssrc) {
        for (int i = 0; i < tracks.length; i++) {
            if (tracks[i].ssrc() == ssrc && ssrc != 0) {
                return i;
            }
        }
        return NONE;
    }

    private static Subscription[] trimmed(Subscription[] all, int count) {
        if (count == 0) {
            return NO_SUBSCRIPTIONS;
        }
        Subscription[] fitting =
                all.length > 64 && count < all.length / 4
                        ? Arrays.copyOf(all, all.length / 2)
                        : all;
        // What is behind the last one must not keep closed subscriptions alive.
        Arrays.fill(fitting, count, Math.min(count + 1, fitting.length), fitting[0]);
        return fitting;
    }
}
