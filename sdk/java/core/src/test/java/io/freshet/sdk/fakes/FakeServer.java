package io.freshet.sdk.fakes;

import io.freshet.protocol.Capabilities;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.port.SignalSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The other end of the sockets. Requests are kept; those with an automatic answer get it at once,
/// the others when the test says so.
public final class FakeServer implements SignalSocket.Factory {
    public static final int HEARTBEAT_MS = 15_000;
    public static final int TIMEOUT_MS = 100_000;

    private final List<Connection> connections = new ArrayList<>();
    private Function<ClientMessage, Optional<Answer>> automatic = message -> Optional.empty();
    private List<String> capabilities =
            List.of(
                    Capabilities.PAGED_SNAPSHOTS,
                    Capabilities.ROOM_EXTRA_INFO,
                    Capabilities.DEVICE_STATES,
                    Capabilities.ROOM_MESSAGES,
                    Capabilities.TRANSPARENT_MESSAGES);
    private boolean reachable = true;
    private boolean welcoming = true;

    @Override
    public SignalSocket connect(URI uri, SignalSocket.Listener listener) {
        Connection connection = new Connection(uri, listener);
        connections.add(connection);
        if (reachable) {
            listener.onOpen();
            if (welcoming) {
                connection.say(new ServerMessage.Welcome(1, 1, capabilities, "n0nce"));
            }
        } else {
            connection.breakOff("connection refused");
        }
        return connection;
    }

    /// From now on connecting works or does not.
    public void setReachable(boolean nowReachable) {
        reachable = nowReachable;
    }

    /// What later welcomes say that it can do.
    public void setCapabilities(String... names) {
        capabilities = List.of(names);
    }

    /// From now on new connections are greeted or left in silence.
    public void setWelcoming(boolean nowWelcoming) {
        welcoming = nowWelcoming;
    }

    /// Greets every hello and gives other requests the answer the function has for them.
    public void answerWith(Function<ClientMessage, Optional<Answer>> answers) {
        automatic = answers;
    }

    public Connection connection() {
        return connections.get(connections.size() - 1);
    }

    public int connectionCount() {
        return connections.size();
    }

    public void say(ServerMessage message) {
        connection().say(message);
    }

    public static Answer greeted(ClientMessage hello) {
        return Answer.ok(hello.id(), new Answer.Greeted(1, List.of(), HEARTBEAT_MS, TIMEOUT_MS));
    }

    /// One connection as the server sees it.
    public final class Connection implements SignalSocket {
        private final URI uri;
        private final SignalSocket.Listener listener;
        private final List<ClientMessage> requests = new ArrayList<>();
        private boolean open = true;

        Connection(URI uri, SignalSocket.Listener listener) {
            this.uri = uri;
            this.listener = listener;
        }

        public URI uri() {
            return uri;
        }

        public boolean isOpen() {
            return open;
        }

        public List<ClientMessage> requests() {
            return requests;
        }

        public <T extends ClientMessage> List<T> requests(Class<T> type) {
            return requests.stream().filter(type::isInstance).map(type::cast).toList();
        }

        /// The last request of its kind.
        public <T extends ClientMessage> T last(Class<T> type) {
            List<T> all = requests(type);
            if (all.isEmpty()) {
                throw new AssertionError("no " + type.getSimpleName() + " among " + requests);
            }
            return all.get(all.size() - 1);
        }

        public void say(ServerMessage message) {
            if (open) {
                listener.onText(MessageCodec.encode(message));
            }
        }

        public void sayText(String text) {
            listener.onText(text);
        }

        public void breakOff(String reason) {
            if (open) {
                open = false;
                listener.onClosed(reason);
            }
        }

        @Override
        public void send(String text) {
            if (!open) {
                return;
            }
            ClientMessage message = decode(text);
            requests.add(message);
            if (message instanceof ClientMessage.Hello) {
                automatic.apply(message).ifPresentOrElse(this::say, () -> say(greeted(message)));
            } else {
                automatic.apply(message).ifPresent(this::say);
            }
        }

        @Override
        public void close() {
            breakOff("closed by the client");
        }

        private static ClientMessage decode(String text) {
            try {
                return MessageCodec.decodeClient(text);
            } catch (MalformedMessageException e) {
                throw new AssertionError("the SDK sent " + text, e);
            }
        }
    }
}
