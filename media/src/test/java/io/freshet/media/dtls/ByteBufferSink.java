package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Collects what an association sends.
final class ByteBufferSink implements DtlsAssociation.Output {
    private final LinkedBlockingQueue<ByteBuffer> sent = new LinkedBlockingQueue<>();

    ByteBuffer take() throws InterruptedException {
        ByteBuffer datagram = sent.poll(20, TimeUnit.SECONDS);
        if (datagram == null) {
            throw new AssertionError("nothing was sent");
        }
        return datagram;
    }

    @Override
    public void sendDatagram(ByteBuffer datagram) {
        sent.add(datagram);
    }

    @Override
    public void onKeys(SrtpKeys keys) {}

    @Override
    public void onFailed(String reason) {}

    @Override
    public void onClosed() {}
}
