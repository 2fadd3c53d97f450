package im.zego.zegoexpress.internal;

import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.port.SignalSocket;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Stands in when no platform is on the class path, so that every call still gets its answer.
final class MissingPlatform implements Platform {
    static final String ADVICE =
            "no platform found: add freshet-sdk-desktop (or the Android library) to the class path";

    private final Executor callbacks =
            Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "freshet-callbacks");
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public String name() {
        return "none";
    }

    @Override
    public SignalSocket.Factory sockets() {
        return (uri, listener) -> {
            listener.onClosed(ADVICE);
            return new SignalSocket() {
                @Override
                public void send(String text) {}

                @Override
                public void close() {}
            };
        };
    }

    @Override
    public MediaEngine.Factory mediaEngines() {
        return listener -> {
            throw new IllegalStateException(ADVICE);
        };
    }

    @Override
    public Executor callbackExecutor() {
        return callbacks;
    }
}
