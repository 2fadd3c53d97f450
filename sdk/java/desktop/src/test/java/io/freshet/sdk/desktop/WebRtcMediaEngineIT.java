package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.I420Picture;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The real engine against a plain WebRTC peer in the same JVM, over the host's network.
class WebRtcMediaEngineIT {
    private static final ZegoPublishChannel MAIN = ZegoPublishChannel.MAIN;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final long FRAME_MS = 33;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(20);

    private final List<String> deviceErrors = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> offers = new LinkedBlockingQueue<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final MediaEngine engine = new DesktopPlatform().mediaEngines().create(new Devices());

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void sendsPushedFramesWhosePicturesArriveIntact() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        engine.setVideoConfig(MAIN, config(ZegoVideoCodecID.DEFAULT));
        MediaSession session = engine.publish(MAIN, new Recording());
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        try (AnsweringPeer peer = AnsweringPeer.receiving()) {
            String offer = offers.take();
            assertThat(offer).contains("a=sendonly").doesNotContain("a=candidate");
            assertThat(firstVideoCodec(offer)).startsWith("H264");
            session.acceptAnswer(
                    peer.receive(offer, picture -> seen.add(NumberedPicture.read(picture))));
            pushUntil(() -> seen.size() >= 30 && events.contains("audio"));
        }
        List<Integer> numbers = List.copyOf(seen);
        assertThat(numbers)
                .doesNotContain(NumberedPicture.UNREADABLE)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events).contains("connected", "audio", "video");
        assertThat(deviceErrors).isEmpty();
        session.close();
    }

    @Test
    void offersVp8FirstWhenAskedFor() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        engine.setVideoConfig(MAIN, config(ZegoVideoCodecID.VP8));
        engine.publish(MAIN, new Recording());
        assertThat(firstVideoCodec(offers.take())).startsWith("VP8");
    }

    @Test
    void playsOntoCanvasAndIntoTheFrameSink() throws Exception {
        JPanel panel = new JPanel();
        SwingUtilities.invokeAndWait(() -> panel.setSize(320, 240));
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        engine.setVideoFrameSink((id, picture) -> seen.add(NumberedPicture.read(picture)));
        MediaSession session = engine.play("stream", new ZegoCanvas(panel), new Recording());
        try (AnsweringPeer peer = AnsweringPeer.sending()) {
            String offer = offers.take();
            assertThat(offer).contains("a=recvonly").doesNotContain("a=sendonly", "a=sendrecv");
            session.acceptAnswer(peer.send(offer));
            int[] number = {0};
            repeat(
                    () -> peer.push(NumberedPicture.draw(WIDTH, HEIGHT, number[0]++)),
                    () -> seen.size() >= 30 && events.contains("audio") && isPainted(panel));
            CompletableFuture<MediaStats> stats = new CompletableFuture<>();
            session.collectStats(stats::complete);
            MediaStats figures = stats.get(5, TimeUnit.SECONDS);
            assertThat(figures.videoWidth()).isEqualTo(WIDTH);
            assertThat(figures.videoFramesCoded()).isGreaterThanOrEqualTo(30);
            assertThat(figures.audioPackets()).isPositive();
            assertThat(figures.videoCodec()).isNotEmpty();
            assertThat(figures.roundTripMs()).isNotNegative();
        }
        assertThat(List.copyOf(seen)).doesNotContain(NumberedPicture.UNREADABLE);
        assertThat(events).contains("connected", "video", "rendered", "size 640x360");
        session.close();
    }

    @Test
    void saysThatThereIsNoCameraAndSendsSoundAllTheSame() throws Exception {
        engine.enableCustomAudioIO(MAIN, true);
        MediaSession session = engine.publish(MAIN, new Recording());
        try (AnsweringPeer peer = AnsweringPeer.receiving()) {
            session.acceptAnswer(peer.receive(offers.take(), picture -> {}));
            ByteBuffer sound = ByteBuffer.allocateDirect(2880);
            repeat(
                    () -> engine.sendCustomAudioPcm(MAIN, sound, 2880, 48_000, 1),
                    () -> events.contains("audio"));
        }
        // On a machine with a camera there is nothing to complain about.
        assertThat(deviceErrors)
                .allSatisfy(error -> assertThat(error).startsWith("1006").contains("camera"));
    }

    @Test
    void stopsSendingPicturesWhileMutedAndGoesOnAfterwards() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        engine.setVideoConfig(MAIN, config(ZegoVideoCodecID.VP8));
        MediaSession session = engine.publish(MAIN, new Recording());
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        try (AnsweringPeer peer = AnsweringPeer.receiving()) {
            session.acceptAnswer(
                    peer.receive(
                            offers.take(), picture -> seen.add(NumberedPicture.read(picture))));
            pushUntil(() -> seen.size() >= 5);
            engine.mutePublishStreamVideo(MAIN, true);
            // What was on its way arrives; then a second of pushing brings nothing.
            int[] pushes = {0};
            pushUntil(() -> ++pushes[0] > 15);
            seen.clear();
            pushUntil(() -> ++pushes[0] > 45);
            assertThat(seen).isEmpty();
            engine.mutePublishStreamVideo(MAIN, false);
            pushUntil(() -> seen.size() >= 5);
        }
    }

    @Test
    void makesAnOfferWithNewCredentialsForAnIceRestart() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        MediaSession session = engine.publish(MAIN, new Recording());
        try (AnsweringPeer peer = AnsweringPeer.receiving()) {
            String first = offers.take();
            session.acceptAnswer(peer.receive(first, picture -> {}));
            await(() -> events.contains("connected"));
            session.restartIce();
            String second = offers.take();
            assertThat(ufrag(second)).isNotEqualTo(ufrag(first));
        }
    }

    @Test
    void previewsPushedFramesWithoutPublishing() throws Exception {
        JPanel panel = new JPanel();
        SwingUtilities.invokeAndWait(() -> panel.setSize(320, 240));
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        engine.startPreview(MAIN, new ZegoCanvas(panel));
        pushUntil(() -> isPainted(panel));
        assertThat(events).isEmpty();
    }

    @Test
    void saysNothingAfterClose() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        MediaSession session = engine.publish(MAIN, new Recording());
        try (AnsweringPeer peer = AnsweringPeer.receiving()) {
            session.acceptAnswer(peer.receive(offers.take(), picture -> {}));
            pushUntil(() -> events.contains("video"));
            session.close();
            events.clear();
            session.acceptAnswer("nonsense");
            session.restartIce();
            int[] pushes = {0};
            pushUntil(() -> ++pushes[0] > 10);
        }
        assertThat(events).isEmpty();
        assertThat(offers).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsItsNativeThreads() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        MediaSession published = engine.publish(MAIN, new Recording());
        MediaSession played = engine.play("stream", null, new Recording());
        offers.take();
        offers.take();
        assertThat(published).isNotSameAs(played);
        assertThat(nativeThreads()).isNotEmpty();
        engine.close();
        await(() -> nativeThreads().isEmpty());
    }

    private static List<String> nativeThreads() {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.map(WebRtcMediaEngineIT::threadName)
                    .filter(name -> name.startsWith("webrtc_jni"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String threadName(Path task) {
        try {
            return Files.readString(task.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    @Test
    void refusesFramesAndPcmWhileNotEnabledOrMalformed() {
        ByteBuffer data = ByteBuffer.allocateDirect(100);
        ZegoVideoFrameParam param = param(WIDTH, HEIGHT);
        assertThat(engine.sendCustomVideoFrame(MAIN, data, 100, param, 0)).isEqualTo(1011002);
        assertThat(engine.sendCustomAudioPcm(MAIN, data, 100, 48_000, 1)).isEqualTo(1012002);
        engine.enableCustomVideoCapture(MAIN, true);
        engine.enableCustomAudioIO(MAIN, true);
        assertThat(engine.sendCustomVideoFrame(MAIN, data, 100, param, 0)).isEqualTo(1000017);
        assertThat(engine.sendCustomAudioPcm(MAIN, data, 99, 48_000, 1)).isEqualTo(1000017);
    }

    @Test
    void explainsThatViewsMustBeContainers() throws Exception {
        engine.startPreview(MAIN, new ZegoCanvas("not a view"));
        await(() -> deviceErrors.stream().anyMatch(error -> error.contains("java.lang.String")));
        assertThat(deviceErrors).anySatisfy(error -> assertThat(error).contains("JPanel"));
    }

    @Test
    void failsOnMalformedAnswers() throws Exception {
        engine.enableCustomVideoCapture(MAIN, true);
        MediaSession session = engine.publish(MAIN, new Recording());
        offers.take();
        session.acceptAnswer("nonsense");
        await(() -> events.stream().anyMatch(event -> event.startsWith("failed")));
    }

    private void pushUntil(BooleanSupplier done) throws InterruptedException {
        int[] number = {0};
        ByteBuffer sound = ByteBuffer.allocateDirect(2880);
        repeat(
                () -> {
                    I420Picture picture = NumberedPicture.draw(WIDTH, HEIGHT, number[0]++);
                    ByteBuffer data = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 3 / 2);
                    data.put(picture.y().duplicate()).put(picture.u().duplicate());
                    data.put(picture.v().duplicate()).flip();
                    assertThat(
                                    engine.sendCustomVideoFrame(
                                            MAIN, data, data.limit(), param(WIDTH, HEIGHT), 0))
                            .isZero();
                    assertThat(engine.sendCustomAudioPcm(MAIN, sound, 2880, 48_000, 1)).isZero();
                },
                done);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        repeat(() -> {}, done);
    }

    private static void repeat(Runnable step, BooleanSupplier done) throws InterruptedException {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("patience").isLessThan(PATIENCE_NS);
            step.run();
            TimeUnit.MILLISECONDS.sleep(FRAME_MS);
        }
    }

    private static boolean isPainted(JPanel panel) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        try {
            SwingUtilities.invokeAndWait(() -> panel.paint(image.getGraphics()));
        } catch (ReflectiveOperationException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        // 16:9 in 4:3: bars above and below, the picture's grey in between.
        return (image.getRGB(160, 200) & 0xff) > 60 && (image.getRGB(160, 5) & 0xff) == 0;
    }

    private static ZegoVideoConfig config(ZegoVideoCodecID codec) {
        ZegoVideoConfig config = new ZegoVideoConfig();
        config.setEncodeResolution(WIDTH, HEIGHT);
        config.setVideoFPS(30);
        config.setVideoBitrate(1200);
        config.setCodecID(codec);
        return config;
    }

    private static ZegoVideoFrameParam param(int width, int height) {
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = ZegoVideoFrameFormat.I420;
        param.width = width;
        param.height = height;
        return param;
    }

    private static String ufrag(String offer) {
        return offer.lines()
                .filter(line -> line.startsWith("a=ice-ufrag:"))
                .findFirst()
                .orElseThrow();
    }

    private static String firstVideoCodec(String offer) {
        String section = offer.substring(offer.indexOf("m=video"));
        String payloadType = section.lines().findFirst().orElseThrow().split(" ", -1)[3];
        return section.substring(section.indexOf("a=rtpmap:" + payloadType + " "))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[1];
    }

    private final class Devices implements MediaEngine.Listener {
        @Override
        public void onCapturedVideoFirstFrame(ZegoPublishChannel channel) {}

        @Override
        public void onCapturedAudioFirstFrame() {}

        @Override
        public void onDeviceError(int errorCode, String message) {
            deviceErrors.add(errorCode + " " + message);
        }
    }

    private final class Recording implements MediaSession.Listener {
        @Override
        public void onOffer(String sdp) {
            offers.add(sdp);
        }

        @Override
        public void onConnected() {
            events.add("connected");
        }

        @Override
        public void onDisconnected() {
            events.add("disconnected");
        }

        @Override
        public void onFailed(String reason) {
            events.add("failed " + reason);
        }

        @Override
        public void onFirstAudio() {
            events.add("audio");
        }

        @Override
        public void onFirstVideo() {
            events.add("video");
        }

        @Override
        public void onFirstVideoRendered() {
            events.add("rendered");
        }

        @Override
        public void onVideoSizeChanged(int width, int height) {
            events.add("size " + width + "x" + height);
        }
    }
}
