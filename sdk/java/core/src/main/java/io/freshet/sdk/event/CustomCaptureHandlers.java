package io.freshet.sdk.event;

import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import org.jspecify.annotations.Nullable;

/// Tells the app when to begin and to stop bringing frames of its own.
public final class CustomCaptureHandlers {
    private final AppEvents events;
    private volatile @Nullable IZegoCustomVideoCaptureHandler handler;

    public CustomCaptureHandlers(AppEvents events) {
        this.events = events;
    }

    /// Null clears.
    public void set(@Nullable IZegoCustomVideoCaptureHandler newHandler) {
        handler = newHandler;
    }

    public void tell(ZegoPublishChannel channel, boolean start) {
        IZegoCustomVideoCaptureHandler current = handler;
        if (current != null) {
            events.run(() -> {
                if (start) {
                    current.onStart(channel);
                } else {
                    current.onStop(channel);
                }
            });
        }
    }
}
