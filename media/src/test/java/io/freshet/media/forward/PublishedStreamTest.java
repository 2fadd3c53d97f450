package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedStreamTest {
    private static final long MS = 1_000_000L;

    private final FakePublisher publisher = new FakePublisher(65_530, -6000);
    private final PublishedStream stream = stream(publisher, 1);
    private final FakeViewer viewer = new FakeViewer();
    private long nowNs = 1_000 * MS;

    private static PublishedStream stream(FakePublisher publisher, int seed) {
        return new PublishedStream(
                FakePublisher.tracks(), publisher, ForwardConfig.DEFAULT, new Random(seed));
    }

    private Subscription join(FakeViewer newViewer) {
        Subscription subscription =
                stream.subscribe(newViewer.tracks(), newViewer, SubscriptionConfig.DEFAULT, nowNs);
        subscription.onConnected(nowNs);
        return subscription;
    }

    private void deliver() {
        deliver(publisher, stream);
    }

    private void deliver(FakePublisher from, PublishedStream to) {
        while (!from.outbox.isEmpty()) {
            byte[] packet = from.outbox.poll();
            to.onRtp(ByteBuffer.wrap(packet), 0, packet.length, nowNs);
        }
    }

    private void advance(long ms) {
        long endNs = nowNs + ms * MS;
        while (stream.nextTimeoutNs() <= endNs) {
            nowNs = Math.max(nowNs, stream.nextTimeoutNs());
            stream.onTimeout(nowNs);
        }
        nowNs = endNs;
    }

    @Test
    void sendsNothingBeforeTheViewerIsConnected() {
        stream.subscribe(viewer.tracks(), viewer, SubscriptionConfig.DEFAULT, nowNs);
        publisher.videoFrame(3);
        publisher.audioPacket();
        deliver();
        assertThat(viewer.video).isEmpty();
        assertThat(viewer.audio).isEmpty();
    }

    @Test
    void tellsTheSizeOfThePictureWhenItChanges() {
        List<String> told = new ArrayList<>();
        stream.watch((width, height) -> told.add(width + "x" + height));
        publisher.audioPacket();
        deliver();
        assertThat(told).isEmpty();
        publisher.videoFrame(2);
        deliver();
        assertThat(told).containsExactly("0x0");
        publisher.pictureSize(640, 360);
        for (int i = 0; i < 3; i++) {
            publisher.wantKeyframe();
            publisher.videoFrame(2);
            publisher.videoFrame(2);
            deliver();
        }
        assertThat(told).containsExactly("0x0", "640x360");
        publisher.pictureSize(1280, 720);
        publisher.videoFrame(2); // no keyframe
        deliver();
        publisher.restart(0x777, 9, 9);
        advance(1000);
        publisher.videoFrame(1);
        deliver();
        assertThat(told).containsExactly("0x0", "640x360", "1280x720");
    }

    @Test
    void countsForEachTrackApart() {
        publisher.pictureSize(640, 360);
        for (int i = 0; i < 5; i++) {
            publisher.videoFrame(3);
        }
        publisher.audioPacket();
        publisher.audioPacket();
        deliver();
        join(viewer);
        TrackStatistics audio = stream.trackStatistics().get(0);
        TrackStatistics video = stream.trackStatistics().get(1);
        assertThat(audio.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(audio.packets()).isEqualTo(2);
        assertThat(audio.frames()).isEqualTo(2);
        assertThat(audio.payloadBytes()).isPositive();
        assertThat(audio.keyframes()).isZero();
        assertThat(video.packets()).isEqualTo(15);
        assertThat(video.frames()).isEqualTo(5);
        assertThat(video.keyframes()).isEqualTo(1);
        assertThat(video.width() + "x" + video.height()).isEqualTo("640x360");
        assertThat(video.lost()).isZero();
        assertThat(video.rttMs()).isZero();
        assertThat(audio.payloadBytes() + video.payloadBytes())
                .isLessThan(stream.statistics().bytesIn());
    }

    @Test
    void startsVideoAtAKeyframeAndAudioAtOnce() {
        publisher.videoFrame(3);
        deliver();
        advance(1000);
        join(viewer);
        assertThat(publisher.plis).isEqualTo(1);
        publisher.wantKeyframe();
        publisher.audioPacket();
        publisher.videoFrame(3);
        deliver();
        assertThat(viewer.audio).hasSize(1);
        assertThat(viewer.video).hasSize(3);
        assertThat(viewer.video.firstEntry().getValue().keyframeStart()).isTrue();
    }

    @Test
    void doesNotHandOnDeltaFramesToAViewerThatWaits() {
        publisher.answersKeyframeRequests = false;
        publisher.videoFrame(2);
        deliver();
        advance(1000);
        join(viewer);
        publisher.videoFrame(2);
        deliver();
        assertThat(viewer.video).isEmpty();
    }

    @Test
    void startsFromARecentKeyframeWithoutAskingForAnother() {
        publisher.videoFrame(3);
        publisher.videoFrame(2);
        deliver();
        advance(100);
        join(viewer);
        assertThat(publisher.plis).isZero();
        assertThat(viewer.video).hasSize(5);
        assertThat(viewer.video.firstEntry().getValue().keyframeStart()).isTrue();
        publisher.videoFrame(1);
        deliver();
        int live = viewer.video.lastEntry().getValue().timestamp();
        int first = viewer.video.firstEntry().getValue().timestamp();
        assertThat(live - first).as("replayed frames are squeezed").isBetween(3001, 3400);
        assertThat(viewer.missingVideo()).isEmpty();
    }

    @Test
    void repeatsTheKeyframeRequestUntilAKeyframeComes() {
        publisher.answersKeyframeRequests = false;
        publisher.videoFrame(1);
        deliver();
        advance(1000);
        join(viewer);
        join(new FakeViewer());
        join(new FakeViewer());
        assertThat(publisher.plis).as("merged").isEqualTo(1);
        advance(499);
        assertThat(publisher.plis).isEqualTo(1);
        advance(2);
        assertThat(publisher.plis).isEqualTo(2);
        publisher.wantKeyframe();
        publisher.videoFrame(1);
        deliver();
        advance(3000);
        assertThat(publisher.plis).isEqualTo(2);
    }

    @Test
    void rewritesEverythingThatBelongsToTheViewer() {
        join(viewer);
        publisher.videoFrame(2);
        publisher.audioPacket();
        deliver();
        // SSRC, payload type and well-formedness are checked by the viewer itself.
        assertThat(viewer.video).hasSize(2);
        assertThat(viewer.lastMid).isEqualTo('a');
        assertThat(viewer.video.firstKey()).isBetween(1L, 0x8001L);
        assertThat(viewer.lastTransportSeqNo).isEqualTo(-1);
    }

    @Test
    void tellsAViewerWithSteadyDelayWhatToKeep() {
        FakeViewer steady =
                new FakeViewer(
                        Map.of(HeaderExtension.MID, 9, HeaderExtension.PLAYOUT_DELAY, 5), true);
        Subscription subscription =
                stream.subscribe(
                        steady.tracks(), steady, SubscriptionConfig.steadyDelay(200, 400), nowNs);
        subscription.onConnected(nowNs);
        publisher.videoFrame(1);
        deliver();
        assertThat(steady.lastPlayoutDelay).isEqualTo((20 << 12) | 40);
    }

    @Test
    void numbersPacketsTransportWideForAViewerThatNegotiatedIt() {
        FakeViewer counting = new FakeViewer(Map.of(HeaderExtension.TRANSPORT_CC, 2), true);
        join(counting);
        publisher.videoFrame(3);
        publisher.audioPacket();
        deliver();
        assertThat(counting.lastTransportSeqNo).isEqualTo(3);
    }

    @Test
    void answersNacksByRetransmissionOncePerRoundTrip() {
        Subscription subscription = join(viewer);
        publisher.videoFrame(4);
        deliver();
        long lost = viewer.video.firstKey() + 2;
        FakeViewer.Received before = viewer.video.remove(lost);
        viewer.nack(subscription, List.of(lost), nowNs);
        viewer.nack(subscription, List.of(lost), nowNs + 1 * MS);
        assertThat(viewer.retransmissions).isEqualTo(1);
        assertThat(viewer.video.get(lost)).isEqualTo(before);
        viewer.nack(subscription, List.of(lost), nowNs + 200 * MS);
        assertThat(viewer.retransmissions).isEqualTo(2);
        assertThat(subscription.statistics().retransmissions()).isEqualTo(2);
        assertThat(subscription.statistics().nacked()).isEqualTo(3);
        assertThat(stream.statistics().retransmissions()).isEqualTo(2);
    }

    @Test
    void sendsNothingAgainFromBeforeTheViewerCame() {
        publisher.videoFrame(2);
        publisher.videoFrame(2);
        deliver();
        advance(1000);
        Subscription subscription = join(viewer);
        publisher.videoFrame(2);
        deliver();
        long first = viewer.video.firstKey();
        viewer.nack(subscription, List.of(first - 1, first - 2), nowNs);
        assertThat(viewer.retransmissions).isZero();
        viewer.nack(subscription, List.of(first), nowNs);
        assertThat(viewer.retransmissions).isEqualTo(1);
    }

    @Test
    void saysNoGoodbyeToAViewerThatHeardNothing() {
        join(viewer).close();
        assertThat(viewer.rtcp).isEmpty();
    }

    @Test
    void refusesToMoveWhereTheCodecIsMissing() {
        Subscription subscription = join(viewer);
        PublishedStream audioOnly =
                new PublishedStream(
                        List.of(FakePublisher.AUDIO),
                        publisher,
                        ForwardConfig.DEFAULT,
                        new Random(2));
        assertThat(subscription.moveTo(audioOnly, nowNs)).isFalse();
        publisher.videoFrame(1);
        deliver();
        assertThat(viewer.video).as("it stays where it was").hasSize(1);
        audioOnly.close();
        assertThatThrownBy(() -> subscription.moveTo(audioOnly, nowNs))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersNacksWithTheSamePacketWhereRetransmissionWasNotNegotiated() {
        FakeViewer plain =
                new FakeViewer(
                        Map.of(
                                HeaderExtension.MID, 9,
                                HeaderExtension.TRANSPORT_CC, 2,
                                HeaderExtension.ABS_SEND_TIME, 3),
                        false);
        Subscription subscription = join(plain);
        publisher.videoFrame(4);
        deliver();
        long lost = plain.video.firstKey() + 1;
        plain.video.remove(lost);
        nowNs += 10 * MS;
        plain.nack(subscription, List.of(lost), nowNs); // the viewer compares both byte for byte
        assertThat(plain.video).containsKey(lost);
        assertThat(plain.retransmissions).isZero();
    }

    @Test
    void ignoresNacksForWhatWasNeverSent() {
        Subscription subscription = join(viewer);
        publisher.videoFrame(2);
        deliver();
        long first = viewer.video.firstKey();
        viewer.nack(subscription, List.of(first - 1, first + 2, first + 20_000), nowNs);
        assertThat(viewer.retransmissions).isZero();
    }

    @Test
    void keepsRetransmissionsWithinTheBudget() {
        Subscription subscription = join(viewer);
        for (int i = 0; i < 100; i++) {
            publisher.videoFrame(5);
        }
        deliver();
        for (int round = 0; round < 20; round++) {
            nowNs += 10 * MS;
            viewer.nack(subscription, List.copyOf(viewer.video.keySet()).subList(100, 390), nowNs);
        }
        long most = ForwardConfig.DEFAULT.retransmissionBytesPerSecond() * 7L / 10;
        assertThat(viewer.retransmissions)
                .isBetween(100, (int) (most / FakePublisher.PACKET_BYTES));
    }

    @Test
    void closesTheGapThatPaddingLeaves() {
        join(viewer);
        publisher.videoFrame(2);
        publisher.paddingPacket();
        publisher.paddingPacket();
        publisher.videoFrame(2);
        deliver();
        assertThat(viewer.video).hasSize(4);
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(stream.statistics().drops()).containsEntry(DropReason.PADDING_ONLY, 2L);
    }

    @Test
    void fillsTheGapThatLatePaddingWasExpectedIn() {
        join(viewer);
        publisher.videoFrame(2);
        deliver();
        publisher.paddingPacket();
        byte[] late = publisher.outbox.poll();
        publisher.videoFrame(2);
        deliver();
        assertThat(viewer.missingVideo()).hasSize(1);
        stream.onRtp(ByteBuffer.wrap(late), 0, late.length, nowNs);
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(viewer.emptyPackets).isEqualTo(1);
    }

    @Test
    void handsOnARecoveredPacketInItsPlace() {
        join(viewer);
        publisher.videoFrame(3);
        deliver();
        publisher.videoFrame(3);
        publisher.outbox.poll(); // lost
        deliver();
        assertThat(viewer.missingVideo()).hasSize(1);
        advance(20);
        assertThat(publisher.nackedPackets).isEqualTo(1);
        deliver();
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(viewer.video).hasSize(6);
        assertThat(stream.statistics().recovered()).isEqualTo(1);
        assertThat(stream.statistics().lost()).isEqualTo(1);
        TrackStatistics video = stream.trackStatistics().get(1);
        assertThat(video.lost()).isEqualTo(1);
        assertThat(video.recovered()).isEqualTo(1);
        assertThat(video.rttMs()).isPositive();
    }

    @Test
    void startsWhenTheFirstPacketOfTheKeyframeComesLate() {
        publisher.videoFrame(1);
        deliver();
        advance(1000);
        join(viewer);
        publisher.wantKeyframe();
        publisher.videoFrame(3);
        publisher.outbox.poll();
        deliver();
        assertThat(viewer.video).isEmpty();
        advance(20);
        deliver();
        assertThat(viewer.video).hasSize(3);
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(viewer.video.firstEntry().getValue().keyframeStart()).isTrue();
    }

    @Test
    void asksForAKeyframeWhenALossIsGivenUp() {
        publisher.answersNacks = false;
        join(viewer);
        publisher.videoFrame(3);
        deliver();
        int before = publisher.plis;
        publisher.videoFrame(4);
        publisher.outbox.poll();
        deliver();
        for (int i = 0; i < 60; i++) {
            advance(33);
            publisher.videoFrame(1);
            deliver();
        }
        assertThat(publisher.nackedPackets).isEqualTo(ForwardConfig.DEFAULT.nackAttempts());
        assertThat(publisher.plis - before).isEqualTo(1);
    }

    @Test
    void continuesNumbersAndTimestampsOnASuccessor() {
        Subscription subscription = join(viewer);
        for (int i = 0; i < 10; i++) {
            publisher.videoFrame(2);
            publisher.audioPacket();
            deliver();
            advance(33);
        }
        FakePublisher again = new FakePublisher(12_345, 0x4000_0000);
        PublishedStream successor = stream(again, 7);
        again.videoFrame(1);
        deliver(again, successor);
        nowNs += 1000 * MS; // that keyframe is stale by now
        assertThat(subscription.moveTo(successor, nowNs)).isTrue();
        assertThat(again.plis).isEqualTo(1);
        again.videoFrame(3);
        again.audioPacket();
        deliver(again, successor);
        publisher.videoFrame(2); // the former stream has lost this viewer
        deliver();
        assertThat(viewer.video).hasSize(23);
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(viewer.audio).hasSize(11);
        assertThat(viewer.audio.lastKey() - viewer.audio.firstKey()).isEqualTo(10);
        List<FakeViewer.Received> received = List.copyOf(viewer.video.values());
        int step = received.get(20).timestamp() - received.get(19).timestamp();
        assertThat(step).as("about 1033 ms at 90 kHz").isBetween(90_000, 96_000);
        assertThat(received.get(20).keyframeStart()).isTrue();
        assertThat(stream.statistics().subscriptions()).isZero();
        assertThat(successor.statistics().subscriptions()).isEqualTo(1);
    }

    @Test
    void continuesWhenThePublisherChangesItsSsrc() {
        join(viewer);
        publisher.videoFrame(3);
        deliver();
        advance(600);
        publisher.restart(0x9999, 77, 12345);
        publisher.videoFrame(3);
        deliver();
        assertThat(viewer.video).hasSize(6);
        assertThat(viewer.missingVideo()).isEmpty();
    }

    @Test
    void refusesASecondSsrcWhileTheFirstIsAlive() {
        join(viewer);
        publisher.videoFrame(3);
        deliver();
        publisher.restart(0x9999, 77, 12345);
        publisher.videoFrame(3);
        deliver();
        assertThat(viewer.video).hasSize(3);
        assertThat(stream.statistics().drops()).containsEntry(DropReason.UNKNOWN_SSRC, 3L);
    }

    @Test
    void continuesWhenThePublisherJumps() {
        join(viewer);
        publisher.videoFrame(3);
        deliver();
        advance(1000);
        publisher.restart(FakePublisher.VIDEO_SSRC, 30_000, 999);
        publisher.videoFrame(3); // its first packet only announces the jump
        deliver();
        assertThat(publisher.plis).as("the keyframe's beginning was spent").isEqualTo(2);
        publisher.videoFrame(3);
        deliver();
        assertThat(viewer.missingVideo()).isEmpty();
        assertThat(viewer.video).hasSize(6);
    }

    @Test
    void translatesSenderReportsAndLearnsTheRoundTrip() {
        Subscription subscription = join(viewer);
        publisher.videoFrame(2);
        deliver();
        int sourceTimestamp = -6000 + 3000;
        long ntp = 0x1234_5678_9ABC_DEF0L;
        byte[] report = publisher.senderReport(FakePublisher.VIDEO_SSRC, ntp, sourceTimestamp + 90);
        stream.onRtcp(ByteBuffer.wrap(report), 0, report.length, nowNs);
        RtcpReader reader = new RtcpReader();
        byte[] received = viewer.rtcp.getLast();
        reader.wrap(ByteBuffer.wrap(received), 0, received.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.senderSsrc()).isEqualTo(FakeViewer.VIDEO_SSRC);
        assertThat(reader.srNtp()).isEqualTo(ntp);
        assertThat(reader.srRtpTimestamp())
                .isEqualTo(viewer.video.firstEntry().getValue().timestamp() + 90);
        assertThat(reader.srPacketCount()).isEqualTo(2);
        assertThat(reader.srOctetCount()).isEqualTo(2 * FakePublisher.PACKET_BYTES);

        RtcpWriter writer = new RtcpWriter();
        writer.writeReceiverReport(1);
        writer.addReportBlock(FakeViewer.VIDEO_SSRC, 64, 3, 5, 6, (int) (ntp >>> 16), 65_536 / 10);
        subscription.onRtcp(writer.buffer(), 0, writer.length(), nowNs + 140 * MS);
        assertThat(subscription.statistics().rttMs()).isBetween(39.9, 40.1);
        assertThat(subscription.statistics().fractionLost()).isEqualTo(0.25);
    }

    @Test
    void givesANewViewerASenderReportAtOnce() {
        publisher.videoFrame(1);
        deliver();
        byte[] report = publisher.senderReport(FakePublisher.VIDEO_SSRC, 1L << 40, -3000);
        stream.onRtcp(ByteBuffer.wrap(report), 0, report.length, nowNs);
        join(viewer);
        assertThat(viewer.rtcp).hasSize(1);
    }

    @Test
    void limitsTheKeyframesOneViewerCanAskFor() {
        Subscription greedy = join(viewer);
        publisher.videoFrame(1);
        deliver();
        for (int i = 0; i < 300; i++) {
            advance(33);
            viewer.pli(greedy, nowNs);
            publisher.videoFrame(1);
            deliver();
        }
        // 9.9 seconds: a burst of four, then one in two seconds
        assertThat(publisher.plis).isBetween(4, 9);
        assertThat(greedy.statistics().keyframeRequests()).isEqualTo(300);
    }

    @Test
    void reportsToThePublisher() {
        join(viewer);
        for (int i = 0; i < 30; i++) {
            publisher.videoFrame(2);
            deliver();
            advance(33);
        }
        assertThat(publisher.receiverReports).isZero();
        advance(20);
        assertThat(publisher.receiverReports).isEqualTo(1);
        assertThat(publisher.transportFeedbacks).isBetween(10, 20);
    }

    @Test
    void saysGoodbyeToViewersWhenTheStreamEnds() {
        join(viewer);
        publisher.videoFrame(1);
        deliver();
        stream.close();
        RtcpReader reader = new RtcpReader();
        byte[] received = viewer.rtcp.getLast();
        reader.wrap(ByteBuffer.wrap(received), 0, received.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.GOODBYE);
        assertThat(stream.nextTimeoutNs()).isEqualTo(PublishedStream.NEVER);
        assertThatThrownBy(() -> join(new FakeViewer())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesTheOtherViewersAloneWhenOneLeaves() {
        FakeViewer second = new FakeViewer();
        FakeViewer third = new FakeViewer();
        Subscription leaving = join(viewer);
        join(second);
        join(third);
        publisher.videoFrame(1);
        deliver();
        leaving.close();
        leaving.close();
        publisher.videoFrame(1);
        deliver();
        assertThat(viewer.video).hasSize(1);
        assertThat(second.video).hasSize(2);
        assertThat(third.video).hasSize(2);
        assertThat(stream.statistics().subscriptions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "80c90000", "ffffffffffff", "81c900ff00000001"})
    void countsBadRtcpAndGoesOn(String hex) {
        Subscription subscription = join(viewer);
        byte[] bad = HexFormat.of().parseHex(hex);
        stream.onRtcp(ByteBuffer.wrap(bad), 0, bad.length, nowNs);
        subscription.onRtcp(ByteBuffer.wrap(bad), 0, bad.length, nowNs);
        assertThat(subscription.statistics().rtcpDropped()).isEqualTo(1);
        assertThat(stream.statistics().drops()).containsEntry(DropReason.RTCP_MALFORMED, 1L);
        publisher.videoFrame(1);
        deliver();
        assertThat(viewer.video).hasSize(1);
    }

    @Test
    void refusesMoreSubscriptionsThanConfigured() {
        ForwardConfig d = ForwardConfig.DEFAULT;
        ForwardConfig one =
                new ForwardConfig(
                        d.keyframeRequestInterval(),
                        d.transportFeedbackInterval(),
                        d.receiverReportInterval(),
                        d.reorderingTolerance(),
                        d.nackAttempts(),
                        d.nackPackets(),
                        d.videoCacheBytes(),
                        d.audioCacheBytes(),
                        d.keyframeReplayAge(),
                        d.retransmissionBytesPerSecond(),
                        1);
        PublishedStream small =
                new PublishedStream(FakePublisher.tracks(), publisher, one, new Random(1));
        small.subscribe(viewer.tracks(), viewer, SubscriptionConfig.DEFAULT, nowNs);
        assertThatThrownBy(() ->
                        small.subscribe(viewer.tracks(), viewer, SubscriptionConfig.DEFAULT, nowNs))
                .isInstanceOf(IllegalStateException.class);
    }
}
