package io.freshet.server.control;

import java.util.random.RandomGenerator;

/// The room service of one server: rooms, users, streams and who may do what. Any thread may call.
@SuppressWarnings("DoNotCallSuggester")
public final class ControlPlane {

    /// @param secureRandom source of nonces, resume keys and resource ids; must be unguessable in
    ///   production
    public ControlPlane(
            ControlConfig config,
            ProjectDirectory projects,
            MediaPlane media,
            ControlClock clock,
            RandomGenerator secureRandom) {}

    /// A client connected; it gets its welcome at once.
    public ClientConnection connect(ClientSink sink) {
        throw new UnsupportedOperationException();
    }

    public HttpSessions httpSessions() {
        throw new UnsupportedOperationException();
    }

    /// Does what is due. One thread calls this at [#nextTimeoutNs()], or about every 100 ms:
    /// deadlines may come nearer at any time.
    public void onTimeout(long nowNs) {}

    /// The next deadline, `Long.MAX_VALUE` if there is none.
    public long nextTimeoutNs() {
        return Long.MAX_VALUE;
    }

    public ControlStatistics statistics() {
        throw new UnsupportedOperationException();
    }

    /// Tells all clients to come back after `retryAfterMs` and accepts no more.
    public void stop(String reason, int retryAfterMs) {}
}
