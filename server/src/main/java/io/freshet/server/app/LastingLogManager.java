package io.freshet.server.app;

import java.util.logging.LogManager;

/// A log manager whose handlers outlive the start of the process's end. Public and with a public
/// constructor because the JDK makes it by name.
public final class LastingLogManager extends LogManager {
    private static final String STANDARD_CLEANER = "Cleaner";

    public LastingLogManager() {}

    /// Ignored when it comes from the JDK's shutdown hook.
    @Override
    public void reset() {
        if (!Thread.currentThread().getClass().getSimpleName().equals(STANDARD_CLEANER)) {
            super.reset();
        }
    }
}
