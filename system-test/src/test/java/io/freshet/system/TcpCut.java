package io.freshet.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire to the server that can be cut: passes TCP connections on until told otherwise.
final class TcpCut implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final URI target;
    private volatile boolean cut;

    TcpCut(String target) throws IOException {
        this.target = URI.create(target);
        Thread.ofVirtual().name("cut").start(this::accept);
    }

    String address() {
        return "ws://127.0.0.1:" + door.getLocalPort();
    }

    /// Breaks every connection; new ones break at once until [#mend].
    void cut() {
        cut = true;
        open.forEach(TcpCut::closeQuietly);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(target.getHost(), target.getPort());
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException closed) {
                // The next turn sees whether it was the door.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // As wires do.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // What was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }
}
