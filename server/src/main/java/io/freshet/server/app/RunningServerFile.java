package io.freshet.server.app;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `server.address` in the data directory: where other commands on this machine reach the running
/// server. Stays behind when the server is killed; then nobody answers there.
final class RunningServerFile {
    private static final String FILE = "server.address";

    private final Path file;

    RunningServerFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(FILE);
    }

    void write(InetAddress bind, int port) throws IOException {
        InetAddress reachable = bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
        String host = reachable.getHostAddress();
        Files.writeString(
                file,
                "http://"
                        + (reachable instanceof Inet6Address ? "[" + host + "]" : host)
                        + ":"
                        + port
                        + "\n");
    }

    Optional<String> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(RunningServerFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "server.address stays behind", e);
        }
    }
}
