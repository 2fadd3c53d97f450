package io.freshet.bench.rooms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Serves all WebSockets of the load in the calling thread. They come from several addresses of the
/// loopback network, so that there are ports enough.
final class LoadLoop implements AutoCloseable {
    private static final int MAX_MESSAGE_BYTES = 4 << 20;
    private static final int ADDRESSES = 64;
    private static final int FIRST_ADDRESS = 2;

    private final Selector selector;
    private final InetSocketAddress server;
    private final ByteBuffer input = ByteBuffer.allocateDirect(2 * MAX_MESSAGE_BYTES);
    private final boolean manyAddresses = System.getProperty("os.name", "").equals("Linux");
    private int connects;

    LoadLoop(int port) throws IOException {
        this.selector = Selector.open();
        this.server = new InetSocketAddress(address(1), port);
    }

    /// Begins to connect.
    LoadConnection connect(LoadConnection.Listener listener) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (manyAddresses) {
            channel.bind(new InetSocketAddress(address(FIRST_ADDRESS + connects++ % ADDRESSES), 0));
        }
        channel.connect(server);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        LoadConnection connection =
                new LoadConnection(channel, key, listener, "127.0.0.1:" + server.getPort());
        key.attach(connection);
        return connection;
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /// Waits up to that long for something to happen, and handles all of it.
    void turn(long waitMs) throws IOException {
        if (waitMs > 0) {
            selector.select(this::onReady, waitMs);
        } else {
            selector.selectNow(this::onReady);
        }
    }

    private void onReady(SelectionKey key) {
        LoadConnection connection = (LoadConnection) key.attachment();
        if (key.isConnectable()) {
            connection.onConnectable();
        }
        if (!connection.isClosed() && key.isWritable()) {
            connection.onWritable();
        }
        if (!connection.isClosed() && key.isReadable()) {
            connection.onReadable(input);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
