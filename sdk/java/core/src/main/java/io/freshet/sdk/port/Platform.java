package io.freshet.sdk.port;

import java.util.concurrent.Executor;

/// One platform's implementation of the ports, found by `java.util.ServiceLoader`.
public interface Platform {
    /// For the user agent, such as "desktop-linux".
    String name();

    SignalSocket.Factory sockets();

    MediaEngine.Factory mediaEngines();

    /// Runs the app's callbacks one after another, in order: the main thread on Android, a thread
    /// of the SDK's own on the desktop. An engine gives it one at a time, so it need not bound what
    /// waits.
    Executor callbackExecutor();
}
