package io.freshet.bench.rooms;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the room service is compared with: a WebSocket server of the same library that only says
/// texts of the lengths it is asked for. Ends with its standard input.
public final class BareServer {
    /// Printed before the port.
    static final String READY = "bare server on ";

    private final Set<WsSession> sessions = ConcurrentHashMap.newKeySet();
    private final int greetingLength;

    private BareServer(int greetingLength) {
        this.greetingLength = greetingLength;
    }

    /// Listens until its input ends.
    ///
    /// @param arguments the length of the text that greets each connection
    public static void main(String[] arguments) throws IOException {
        BareServer bare = new BareServer(Integer.parseInt(arguments[0]));
        WebServer server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .backlog(1024)
                        .shutdownHook(false)
                        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                        .protocolsDiscoverServices(true)
                        .addRouting(WsRouting.builder().endpoint("/signal", bare::listener))
                        .build()
                        .start();
        System.out.println(READY + server.port());
        System.out.flush();
        long _ = System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    /// What to say: `COUNT texts of LENGTH to me` or `... to all`.
    static String command(int count, int length, boolean toAll, int paddedTo) {
        String command = count + " " + length + " " + (toAll ? "all" : "me") + " ";
        return command + "x".repeat(Math.max(0, paddedTo - command.length()));
    }

    private WsListener listener() {
        return new WsListener() {
            @Override
            public void onOpen(WsSession session) {
                sessions.add(session);
                session.send("x".repeat(greetingLength), true);
            }

            @Override
            public void onMessage(WsSession session, String text, boolean last) {
                String[] words = text.split(" ", 4);
                String said = "x".repeat(Integer.parseInt(words[1]));
                for (int i = 0; i < Integer.parseInt(words[0]); i++) {
                    if (words[2].equals("all")) {
                        sessions.forEach(each -> each.send(said, true));
                    } else {
                        session.send(said, true);
                    }
                }
            }

            @Override
            public void onClose(WsSession session, int status, String reason) {
                sessions.remove(session);
            }
        };
    }
}
