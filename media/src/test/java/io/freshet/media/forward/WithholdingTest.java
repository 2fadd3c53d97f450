package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WithholdingTest {
    private static final long MS = 1_000_000L;

    private final FakePublisher publisher = new FakePublisher(65_500, -6000);
    private final PublishedStream stream =
            new PublishedStream(
                    FakePublisher.tracks(), publisher, ForwardConfig.DEFAULT, new Random(1));
    private final FakeViewer viewer = new FakeViewer();
    private long nowNs = 1_000 * MS;

    private Subscription join(FakeViewer newViewer) {
        Subscription subscription =
                stream.subscribe(newViewer.tracks(), newViewer, SubscriptionConfig.DEFAULT, nowNs);
        subscription.onConnected(nowNs);
        return subscription;
    }

    private void publish(int frames) {
        for (int i = 0; i < frames; i++) {
            publisher.videoFrame(3);
            publisher.audioPacket();
            deliver();
            nowNs += 33 * MS;
            if (stream.nextTimeoutNs() <= nowNs) {
                stream.onTimeout(nowNs);
            }
        }
    }

    private void deliver() {
        while (!publisher.outbox.isEmpty()) {
            byte[] packet = publisher.outbox.poll();
            stream.onRtp(ByteBuffer.wrap(packet), 0, packet.length, nowNs);
        }
    }

    @Test
    void withholdsVideoAloneAndGoesOnWithAKeyframeThatItAsksFor() {
        join(viewer);
        publish(5);
        int shown = viewer.video.size();
        int asked = publisher.plis;

        stream.withhold(false, true, nowNs);
        publish(400);

        assertThat(viewer.video).hasSize(shown);
        assertThat(viewer.audio).hasSize(405);
        assertThat(publisher.plis).isEqualTo(asked);
        assertThat(stream.statistics().drops()).containsEntry(DropReason.WITHHELD, 1200L);

        stream.withhold(false, false, nowNs);
        assertThat(publisher.plis).isEqualTo(asked + 1);
        publish(2);

        assertThat(viewer.video).hasSize(shown + 6);
        assertThat(viewer.missingVideo()).isEmpty();
        var first = List.copyOf(viewer.video.values()).get(shown);
        assertThat(first.keyframeStart()).isTrue();
        assertThat(first.timestamp() - viewer.video.firstEntry().getValue().timestamp())
                .as("405 frames later at 90 kHz")
                .isBetween(1_190_000, 1_230_000);
        assertThat(viewer.rtcp).as("no goodbye").noneMatch(it -> (it[1] & 0xFF) == 203);
    }

    @Test
    void withholdsAudioAlone() {
        join(viewer);
        publish(5);

        stream.withhold(true, false, nowNs);
        publish(10);

        assertThat(viewer.audio).hasSize(5);
        assertThat(viewer.video).hasSize(45);

        stream.withhold(false, false, nowNs);
        publish(3);

        assertThat(viewer.audio).hasSize(8);
        assertThat(viewer.audio.lastKey() - viewer.audio.firstKey()).isEqualTo(7);
    }

    @Test
    void giveANewcomerNothingThatIsCachedNorAskForAKeyframe() {
        publish(3);
        stream.withhold(true, true, nowNs);
        int asked = publisher.plis;

        join(viewer);
        publish(3);

        assertThat(viewer.video).isEmpty();
        assertThat(viewer.audio).isEmpty();
        assertThat(publisher.plis).isEqualTo(asked);

        stream.withhold(false, false, nowNs);
        publish(2);

        assertThat(viewer.video).hasSize(6);
        assertThat(viewer.video.firstEntry().getValue().keyframeStart()).isTrue();
        assertThat(viewer.audio).hasSize(2);
    }

    @Test
    void sendsNothingAgainMeanwhileAndNothingOfThenLater() {
        Subscription subscription = join(viewer);
        publish(2);
        long sent = viewer.video.lastKey();
        publisher.videoFrame(2);
        byte[] late = publisher.outbox.poll();
        deliver();

        stream.withhold(false, true, nowNs);
        viewer.nack(subscription, List.of(sent), nowNs);
        stream.onRtp(ByteBuffer.wrap(late), 0, late.length, nowNs);
        publisher.answersNacks = false;
        publisher.videoFrame(1);
        byte[] ofThen = publisher.outbox.poll();
        publish(20);
        int shown = viewer.video.size();
        stream.withhold(false, false, nowNs);
        publish(2);
        stream.onRtp(ByteBuffer.wrap(ofThen), 0, ofThen.length, nowNs);

        assertThat(viewer.retransmissions).isZero();
        assertThat(viewer.video).hasSize(shown + 6);
    }

    @Test
    void asksNobodyForAKeyframeWithoutViewers() {
        publish(2);
        stream.withhold(true, true, nowNs);
        stream.withhold(false, false, nowNs);

        assertThat(publisher.plis).isZero();
    }

    @Test
    void sayingItAgainChangesNothing() {
        join(viewer);
        publish(2);
        stream.withhold(false, false, nowNs);
        int asked = publisher.plis;
        publish(1);

        assertThat(publisher.plis).isEqualTo(asked);
        assertThat(viewer.video).hasSize(9);
    }
}
