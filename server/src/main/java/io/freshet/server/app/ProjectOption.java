package io.freshet.server.app;

import picocli.CommandLine.Option;

/// Which project a command is about.
final class ProjectOption {
    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The project (default: the oldest, which is the demo project).")
    private long app;

    /// 0: the oldest.
    long appId() {
        return app;
    }
}
