package io.freshet.media.forward;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Random;

/// A stream and its viewer under packets that an authenticated but hostile peer may send.
class PublishedStreamFuzzTest {
    @FuzzTest
    void survivesAnyPacketFromEitherSide(byte[] bytes) {
        FakePublisher publisher = new FakePublisher(65_530, 0);
        PublishedStream stream =
                new PublishedStream(
                        FakePublisher.tracks(), publisher, ForwardConfig.DEFAULT, new Random(1));
        FakeViewer viewer = new FakeViewer();
        Subscription subscription =
                stream.subscribe(viewer.tracks(), viewer, SubscriptionConfig.DEFAULT, 0);
        subscription.onConnected(0);
        long nowNs = 0;
        int at = 0;
        // The input is cut into packets: a byte says where from and how long.
        while (at < bytes.length) {
            int control = bytes[at++] & 0xFF;
            int length = Math.min((control & 0x3F) * 2, bytes.length - at);
            nowNs += 7_000_000;
            ByteBuffer packet = ByteBuffer.wrap(bytes.clone());
            switch (control >>> 6) {
                case 0 -> stream.onRtcp(packet, at, length, nowNs);
                case 1 -> subscription.onRtcp(packet, at, length, nowNs);
                case 2 -> publisher.videoFrame(1 + (control & 3));
                default -> stream.onRtp(packet, at, length, nowNs);
            }
            while (!publisher.outbox.isEmpty()) {
                byte[] sent = publisher.outbox.poll();
                stream.onRtp(ByteBuffer.wrap(sent), 0, sent.length, nowNs);
            }
            stream.onTimeout(nowNs);
            if (stream.nextTimeoutNs() <= nowNs) {
                throw new AssertionError("a timeout that does not pass");
            }
            at += length;
        }
        stream.close();
    }
}
