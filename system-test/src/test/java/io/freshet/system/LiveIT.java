package io.freshet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From camera to viewer, with browsers on either side. What SDKs see of each other is in
/// `conformance/`.
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
    void aViewerInJavaSeesABrowserThatPublishes() throws Exception {
        SdkClient viewer = sdk("viewer1");
        Browser browser = browser();
        publish(browser.open(server.link("camera", ROOM, "camera1")));

        viewer.watch("camera1", 30);
    }

    @Test
    void aBrowserSeesAHostInJava() throws Exception {
        sdk("host1").publish("stream1");
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
        tile(watcher, "camera1")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void publish(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Publish").setExact(true))
                .click();
    }

    private static Locator tile(Page page, String stream) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(stream));
    }

    /// Decoded pictures arrive and differ from each other.
    private void seesMovingPicture(Page page, String stream, Browser browser)
            throws TimeoutException {
        Locator video = tile(page, stream).locator("video");
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

    private SdkClient sdk(String user) throws IOException {
        SdkClient client = new SdkClient(server, ROOM, user);
        started.add(client);
        client.awaitRoomState("LOGINED", 0);
        return client;
    }
}
