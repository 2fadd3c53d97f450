package io.freshet.sdk.port;

import java.net.URI;

/// One WebSocket connection to the server's signalling endpoint.
public interface SignalSocket {
    /// Queues a text message; never blocks. Ignored once closed.
    void send(String text);

    /// Closes politely; [Listener#onClosed] still follows, once.
    void close();

    interface Factory {
        /// Connects in the background. The listener is called from one thread at a time.
        SignalSocket connect(URI uri, Listener listener);
    }

    interface Listener {
        void onOpen();

        void onText(String text);

        /// The connection is over or never came about; nothing follows.
        void onClosed(String reason);
    }
}
