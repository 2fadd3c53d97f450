package io.freshet.sdk.fakes;

import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.port.SignalSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// A device with a network that leads to one [FakeServer].
public final class FakePlatform implements Platform {
    private final FakeServer server;
    private final FakeMedia media;
    private final Queue<Runnable> callbacks = new ArrayDeque<>();
    private boolean delivering;
    private boolean blocked;

    public FakePlatform(FakeServer server, FakeMedia media) {
        this.server = server;
        this.media = media;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public SignalSocket.Factory sockets() {
        return server;
    }

    @Override
    public MediaEngine.Factory mediaEngines() {
        return media::create;
    }

    /// Runs callbacks at once, but never one inside another.
    @Override
    public Executor callbackExecutor() {
        return callback -> {
            callbacks.add(callback);
            deliver();
        };
    }

    /// Whether the app is stuck in a callback: no other comes to run.
    public void block(boolean nowBlocked) {
        blocked = nowBlocked;
        deliver();
    }

    private void deliver() {
        if (!delivering && !blocked) {
            delivering = true;
            try {
                while (!callbacks.isEmpty()) {
                    callbacks.remove().run();
                }
            } finally {
                delivering = false;
            }
        }
    }
}
