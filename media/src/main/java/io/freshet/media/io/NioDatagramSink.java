package io.freshet.media.io;

import io.freshet.media.transport.DatagramSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Sends every datagram with a call of its own, when it is committed. What the socket does not take
/// is dropped and counted: the network drops too, and waiting would delay everybody.
final class NioDatagramSink implements DatagramSink {
    private final DatagramChannel channel;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES);
    private long refused;
    private long failed;

    NioDatagramSink(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public ByteBuffer claim() {
        slot.clear();
        return slot;
    }

    @Override
    public void commit(int length, InetSocketAddress remote) {
        slot.position(0).limit(length);
        try {
            if (channel.send(slot, remote) == 0) {
                refused++;
            }
        } catch (IOException e) {
            failed++; // no route, for instance; the peer's silence will end the transport
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    /// Datagrams for which the socket's buffer had no room.
    long refused() {
        return refused;
    }

    /// Datagrams that the system would not send.
    long failed() {
        return failed;
    }
}
