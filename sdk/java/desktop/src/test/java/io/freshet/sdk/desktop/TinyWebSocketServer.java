package io.freshet.sdk.desktop;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// One WebSocket connection, frame by frame (RFC 6455 §5.2). Blocking; for tests only.
final class TinyWebSocketServer implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int PATIENCE_MS = 10_000;

    private final ServerSocket listening;
    private Socket connection = new Socket();

    TinyWebSocketServer() throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(PATIENCE_MS);
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/signal");
    }

    void accept() throws IOException {
        String key = readHandshake();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                            .getBytes(StandardCharsets.US_ASCII));
            write(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(digest)
                            + "\r\n\r\n");
        } catch (NoSuchAlgorithmException missing) {
            throw new IOException(missing);
        }
    }

    void refuse(int status) throws IOException {
        String _ = readHandshake();
        write("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
    }

    private String readHandshake() throws IOException {
        connection = listening.accept();
        connection.setSoTimeout(PATIENCE_MS);
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
            line = reader.readLine();
        }
        return key;
    }

    private void write(String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    void sendText(String text, boolean last) throws IOException {
        send(TEXT, last, text.getBytes(StandardCharsets.UTF_8));
    }

    void sendContinuation(String text, boolean last) throws IOException {
        send(CONTINUATION, last, text.getBytes(StandardCharsets.UTF_8));
    }

    /// False when the client has gone.
    boolean trySendContinuation(String text) {
        try {
            sendContinuation(text, false);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    void ping(String text) throws IOException {
        send(PING, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void sendClose(int code) throws IOException {
        sendClose(code, "");
    }

    void sendClose(int code, String reason) throws IOException {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        send(
                CLOSE,
                true,
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    private void send(int opcode, boolean last, byte[] payload) throws IOException {
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.writeByte((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            out.writeByte(payload.length);
        } else {
            out.writeByte(126);
            out.writeShort(payload.length);
        }
        out.write(payload);
        out.flush();
    }

    String readText() throws IOException {
        return new String(read(TEXT), StandardCharsets.UTF_8);
    }

    String readPong() throws IOException {
        return new String(read(PONG), StandardCharsets.UTF_8);
    }

    int readCloseCode() throws IOException {
        return ByteBuffer.wrap(read(CLOSE)).getShort();
    }

    /// One message of the kind; the client may send it in several frames.
    private byte[] read(int wanted) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        byte[] message = new byte[0];
        boolean last = false;
        while (!last) {
            int first = in.readUnsignedByte();
            last = (first & 0x80) != 0;
            int opcode = first & 0x0f;
            if (opcode != wanted && opcode != CONTINUATION) {
                throw new IOException("frame " + opcode + " where " + wanted + " was expected");
            }
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            int offset = message.length;
            message = Arrays.copyOf(message, offset + length);
            for (int i = 0; i < length; i++) {
                message[offset + i] = (byte) (payload[i] ^ mask[i % 4]);
            }
        }
        return message;
    }

    /// Cuts the connection without a word.
    void drop() throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        listening.close();
    }
}
