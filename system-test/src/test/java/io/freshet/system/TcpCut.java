package io.freshet.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire to the server with a fault: passes TCP connections on until told otherwise.
public final class TcpCut implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final URI target;
    private volatile State state = State.WHOLE;

    /// The last part of the loopback address that the server sees.
    private volatile int origin = 1;

    public TcpCut(String target) throws IOException {
        this.target = URI.create(target);
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    public String address() {
        return "ws://127.0.0.1:" + door.getLocalPort();
    }

    /// Breaks every connection; new ones break at once until [#mend].
    public void cut() {
        state = State.CUT;
        links.forEach(Link::close);
    }

    /// Connections stay open, but nothing passes any more, not even their end; new ones likewise.
    public void silence() {
        state = State.SILENT;
        links.forEach(link -> link.fate = Fate.LOSING);
    }

    /// New connections pass. What was silent breaks when somebody sends.
    public void mend() {
        state = State.WHOLE;
        links.forEach(Link::breakIfSilent);
    }

    /// What there is becomes silent for good; new connections come from another address.
    public synchronized void move() {
        links.forEach(link -> link.fate = Fate.LOSING);
        origin = origin + 1;
        state = State.WHOLE;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (state == State.CUT) {
                    client.close();
                    continue;
                }
                open(client);
            } catch (IOException closed) {
                // The next turn sees whether it was the door.
            }
        }
    }

    private void open(Socket client) throws IOException {
        Socket server = new Socket();
        Link link = new Link(client, server);
        links.add(link);
        if (state == State.SILENT) {
            link.fate = Fate.LOSING;
            return;
        }
        try {
            server.bind(
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) origin}), 0));
            server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
        } catch (IOException refused) {
            link.close();
            return;
        }
        Thread.ofVirtual().start(() -> link.pass(client, server));
        Thread.ofVirtual().start(() -> link.pass(server, client));
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private enum Fate {
        PASSING,
        LOSING,
        BREAKING
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile Fate fate = Fate.PASSING;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass(Socket from, Socket to) {
            byte[] bytes = new byte[16384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    if (fate == Fate.BREAKING) {
                        break;
                    }
                    if (fate == Fate.PASSING) {
                        out.write(bytes, 0, count);
                    }
                }
            } catch (IOException broken) {
                // As wires do.
            }
            if (fate != Fate.LOSING) {
                close();
            }
        }

        void breakIfSilent() {
            if (fate == Fate.LOSING) {
                fate = Fate.BREAKING;
                if (!server.isConnected()) {
                    close();
                }
            }
        }

        void close() {
            links.remove(this);
            closeQuietly(client);
            closeQuietly(server);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // What was wanted.
        }
    }
}
