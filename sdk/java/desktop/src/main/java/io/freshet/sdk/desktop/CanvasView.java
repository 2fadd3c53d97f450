package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import im.zego.zegoexpress.constants.ZegoViewMode;
import im.zego.zegoexpress.entity.ZegoCanvas;
import io.freshet.sdk.port.I420Picture;
import java.awt.Container;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/// Brings one stream's pictures onto the app's canvas. Only the newest picture waits; when the
/// render thread cannot keep up, older ones are dropped and never delay the decoder.
final class CanvasView {
    private final Executor renderThread;
    private final AtomicReference<@Nullable VideoFrame> newest = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /// Used by the render thread only.
    private final RgbWriter writer = new RgbWriter();

    private volatile @Nullable VideoPanel panel;

    /// Degrees clockwise that the canvas turns pictures by, on top of their own.
    private volatile int turn;

    /// Counts canvases, so that an attachment that comes late does not replace a newer one.
    private final AtomicInteger generation = new AtomicInteger();

    CanvasView(Executor renderThread) {
        this.renderThread = renderThread;
    }

    /// An empty text when the canvas can be drawn on, else a sentence for the app's developer.
    static String objection(@Nullable ZegoCanvas canvas) {
        if (canvas == null || canvas.view == null || canvas.view instanceof Container) {
            return "";
        }
        return "ZegoCanvas.view is a "
                + canvas.view.getClass().getName()
                + "; on the desktop it must be a java.awt.Container, such as a javax.swing.JPanel";
    }

    /// Shows on another canvas from now on; null, or a canvas without view, shows nowhere. The last
    /// picture stays on the canvas that was left.
    void show(@Nullable ZegoCanvas canvas, boolean mirrored) {
        int current = generation.incrementAndGet();
        panel = null;
        turn = canvas == null || canvas.rotation % 90 != 0 ? 0 : canvas.rotation;
        if (canvas == null || !(canvas.view instanceof Container container)) {
            return;
        }
        ZegoViewMode mode = canvas.viewMode == null ? ZegoViewMode.ASPECT_FIT : canvas.viewMode;
        boolean mirror = mirrored != canvas.mirror;
        int background = canvas.backgroundColor;
        Runnable attach =
                () -> {
                    VideoPanel attached = VideoPanel.in(container);
                    attached.style(mode, mirror, background);
                    if (generation.get() == current) {
                        panel = attached;
                    }
                };
        if (SwingUtilities.isEventDispatchThread()) {
            attach.run();
        } else {
            SwingUtilities.invokeLater(attach);
        }
    }

    boolean isShowing() {
        return panel != null;
    }

    /// Takes its own reference to the frame. Any thread.
    void submit(VideoFrame frame) {
        if (panel == null) {
            return;
        }
        frame.retain();
        VideoFrame older = newest.getAndSet(frame);
        if (older != null) {
            older.release();
        }
        if (scheduled.compareAndSet(false, true)) {
            try {
                renderThread.execute(this::renderNewest);
            } catch (RejectedExecutionException closed) {
                clear();
            }
        }
    }

    /// Lets go of what still waits.
    void clear() {
        VideoFrame waiting = newest.getAndSet(null);
        if (waiting != null) {
            waiting.release();
        }
    }

    private void renderNewest() {
        scheduled.set(false);
        VideoFrame frame = newest.getAndSet(null);
        if (frame == null) {
            return;
        }
        try {
            VideoPanel target = panel;
            if (target != null && target.targetWidth() > 0 && target.targetHeight() > 0) {
                render(frame, target);
            }
        } finally {
            frame.release();
        }
    }

    private void render(VideoFrame frame, VideoPanel target) {
        int width = frame.buffer.getWidth();
        int height = frame.buffer.getHeight();
        int rotation = Math.floorMod(frame.rotation + turn, 360);
        boolean upright = rotation % 180 == 0;
        double shrink =
                Math.max(
                        (double) target.targetWidth() / (upright ? width : height),
                        (double) target.targetHeight() / (upright ? height : width));
        if (shrink >= 1) {
            present(frame.buffer, rotation, target);
            return;
        }
        int smallWidth = even(width * shrink);
        int smallHeight = even(height * shrink);
        VideoFrameBuffer small =
                frame.buffer.cropAndScale(0, 0, width, height, smallWidth, smallHeight);
        try {
            present(small, rotation, target);
        } finally {
            small.release();
        }
    }

    private static int even(double size) {
        return Math.max(2, (int) Math.round(size / 2) * 2);
    }

    private void present(VideoFrameBuffer buffer, int rotation, VideoPanel target) {
        I420Picture picture = I420Pictures.of((I420Buffer) buffer);
        if (rotation == 0) {
            target.present(picture, writer);
            return;
        }
        target.present(Rotation.upright(picture, rotation), writer);
    }
}
