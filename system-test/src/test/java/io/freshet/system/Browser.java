package io.freshet.system;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// Headless Chromium of the system, with a fake camera and microphone.
final class Browser implements AutoCloseable {
    private static final String DEFAULT_EXECUTABLE = "/usr/bin/chromium";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> console = new CopyOnWriteArrayList<>();

    Browser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(executable()))
                                        .setHeadless(true)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--use-fake-device-for-media-stream=fps=30",
                                                        "--use-fake-ui-for-media-stream",
                                                        "--autoplay-policy=no-user-gesture-required")));
    }

    private static String executable() {
        return Objects.requireNonNullElse(System.getenv("FRESHET_CHROMIUM"), DEFAULT_EXECUTABLE);
    }

    /// Opens a page in a context of its own, as another person's browser would.
    Page open(String url) {
        Page page = chromium.newContext().newPage();
        page.onConsoleMessage((ConsoleMessage message) -> console.add(message.text()));
        page.onPageError(error -> console.add("page error: " + error));
        page.navigate(url);
        return page;
    }

    String console() {
        return String.join("\n", console);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
