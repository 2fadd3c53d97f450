package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A publisher behind a path that loses, delays and reorders, two viewers behind lossy paths, all
/// in virtual time and from one seed. A failure names its seed: run the row again.
class ForwardingSimulationTest {
    private static final long MS = 1_000_000L;
    private static final long FRAME_NS = 33 * MS;
    private static final long PUBLISHER_DELAY_NS = 15 * MS;

    /// Something due at a time; what is due at the same time happens in the order of planning.
    private record Event(long atNs, long order, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>((a, b) ->
                    a.atNs != b.atNs
                            ? Long.compare(a.atNs, b.atNs)
                            : Long.compare(a.order, b.order));
    private long nowNs = 1_000 * MS;
    private long orders;

    private void at(long atNs, Runnable action) {
        events.add(new Event(atNs, orders++, action));
    }

    /// One viewer with its lossy way and its habits of asking.
    private final class Viewer {
        final FakeViewer viewer = new FakeViewer();
        final Subscription subscription;

        Viewer(PublishedStream stream, Random random, double loss) {
            // A viewer whose first packet is lost cannot know that it should ask for it.
            viewer.loses = () -> !viewer.video.isEmpty() && random.nextDouble() < loss;
            subscription =
                    stream.subscribe(viewer.tracks(), viewer, SubscriptionConfig.DEFAULT, nowNs);
            subscription.onConnected(nowNs);
            at(nowNs, this::ask);
        }

        private void ask() {
            List<Long> missing = viewer.missingVideo();
            if (!missing.isEmpty()) {
                // What is missing longest first, as far as one packet goes.
                viewer.nack(subscription, missing.subList(0, Math.min(50, missing.size())), nowNs);
            }
            at(nowNs + 20 * MS, this::ask);
        }
    }

    @ParameterizedTest(name = "seed {0}: up {1}, down {2}, reordering {3}")
    @CsvSource({
        "1, 0.00, 0.00, 0.00",
        "2, 0.00, 0.10, 0.00",
        "3, 0.02, 0.00, 0.05",
        "4, 0.05, 0.05, 0.02",
        "5, 0.10, 0.10, 0.10",
        "6, 0.20, 0.05, 0.02",
        "7, 0.01, 0.30, 0.02",
        "8, 0.05, 0.05, 0.30"
    })
    void bringsEverythingTheSourceCanResend(int seed, double up, double down, double reordering) {
        Random random = new Random(seed);
        FakePublisher publisher =
                new FakePublisher(65_000 + random.nextInt(536), -random.nextInt(1_000_000));
        PublishedStream stream =
                new PublishedStream(
                        FakePublisher.tracks(), publisher, ForwardConfig.DEFAULT, random);
        Consumer<byte[]> path =
                packet -> {
                    if (random.nextDouble() < up) {
                        return;
                    }
                    long jitterNs = random.nextInt(2_000_000);
                    long lateNs = random.nextDouble() < reordering ? 8 * MS : 0;
                    at(
                            nowNs + PUBLISHER_DELAY_NS + jitterNs / 10 + lateNs,
                            () -> stream.onRtp(ByteBuffer.wrap(packet), 0, packet.length, nowNs));
                };
        List<Viewer> viewers = new ArrayList<>();
        at(nowNs, () -> viewers.add(new Viewer(stream, random, down)));
        at(nowNs + 2_500 * MS, () -> viewers.add(new Viewer(stream, random, down)));
        int frames = 300;
        for (int i = 0; i < frames; i++) {
            int packets = 1 + random.nextInt(6);
            boolean probe = random.nextInt(10) == 0;
            at(
                    nowNs + i * FRAME_NS,
                    () -> {
                        publisher.videoFrame(packets);
                        if (probe) {
                            publisher.paddingPacket();
                        }
                        publisher.audioPacket();
                    });
        }
        long mediaEndNs = nowNs + frames * FRAME_NS;
        // A last burst without loss, so that a loss at the very end is noticed and repaired.
        run(stream, publisher, path, mediaEndNs);
        for (int i = 0; i < 60; i++) {
            at(mediaEndNs + i * FRAME_NS, () -> publisher.videoFrame(1));
        }
        viewers.forEach(viewer -> viewer.viewer.loses = () -> false);
        run(
                stream,
                publisher,
                packet -> stream.onRtp(ByteBuffer.wrap(packet), 0, packet.length, nowNs),
                mediaEndNs + 60 * FRAME_NS);

        assertThat(viewers).hasSize(2);
        for (Viewer viewer : viewers) {
            FakeViewer received = viewer.viewer;
            assertThat(received.video.firstEntry().getValue().keyframeStart()).isTrue();
            assertThat(received.missingVideo())
                    .as("only probes that were lost on the way stay missing")
                    .hasSizeLessThanOrEqualTo(up == 0 ? 0 : 40);
            checkOrder(received);
            checkComplete(received, publisher);
            assertThat(viewer.subscription.statistics().rtcpDropped()).isZero();
        }
        assertThat(publisher.plis)
                .as("keyframe requests in about 12 s")
                .isLessThanOrEqualTo(up == 0 ? 2 : 24);
        ForwardStatistics statistics = stream.statistics();
        assertThat(statistics.recovered()).isLessThanOrEqualTo(statistics.lost());
        assertThat(publisher.receiverReports).isBetween(10, 13);
        assertThat(stream.statistics().drops()).doesNotContainKey(DropReason.MALFORMED);
    }

    private void run(
            PublishedStream stream, FakePublisher publisher, Consumer<byte[]> path, long endNs) {
        while (true) {
            long nextEventNs = events.isEmpty() ? Long.MAX_VALUE : events.peek().atNs;
            long nextNs = Math.min(nextEventNs, stream.nextTimeoutNs());
            if (nextNs > endNs) {
                break;
            }
            assertThat(nextNs).as("time goes forward").isGreaterThan(nowNs - FRAME_NS);
            nowNs = Math.max(nowNs, nextNs);
            if (stream.nextTimeoutNs() <= nowNs) {
                stream.onTimeout(nowNs);
                assertThat(stream.nextTimeoutNs())
                        .as("a timeout was dealt with")
                        .isGreaterThan(nowNs);
            } else {
                events.poll().action.run();
            }
            while (!publisher.outbox.isEmpty()) {
                path.accept(publisher.outbox.poll());
            }
        }
        nowNs = endNs;
    }

    /// Both numberings follow the publisher's: same order, and timestamps that never go back.
    private static void checkOrder(FakeViewer received) {
        FakeViewer.Received before = null;
        for (FakeViewer.Received packet : received.video.values()) {
            if (packet.sourceSeqNo() < 0) {
                continue; // an empty packet where padding came late
            }
            if (before != null) {
                int sourceStep = (packet.sourceSeqNo() - before.sourceSeqNo()) & 0xFFFF;
                assertThat((long) sourceStep)
                        .isGreaterThanOrEqualTo(packet.seqNo() - before.seqNo());
                assertThat(packet.timestamp() - before.timestamp()).isNotNegative();
            }
            before = packet;
        }
    }

    /// From the first packet on, each one that the publisher sent has arrived.
    private static void checkComplete(FakeViewer received, FakePublisher publisher) {
        List<Integer> sent =
                publisher.sentVideo.stream()
                        .map(packet -> ByteBuffer.wrap(packet).getShort(2) & 0xFFFF)
                        .toList();
        int start = sent.indexOf(received.video.firstEntry().getValue().sourceSeqNo());
        List<Integer> arrived =
                received.video.values().stream().map(FakeViewer.Received::sourceSeqNo).toList();
        List<Integer> missing = new ArrayList<>(sent.subList(start, sent.size()));
        missing.removeAll(arrived);
        assertThat(missing).isEmpty();
    }
}
