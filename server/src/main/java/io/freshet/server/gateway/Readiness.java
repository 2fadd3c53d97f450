package io.freshet.server.gateway;

import java.util.concurrent.atomic.AtomicReference;

/// Whether new clients should be sent to this server. Goes forward only: STARTING -> READY ->
/// STOPPING.
public final class Readiness {
    /// STARTING: something is still warming up. READY: clients are welcome. STOPPING: present
    /// clients are being told, new ones should go elsewhere.
    public enum State {
        STARTING,
        READY,
        STOPPING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    public State state() {
        return state.get();
    }

    /// Ignored once stopping.
    public void onStarted() {
        state.compareAndSet(State.STARTING, State.READY);
    }

    public void onStopping() {
        state.set(State.STOPPING);
    }
}
