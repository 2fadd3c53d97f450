package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Turns the frames that the app pushes into upright I420 of at most the encoder's size, and hands
/// them to the preview and to whoever sends them. Any thread may push.
final class FrameFeed {
    private final CanvasView preview;

    /// Guards the source against being freed during a push.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable CustomVideoSource source;

    FrameFeed(CanvasView preview) {
        this.preview = preview;
    }

    /// The source that tracks are made of; made at the first call.
    CustomVideoSource source() {
        lock.lock();
        try {
            if (source == null) {
                source = new CustomVideoSource();
            }
            return source;
        } finally {
            lock.unlock();
        }
    }

    /// Takes one frame; the data is copied.
    ///
    /// @param param checked by [RawFrameReader#check]
    void push(ByteBuffer data, ZegoVideoFrameParam param, ZegoVideoConfig config, boolean sending) {
        NativeI420Buffer raw = NativeI420Buffer.allocate(param.width, param.height);
        RawFrameReader.read(data, param, I420Pictures.of(raw));
        VideoFrameBuffer picture = scaled(upright(raw, param.rotation), config);
        VideoFrame frame = new VideoFrame(picture, 0, System.nanoTime());
        try {
            preview.submit(frame);
            if (sending) {
                send(frame);
            }
        } finally {
            frame.release();
        }
    }

    private void send(VideoFrame frame) {
        lock.lock();
        try {
            if (source != null) {
                source.pushFrame(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    private static NativeI420Buffer upright(NativeI420Buffer picture, int rotation) {
        int turn = Math.floorMod(rotation, 360);
        if (turn == 0) {
            return picture;
        }
        boolean sideways = turn != 180;
        NativeI420Buffer turned =
                sideways
                        ? NativeI420Buffer.allocate(picture.getHeight(), picture.getWidth())
                        : NativeI420Buffer.allocate(picture.getWidth(), picture.getHeight());
        Rotation.copy(I420Pictures.of(picture), I420Pictures.of(turned), turn);
        picture.release();
        return turned;
    }

    private static VideoFrameBuffer scaled(NativeI420Buffer picture, ZegoVideoConfig config) {
        EncodeSize size =
                EncodeSize.of(
                        picture.getWidth(),
                        picture.getHeight(),
                        config.encodeWidth,
                        config.encodeHeight);
        if (size.width() == picture.getWidth() && size.height() == picture.getHeight()) {
            return picture;
        }
        VideoFrameBuffer small =
                picture.cropAndScale(
                        0, 0, picture.getWidth(), picture.getHeight(), size.width(), size.height());
        picture.release();
        return small;
    }

    void close() {
        lock.lock();
        try {
            if (source != null) {
                Natives.dispose(source::dispose);
                source = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
