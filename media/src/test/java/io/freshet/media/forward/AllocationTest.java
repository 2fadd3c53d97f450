package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final int SUBSCRIPTIONS = 8;
    private static final int PACKETS = 20_000;

    /// Reads every header as a socket would and keeps nothing.
    private static final class Sink implements PeerEgress {
        long checksum;

        @Override
        public void sendRtp(
                ByteBuffer header,
                int headerLength,
                ByteBuffer payload,
                int payloadOffset,
                int payloadLength,
                long seqNo) {
            checksum += header.getInt(0) + payload.get(payloadOffset) + seqNo;
        }

        @Override
        public void sendRtcp(ByteBuffer packet, int offset, int length) {
            checksum += packet.get(offset);
        }
    }

    /// Video may be withheld: then a fifth of the packets is handed on.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothingPerPacket(boolean withheld) {
        FakePublisher publisher = new FakePublisher(0, 0);
        Sink sink = new Sink();
        PublishedStream stream =
                new PublishedStream(
                        FakePublisher.tracks(), sink, ForwardConfig.DEFAULT, new Random(1));
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            FakeViewer viewer = new FakeViewer();
            Subscription subscription =
                    stream.subscribe(viewer.tracks(), sink, SubscriptionConfig.DEFAULT, 0);
            subscription.onConnected(0);
            subscriptions.add(subscription);
        }
        stream.withhold(false, withheld, 0);
        ByteBuffer[] packets = new ByteBuffer[PACKETS];
        for (int i = 0; i < PACKETS; i++) {
            if (publisher.outbox.isEmpty()) {
                publisher.videoFrame(4);
                publisher.audioPacket();
            }
            packets[i] = ByteBuffer.wrap(publisher.outbox.poll());
        }
        long nowNs = forward(stream, packets, 0, PACKETS / 2, 0); // warm up: classes, first NACKs
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        threads.getThreadAllocatedBytes(thread);
        long outBefore = subscriptions.get(0).statistics().packetsOut();
        long before = threads.getThreadAllocatedBytes(thread);
        forward(stream, packets, PACKETS / 2, PACKETS, nowNs);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        long forwarded = subscriptions.get(0).statistics().packetsOut() - outBefore;
        assertThat(forwarded).isGreaterThan(PACKETS / 2 * (withheld ? 18L : 95L) / 100);
        double perPacket = (double) allocated / (PACKETS / 2 * SUBSCRIPTIONS);
        assertThat(sink.checksum).isNotZero();
        assertThat(perPacket).as("bytes per packet and viewer").isLessThan(0.1);
    }

    /// With a lost packet now and then, and all the timers.
    private static long forward(
            PublishedStream stream, ByteBuffer[] packets, int from, int to, long startNs) {
        long nowNs = startNs;
        for (int i = from; i < to; i++) {
            nowNs += 2_000_000;
            if (i % 100 != 99) {
                stream.onRtp(packets[i], 0, packets[i].limit(), nowNs);
            }
            if (stream.nextTimeoutNs() <= nowNs) {
                stream.onTimeout(nowNs);
            }
        }
        return nowNs;
    }
}
