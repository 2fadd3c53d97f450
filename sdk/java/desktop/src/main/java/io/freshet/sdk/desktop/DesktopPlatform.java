package io.freshet.sdk.desktop;

import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.port.SignalSocket;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Linux, macOS and Windows on a JVM.
public final class DesktopPlatform implements Platform {
    private static final int CALLBACK_IDLE_SECONDS = 10;

    private final SignalSocket.Factory sockets = new JdkSignalSocket.Factory();
    private final ThreadPoolExecutor callbacks;

    public DesktopPlatform() {
        // One thread keeps the order; it ends when idle so that an app that forgets the engine can
        // exit.
        callbacks =
                new ThreadPoolExecutor(
                        1,
                        1,
                        CALLBACK_IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        new NamedThreads("freshet-callback"));
        callbacks.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        String system = System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "desktop-windows";
        }
        return system.startsWith("mac") ? "desktop-macos" : "desktop-linux";
    }

    @Override
    public SignalSocket.Factory sockets() {
        return sockets;
    }

    @Override
    public MediaEngine.Factory mediaEngines() {
        return WebRtcMediaEngine::new;
    }

    @Override
    public Executor callbackExecutor() {
        return callbacks;
    }
}
