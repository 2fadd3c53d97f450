package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.CallQueue.text;

import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ResourceMode;

/// Playing, and how what is played is seen and heard. What they do is in
/// [io.freshet.sdk.engine.Playing] and [io.freshet.sdk.play.Playbacks].
final class PlayingCalls {
    private final CallQueue calls;

    PlayingCalls(CallQueue calls) {
        this.calls = calls;
    }

    void start(String streamID, ZegoCanvas canvas, ZegoPlayerConfig config) {
        String stream = text(streamID);
        ZegoCanvas copy = copyOf(canvas);
        String room = config == null ? "" : text(config.roomID);
        String unsupported = unsupportedSource(config);
        ResourceMode mode = resourceMode(config);
        calls.queue(
                "startPlayingStream",
                engine -> {
                    if (unsupported.isEmpty()) {
                        engine.playing().start(room, stream, mode, copy);
                    } else {
                        engine.playing().refuse(stream, UnsupportedFeatures.NO_MODULE, unsupported);
                    }
                });
    }

    private static ResourceMode resourceMode(ZegoPlayerConfig config) {
        if (config == null || config.resourceMode == null) {
            return ResourceMode.DEFAULT;
        }
        return switch (config.resourceMode) {
            case ONLY_L3 -> ResourceMode.L3;
            case ONLY_RTC -> ResourceMode.RTC;
            default -> ResourceMode.DEFAULT;
        };
    }

    /// A sentence if the configuration asks for what is not done, else empty.
    private static String unsupportedSource(ZegoPlayerConfig config) {
        if (config == null || config.resourceMode == null) {
            return "";
        }
        if (config.cdnConfig != null) {
            return "Playing a CDN address is not done yet: leave cdnConfig out.";
        }
        return switch (config.resourceMode) {
            case ONLY_CDN, CDN_PLUS, CUSTOM ->
                    "Playing with resourceMode "
                            + config.resourceMode
                            + " is not done yet: use ONLY_L3, ONLY_RTC or DEFAULT.";
            default -> "";
        };
    }

    void stop(String streamID) {
        calls.perform("stopPlayingStream", engine -> engine.playbacks().stop(text(streamID)));
    }

    int updateCanvas(String streamID, ZegoCanvas canvas) {
        String function = "updatePlayingCanvas";
        ZegoCanvas copy = copyOf(canvas);
        ErrorCode result =
                calls.ask(
                        function,
                        engine -> engine.playbacks().updateCanvas(text(streamID), copy),
                        ErrorCode.COMMON_ENGINE_NOT_CREATE);
        if (!calls.closed()) {
            calls.report(function, result);
        }
        return result.code();
    }

    void muteAudio(String streamID, boolean mute) {
        calls.check(
                "mutePlayStreamAudio",
                engine -> engine.playbacks().muteAudio(text(streamID), mute));
    }

    void muteVideo(String streamID, boolean mute) {
        calls.check(
                "mutePlayStreamVideo",
                engine -> engine.playbacks().muteVideo(text(streamID), mute));
    }

    void overrideAudio(boolean mute) {
        calls.perform("muteAllPlayStreamAudio", engine -> engine.playbacks().overrideAudio(mute));
    }

    void overrideVideo(boolean mute) {
        calls.perform("muteAllPlayStreamVideo", engine -> engine.playbacks().overrideVideo(mute));
    }

    void muteEveryAudio(boolean mute) {
        calls.perform("muteAllPlayAudioStreams", engine -> engine.playbacks().muteEveryAudio(mute));
    }

    void muteEveryVideo(boolean mute) {
        calls.perform("muteAllPlayVideoStreams", engine -> engine.playbacks().muteEveryVideo(mute));
    }

    void setVolume(String streamID, int volume) {
        calls.check(
                "setPlayVolume", engine -> engine.playbacks().setVolume(text(streamID), volume));
    }

    void setEveryVolume(int volume) {
        calls.check("setAllPlayStreamVolume", engine -> engine.playbacks().setEveryVolume(volume));
    }

    /// What an app may change while the original waits its turn; null if there is nothing to show a
    /// picture in.
    static ZegoCanvas copyOf(ZegoCanvas canvas) {
        if (canvas == null || canvas.view == null) {
            return null;
        }
        ZegoCanvas copy = new ZegoCanvas(canvas.view);
        copy.viewMode = canvas.viewMode;
        copy.backgroundColor = canvas.backgroundColor;
        copy.alphaBlend = canvas.alphaBlend;
        copy.rotation = canvas.rotation;
        copy.mirror = canvas.mirror;
        copy.viewContext = canvas.viewContext;
        return copy;
    }
}
