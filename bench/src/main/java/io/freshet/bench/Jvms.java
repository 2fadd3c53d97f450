package io.freshet.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the demo's JVMs are started; the only place with their options.
public final class Jvms {
    /// A client's heap is small, since pictures live outside of it.
    private static final List<String> CLIENT =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Djava.awt.headless=true");

    private static final String SERVER_MAIN = "io.freshet.server.app.Main";

    private Jvms() {}

    /// Where Freshet was built: what the launcher says, or the first folder upwards that has a
    /// server.
    public static Path home() throws DemoException {
        String said = System.getProperty("freshet.home", "");
        if (!said.isEmpty()) {
            return Path.of(said);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (folder.resolve("deploy/server-jvm.options").toFile().isFile()) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new DemoException(
                "the built server was not found; run ./freshet demo, or set -Dfreshet.home");
    }

    /// As the launcher starts a server.
    public static List<String> server(Path home, List<String> arguments) throws DemoException {
        Path target = home.resolve("server/target");
        Path jar = target.resolve("freshet-server.jar");
        if (!jar.toFile().isFile()) {
            throw new DemoException(
                    "there is no built server in " + home + "; run ./freshet build");
        }
        return command(
                List.of(
                        "@" + home.resolve("deploy/server-jvm.options"),
                        "-XX:SharedArchiveFile=" + home.resolve(".freshet/server.jsa")),
                jar + File.pathSeparator + target.resolve("lib") + "/*",
                SERVER_MAIN,
                arguments);
    }

    /// A program of this module with the server's options, to compare the server with.
    public static List<String> likeServer(Path home, String main, List<String> arguments) {
        return command(
                List.of(
                        "@" + home.resolve("deploy/server-jvm.options"),
                        "-XX:-AutoCreateSharedArchive"),
                System.getProperty("java.class.path"),
                main,
                arguments);
    }

    static List<String> client(List<String> arguments) {
        return command(
                CLIENT,
                System.getProperty("java.class.path"),
                BenchMain.class.getName(),
                arguments);
    }

    private static List<String> command(
            List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }
}
