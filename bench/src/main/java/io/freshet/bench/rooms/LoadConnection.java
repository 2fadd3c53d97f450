package io.freshet.bench.rooms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One client's WebSocket (RFC 6455), as light as can be: no thread, no buffer while nothing is
/// under way. Owned by its [LoadLoop]'s thread.
final class LoadConnection {
    /// What happens to it; called on the loop's thread.
    interface Listener {
        void onOpen(LoadConnection connection);

        /// A whole text between the buffer's position and limit, valid during the call.
        void onText(LoadConnection connection, ByteBuffer text, long nowNs);

        /// It is over, and not because of [LoadConnection#close()].
        void onLost(String why);
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final String HEAD_END = "\r\n\r\n";
    private static final String UPGRADED = "HTTP/1.1 101";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Listener listener;
    private final String host;
    private boolean upgraded;
    private boolean closed;

    /// The beginning of what has not come whole.
    private ByteBuffer unread = NOTHING;

    /// What the socket did not take.
    private ByteBuffer unsent = NOTHING;

    LoadConnection(SocketChannel channel, SelectionKey key, Listener listener, String host) {
        this.channel = channel;
        this.key = key;
        this.listener = listener;
        this.host = host;
    }

    boolean isClosed() {
        return closed;
    }

    void onConnectable() {
        try {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            write(ByteBuffer.wrap(request().getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException refused) {
            lose("connecting failed: " + refused.getMessage());
        }
    }

    /// RFC 6455 §1.3 has this key as its example; nobody caches our handshakes.
    private String request() {
        return String.join(
                "\r\n",
                "GET /signal HTTP/1.1",
                "Host: " + host,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
    }

    void onWritable() {
        ByteBuffer rest = unsent;
        unsent = NOTHING;
        key.interestOps(SelectionKey.OP_READ);
        write(rest);
    }

    /// @param shared a buffer for reading that all connections use in turn
    void onReadable(ByteBuffer shared) {
        try {
            shared.clear();
            shared.put(unread);
            unread = NOTHING;
            int count = channel.read(shared);
            if (count < 0) {
                lose("the server closed the connection");
                return;
            }
            shared.flip();
            if (upgraded || readHead(shared)) {
                long nowNs = System.nanoTime();
                FrameReader.read(shared, (opcode, payload) -> onFrame(opcode, payload, nowNs));
            }
            if (shared.hasRemaining() && !closed) {
                unread = ByteBuffer.allocate(shared.remaining()).put(shared).flip();
            }
        } catch (IOException broken) {
            lose("reading failed: " + broken.getMessage());
        }
    }

    private boolean readHead(ByteBuffer in) throws IOException {
        String head = StandardCharsets.ISO_8859_1.decode(in.duplicate()).toString();
        int end = head.indexOf(HEAD_END);
        if (end < 0) {
            return false;
        }
        if (!head.startsWith(UPGRADED)) {
            throw new IOException("the server answered " + head.lines().findFirst().orElse(""));
        }
        in.position(in.position() + end + HEAD_END.length());
        upgraded = true;
        listener.onOpen(this);
        return true;
    }

    private void onFrame(int opcode, ByteBuffer payload, long nowNs) throws IOException {
        switch (opcode) {
            case FrameReader.TEXT -> listener.onText(this, payload, nowNs);
            case FrameReader.PING -> {
                byte[] echo = new byte[payload.remaining()];
                payload.get(echo);
                send(FrameReader.PONG, echo);
            }
            case FrameReader.CLOSE -> lose("the server said goodbye");
            case FrameReader.PONG -> {}
            default -> throw new IOException("a frame with opcode " + opcode + " came");
        }
    }

    void send(String text) {
        send(FrameReader.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// RFC 6455 §5.3 masks a client's frames against proxies that mistake them; there is none here,
    /// and a mask of zeros leaves them as they are.
    private void send(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        write(frame.putInt(0).put(payload).flip());
    }

    private void write(ByteBuffer bytes) {
        if (closed) {
            return;
        }
        if (unsent.hasRemaining()) {
            unsent =
                    ByteBuffer.allocate(unsent.remaining() + bytes.remaining())
                            .put(unsent)
                            .put(bytes)
                            .flip();
            return;
        }
        try {
            channel.write(bytes);
        } catch (IOException broken) {
            lose("writing failed: " + broken.getMessage());
            return;
        }
        if (bytes.hasRemaining()) {
            unsent = bytes;
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void lose(String why) {
        if (!closed) {
            close();
            listener.onLost(why);
        }
    }

    /// Closes at once; the server sees the end of the stream.
    void close() {
        closed = true;
        unread = NOTHING;
        unsent = NOTHING;
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // Closed is what it was to be.
            return;
        }
    }
}
