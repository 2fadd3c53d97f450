package io.freshet.server.app;

import picocli.CommandLine.Option;

/// Why users are put out.
final class ReasonOption {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "What their apps are told, up to 256 bytes.")
    private String reason = "";

    String text() {
        return reason;
    }
}
