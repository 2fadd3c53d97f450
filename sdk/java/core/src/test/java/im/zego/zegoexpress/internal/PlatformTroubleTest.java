package im.zego.zegoexpress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.sdk.config.ServerAddress;
import io.freshet.sdk.fakes.FakeMedia;
import io.freshet.sdk.fakes.FakePlatform;
import io.freshet.sdk.fakes.FakeServer;
import io.freshet.sdk.fakes.FixedPauses;
import io.freshet.sdk.fakes.VirtualLoop;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.port.SignalSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/// No platform, no native library, no usable address: clear answers instead of exceptions.
class PlatformTroubleTest {
    private final FakeServer server = new FakeServer();
    private final VirtualLoop loop = new VirtualLoop();
    private final Recorder app = new Recorder();
    private final List<String> results = new ArrayList<>();
    private String variable = "server";

    @Test
    void withoutNativeLibraryRoomsWorkAndMediaSaysWhy() {
        server.answerWith(EngineBench::friendly);
        ZegoExpressEngine engine = create(new NoNativeLibrary());
        assertThat(app.errors).containsExactly("createEngine 1000070");
        engine.loginRoom(
                "room", new ZegoUser("me"), null, (code, data) -> results.add("login " + code));
        engine.startPreview();
        engine.startPublishingStream("s");
        engine.startPlayingStream("t");
        loop.run();

        assertThat(results).containsExactly("login 0");
        assertThat(app.lines).contains("publish s NO_PUBLISH 1000070", "play t NO_PLAY 1000070");
        assertThat(app.errors)
                .containsExactly(
                        "createEngine 1000070",
                        "startPreview 1000070",
                        "startPublishingStream 1000070",
                        "startPlayingStream 1000070");
    }

    @Test
    void anUnusableAddressIsNamedAtOnce() {
        variable = "ftp://nowhere";
        create(new FakePlatform(server, new FakeMedia()));
        assertThat(app.errors).containsExactly("createEngine 1000017");
    }

    @Test
    void aMissingPlatformStillAnswersEveryCall() throws InterruptedException {
        MissingPlatform platform = new MissingPlatform();
        java.util.concurrent.CountDownLatch told = new java.util.concurrent.CountDownLatch(1);
        SignalSocket socket =
                platform.sockets()
                        .connect(
                                java.net.URI.create("ws://host/signal"),
                                new SignalSocket.Listener() {
                                    @Override
                                    public void onOpen() {}

                                    @Override
                                    public void onText(String text) {}

                                    @Override
                                    public void onClosed(String reason) {
                                        results.add(reason);
                                    }
                                });
        socket.send("{}");
        socket.close();
        assertThat(results).containsExactly(MissingPlatform.ADVICE);
        platform.callbackExecutor().execute(told::countDown);
        assertThat(told.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(create(new Named(platform))).isNotNull();
        assertThat(app.errors).containsExactly("createEngine 1000070");
    }

    private ZegoExpressEngine create(Platform platform) {
        EngineRegistry registry =
                new EngineRegistry(
                        new EngineParts(
                                () -> platform,
                                () -> loop,
                                new ServerAddress.Places(
                                        name -> null, name -> variable, key -> null),
                                new FixedPauses(1000),
                                (level, message) -> {}));
        ZegoExpressEngine engine =
                registry.create(EngineBench.profile(1, EngineBench.APP_SIGN), app, false);
        loop.run();
        return engine;
    }

    private final class NoNativeLibrary implements Platform {
        private final Platform rest = new FakePlatform(server, new FakeMedia());

        @Override
        public String name() {
            return rest.name();
        }

        @Override
        public SignalSocket.Factory sockets() {
            return rest.sockets();
        }

        @Override
        public MediaEngine.Factory mediaEngines() {
            return listener -> {
                throw new UnsatisfiedLinkError("no such library");
            };
        }

        @Override
        public Executor callbackExecutor() {
            return rest.callbackExecutor();
        }
    }

    /// A missing platform whose callbacks run at once.
    private record Named(MissingPlatform rest) implements Platform {
        @Override
        public String name() {
            return rest.name();
        }

        @Override
        public SignalSocket.Factory sockets() {
            return rest.sockets();
        }

        @Override
        public MediaEngine.Factory mediaEngines() {
            return rest.mediaEngines();
        }

        @Override
        public Executor callbackExecutor() {
            return Runnable::run;
        }
    }
}
