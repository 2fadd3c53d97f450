package io.freshet.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The browser in which the web SDK's client programs have their pages: one for all of them, since
/// browsers are slow to start.
final class SharedBrowser implements AutoCloseable {
    private static final Path PROGRAMS =
            Scenario.directory().resolveSibling("sdk/web/test/conformance");

    private final Process process;
    private final String address;

    SharedBrowser() throws IOException {
        process =
                new ProcessBuilder("node", PROGRAMS.resolve("browser.mjs").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        // Read no further: it says nothing else.
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the browser for the web SDK did not start");
        }
        address = line;
    }

    /// Starts a client program with a page of this browser.
    List<String> clientCommand() {
        return List.of("node", PROGRAMS.resolve("client.mjs").toString(), address);
    }

    /// It ends with its input.
    @Override
    public void close() {
        try {
            process.outputWriter().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
