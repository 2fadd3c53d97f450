package io.freshet.sdk.desktop;

import java.util.concurrent.ThreadFactory;

/// Daemon threads named by their role.
final class NamedThreads implements ThreadFactory {
    private final String name;

    NamedThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
