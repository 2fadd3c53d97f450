package io.freshet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From camera to viewer, with every combination of SDK and browser.
class LiveIT {
    private static final String ROOM = "room1";
    private static final String SHORT_HEARTBEAT =
            """
            rooms:
              heartbeat-timeout: 4s
            """;

    @TempDir private Path directory;
    private ServerProcess server;
    private final List<AutoCloseable> started = new ArrayList<>();

    @BeforeEach
    void startServer() throws Exception {
        server = new ServerProcess(directory, SHORT_HEARTBEAT);
    }

    @AfterEach
    void stopEverything() throws Exception {
        for (AutoCloseable each : started.reversed()) {
            each.close();
        }
        server.close();
    }

    @Test
    void aViewerInJavaSeesTheHostInJavaComePublishAndGo() throws Exception {
        JavaProcess viewer = viewer("viewer1");
        viewer.awaitLine("room LOGINED 0");
        JavaProcess host = host("host1", "stream1", server.address());

        host.awaitLine("publisher PUBLISHING 0");
        viewer.awaitLine("user ADD host1");
        viewer.awaitLine("stream ADD stream1 by host1");
        viewer.awaitLine("player stream1 PLAYING 0");
        viewer.awaitLine("size stream1 640x360");
        viewer.awaitLine("pictures stream1 30.");

        host.endInput();
        host.awaitLine("end");
        viewer.awaitLine("stream DELETE stream1 by host1");
        viewer.awaitLine("user DELETE host1");
        viewer.awaitLine("player stream1 NO_PLAY 0");
        assertThat(viewer.output()).doesNotContain("error ");
    }

    @Test
    void aViewerInJavaSeesABrowserThatPublishes() throws Exception {
        JavaProcess viewer = viewer("viewer1");
        Browser browser = browser();
        publish(browser.open(server.link("camera", ROOM, "camera1")));

        viewer.awaitLine("stream ADD camera1 by camera");
        viewer.awaitLine("player camera1 PLAYING 0");
        viewer.awaitLine("pictures camera1 30.");
    }

    @Test
    void aBrowserSeesAHostInJava() throws Exception {
        host("host1", "stream1", server.address()).awaitLine("publisher PUBLISHING 0");
        Browser browser = browser();

        seesMovingPicture(browser.open(server.link("watcher", ROOM, "unused")), "stream1", browser);
    }

    @Test
    void aBrowserSeesABrowser() throws Exception {
        Browser browser = browser();
        Page camera = browser.open(server.link("camera", ROOM, "camera1"));
        publish(camera);
        Page watcher = browser.open(server.link("watcher", ROOM, "unused"));

        seesMovingPicture(watcher, "camera1", browser);
        assertThat(server.get("/metrics")).contains("freshet_");

        camera.close();
        watcher.locator("[data-testid=play-tile][data-stream=camera1]")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
    }

    @Test
    void aWrongTokenIsRefusedWithItsCode() throws Exception {
        String good = server.token("someone-else");
        JavaProcess stranger =
                sdkUser("stranger", "viewer", server.address(), "-", "stranger", "none", good);
        stranger.awaitLine("room LOGIN_FAILED 1002077");
        stranger.awaitLine("login 1002077");

        JavaProcess nobody =
                sdkUser("nobody", "viewer", server.address(), "-", "nobody", "none", "");
        nobody.awaitLine("room LOGIN_FAILED 1002067");

        JavaProcess forger =
                sdkUser("forger", "viewer", server.address(), "0".repeat(64), "forger", "none", "");
        forger.awaitLine("room LOGIN_FAILED 1001005");
    }

    @Test
    void aHostKilledHardDisappearsAfterTheHeartbeatTimeout() throws Exception {
        JavaProcess viewer = viewer("viewer1");
        JavaProcess host = host("host1", "stream1", server.address());
        viewer.awaitLine("pictures stream1 30.");

        host.killHard();

        viewer.awaitLine("stream DELETE stream1 by host1");
        viewer.awaitLine("user DELETE host1");
    }

    @Test
    void aHostThatReconnectsInTimeIsNotMissed() throws Exception {
        JavaProcess viewer = viewer("viewer1");
        try (TcpCut wire = new TcpCut(server.address())) {
            JavaProcess host = host("host1", "stream1", wire.address());
            viewer.awaitLine("pictures stream1 30.");

            wire.cut();
            host.awaitLine("room RECONNECTING 1002051");
            wire.mend();
            host.awaitLine("room RECONNECTED 0");

            viewer.awaitLine("pictures stream1 150.");
            assertThat(viewer.output()).doesNotContain("DELETE");
            assertThat(host.output()).doesNotContain("NO_PUBLISH");
            host.endInput();
            viewer.awaitLine("stream DELETE stream1 by host1");
        }
    }

    @Test
    void theServerStopsGracefullyUnderViewers() throws Exception {
        JavaProcess viewer = viewer("viewer1");
        host("host1", "stream1", server.address());
        viewer.awaitLine("pictures stream1 30.");

        assertThat(server.stop()).isZero();

        viewer.awaitLine("room RECONNECTING 1002051");
    }

    private void publish(Page page) {
        page.getByTestId("publish-button").click();
    }

    /// Decoded pictures arrive and differ from each other.
    private void seesMovingPicture(Page page, String stream, Browser browser)
            throws TimeoutException {
        Locator video = page.locator("[data-testid=play-tile][data-stream=" + stream + "] video");
        video.waitFor();
        Until.holds(
                "pictures of " + stream + " in the browser",
                () ->
                        (boolean)
                                video.evaluate(
                                        "v => v.videoWidth > 0 && v.getVideoPlaybackQuality()"
                                                + ".totalVideoFrames > 30"),
                browser::console);
        assertThat((boolean) video.evaluate(DIFFERS_FROM_ITSELF_LATER))
                .as("the picture moves")
                .isTrue();
    }

    private static final String DIFFERS_FROM_ITSELF_LATER =
            """
            async video => {
              const look = () => {
                const canvas = document.createElement('canvas');
                canvas.width = 64; canvas.height = 36;
                const context = canvas.getContext('2d');
                context.drawImage(video, 0, 0, 64, 36);
                return context.getImageData(0, 0, 64, 36).data;
              };
              const before = look();
              for (let tries = 0; tries < 60; tries++) {
                await new Promise(done => video.requestVideoFrameCallback(done));
                const now = look();
                let difference = 0;
                for (let i = 0; i < now.length; i++) difference += Math.abs(now[i] - before[i]);
                if (difference > 2000) return true;
              }
              return false;
            }
            """;

    private Browser browser() {
        Browser browser = new Browser();
        started.add(browser);
        return browser;
    }

    private JavaProcess viewer(String user) throws IOException {
        return sdkUser(user, "viewer", server.address(), server.appSign(), user);
    }

    private JavaProcess host(String user, String stream, String address) throws IOException {
        return sdkUser(user, "host", address, server.appSign(), user, stream);
    }

    private JavaProcess sdkUser(
            String name,
            String role,
            String address,
            String appSign,
            String user,
            String... streamAndToken)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(role, address, Long.toString(server.appId()), appSign, ROOM, user));
        arguments.addAll(List.of(streamAndToken));
        JavaProcess process = JavaProcess.start(name, SdkUser.class, List.of(), arguments);
        started.add(process);
        return process;
    }
}
