package io.freshet.example.live;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A clock on a moving sky: what is published on a machine without a camera. It shows how an app
/// brings its own pictures: draw, then `sendCustomVideoCaptureRawData`.
final class GeneratedPicture {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int FRAMES_PER_SECOND = 30;

    private static final int SKY_PERIOD = 300;
    private static final int BALL = 90;

    private final ZegoExpressEngine engine;
    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final ByteBuffer pixels =
            ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4).order(ByteOrder.LITTLE_ENDIAN);
    private final ZegoVideoFrameParam param = new ZegoVideoFrameParam();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "generated-picture");
                thread.setDaemon(true);
                return thread;
            });
    private int frame;

    GeneratedPicture(ZegoExpressEngine engine) {
        this.engine = engine;
        // An int 0xRRGGBB in little-endian order is the bytes B, G, R, 0.
        param.format = ZegoVideoFrameFormat.BGRA32;
        param.width = WIDTH;
        param.height = HEIGHT;
        param.strides[0] = WIDTH * 4;
    }

    void start() {
        var _ =
                timer.scheduleAtFixedRate(
                        this::send, 0, 1_000_000 / FRAMES_PER_SECOND, TimeUnit.MICROSECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void send() {
        draw();
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        pixels.asIntBuffer().put(rgb);
        engine.sendCustomVideoCaptureRawData(
                pixels, pixels.capacity(), param, System.currentTimeMillis());
    }

    private void draw() {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double turn = 2 * Math.PI * frame / SKY_PERIOD;
        float hue = 0.55f + 0.08f * (float) Math.sin(turn);
        graphics.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Color.getHSBColor(hue, 0.7f, 0.35f),
                        0,
                        HEIGHT,
                        Color.getHSBColor(hue, 0.4f, 0.9f)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        int x = (int) (WIDTH / 2.0 + WIDTH / 3.0 * Math.cos(3 * turn));
        int y = (int) (HEIGHT / 2.0 + HEIGHT / 4.0 * Math.sin(6 * turn));
        graphics.setColor(new Color(255, 214, 90));
        graphics.fillOval(x - BALL, y - BALL, 2 * BALL, 2 * BALL);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, 110));
        String time =
                LocalTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS"));
        int width = graphics.getFontMetrics().stringWidth(time);
        graphics.drawString(time, (WIDTH - width) / 2, HEIGHT - 80);
        graphics.dispose();
        frame++;
    }
}
