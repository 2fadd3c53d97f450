package io.freshet.media.io;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// A loop's UDP socket and what the loop waits on.
record LoopSocket(DatagramChannel channel, Selector selector) implements AutoCloseable {
    private static final long NS_PER_MS = 1_000_000;

    /// Opens and binds it.
    ///
    /// @throws IOException when the address is taken or not ours
    static LoopSocket open(MediaConfig config) throws IOException {
        boolean ipv4 =
                config.bind().getAddress() instanceof Inet4Address
                        && !config.bind().getAddress().isAnyLocalAddress();
        // The family is left open for the wildcard: then IPv6, where there is any, serves both.
        DatagramChannel channel =
                ipv4 ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, config.socketBufferBytes());
            channel.setOption(StandardSocketOptions.SO_SNDBUF, config.socketBufferBytes());
            channel.bind(config.bind());
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new LoopSocket(channel, selector);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /// Waits for a datagram, a wake-up or the time `deadlineNs` of [System#nanoTime()],
    /// [Long#MAX_VALUE] for no such time.
    void awaitUntil(long deadlineNs) throws IOException {
        if (deadlineNs == Long.MAX_VALUE) {
            selector.select();
        } else {
            // Rounded up: waking too early would mean waiting again.
            long waitMs = (deadlineNs - System.nanoTime() + NS_PER_MS - 1) / NS_PER_MS;
            if (waitMs > 0) {
                selector.select(waitMs);
            } else {
                selector.selectNow();
            }
        }
        selector.selectedKeys().clear();
    }

    /// What the system gave as SO_RCVBUF.
    int receiveBufferBytes() {
        return option(StandardSocketOptions.SO_RCVBUF);
    }

    /// What the system gave as SO_SNDBUF.
    int sendBufferBytes() {
        return option(StandardSocketOptions.SO_SNDBUF);
    }

    private int option(SocketOption<Integer> option) {
        try {
            return channel.getOption(option);
        } catch (IOException e) {
            return 0; // closed
        }
    }

    boolean isOpen() {
        return selector.isOpen();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
