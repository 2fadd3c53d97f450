package io.freshet.sdk.media;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import io.freshet.sdk.port.MediaStats;
import java.util.Locale;

/// Turns running totals of a stream into what the app is told about its quality. Totals that start
/// again with a new session do not make rates negative.
public final class Rates {
    private static final double NS_PER_S = 1e9;

    /// What the first figures of a session are measured from: they come one interval after it.
    private static final long FIRST_INTERVAL_NS = MediaPath.STATS_INTERVAL_NS;

    private MediaStats last = none();
    private boolean first = true;
    private double videoBytesBefore;
    private double audioBytesBefore;
    private int freezesBefore;
    private double freezeSecondsBefore;

    /// A new session begins: its totals start at zero and go on top of the former ones.
    public void onNewSession() {
        videoBytesBefore += last.videoBytes();
        audioBytesBefore += last.audioBytes();
        freezesBefore += (int) last.videoFreezes();
        freezeSecondsBefore += last.videoFreezeSeconds();
        last = none();
        first = true;
    }

    public ZegoPublishStreamQuality published(MediaStats now) {
        double seconds = secondsTo(now);
        ZegoPublishStreamQuality quality = new ZegoPublishStreamQuality();
        quality.videoCaptureFPS =
                rate(last.videoFramesCaptured(), now.videoFramesCaptured(), seconds);
        quality.videoEncodeFPS = rate(last.videoFramesCoded(), now.videoFramesCoded(), seconds);
        quality.videoSendFPS =
                rate(last.videoFramesTransferred(), now.videoFramesTransferred(), seconds);
        quality.videoKBPS = kilobits(last.videoBytes(), now.videoBytes(), seconds);
        quality.audioSendFPS = rate(last.audioPackets(), now.audioPackets(), seconds);
        quality.audioCaptureFPS = quality.audioSendFPS;
        quality.audioKBPS = kilobits(last.audioBytes(), now.audioBytes(), seconds);
        quality.rtt = wholeMs(now.roundTripMs());
        quality.packetLostRate = lossSinceLast(now);
        quality.level = level(quality.packetLostRate, quality.rtt);
        quality.videoCodecID = codec(now.videoCodec());
        quality.videoSendBytes = videoBytesBefore + now.videoBytes();
        quality.audioSendBytes = audioBytesBefore + now.audioBytes();
        quality.totalSendBytes = quality.videoSendBytes + quality.audioSendBytes;
        last = now;
        return quality;
    }

    public ZegoPlayStreamQuality played(MediaStats now) {
        double seconds = secondsTo(now);
        ZegoPlayStreamQuality quality = new ZegoPlayStreamQuality();
        quality.videoRecvFPS =
                rate(last.videoFramesTransferred(), now.videoFramesTransferred(), seconds);
        quality.videoDejitterFPS = quality.videoRecvFPS;
        quality.videoDecodeFPS = rate(last.videoFramesCoded(), now.videoFramesCoded(), seconds);
        quality.videoRenderFPS = quality.videoDecodeFPS;
        quality.videoKBPS = kilobits(last.videoBytes(), now.videoBytes(), seconds);
        quality.videoBreakRate =
                Math.min(
                        1,
                        Math.max(0, now.videoFreezeSeconds() - last.videoFreezeSeconds())
                                / seconds);
        quality.audioRecvFPS = rate(last.audioPackets(), now.audioPackets(), seconds);
        quality.audioDejitterFPS = quality.audioRecvFPS;
        quality.audioDecodeFPS = quality.audioRecvFPS;
        quality.audioRenderFPS = quality.audioRecvFPS;
        quality.audioKBPS = kilobits(last.audioBytes(), now.audioBytes(), seconds);
        quality.mos = -1;
        quality.rtt = wholeMs(now.roundTripMs());
        quality.packetLostRate = lossSinceLast(now);
        quality.level = level(quality.packetLostRate, quality.rtt);
        quality.delay = wholeMs(now.jitterBufferDelayMs());
        quality.videoCodecID = codec(now.videoCodec());
        quality.videoRecvBytes = videoBytesBefore + now.videoBytes();
        quality.audioRecvBytes = audioBytesBefore + now.audioBytes();
        quality.totalRecvBytes = quality.videoRecvBytes + quality.audioRecvBytes;
        quality.videoCumulativeBreakCount = freezesBefore + (int) now.videoFreezes();
        quality.videoCumulativeBreakTime =
                (int) ((freezeSecondsBefore + now.videoFreezeSeconds()) * 1000);
        last = now;
        return quality;
    }

    private double secondsTo(MediaStats now) {
        long elapsedNs = first ? FIRST_INTERVAL_NS : now.timestampNs() - last.timestampNs();
        first = false;
        return Math.max(elapsedNs / NS_PER_S, 1e-3);
    }

    private double lossSinceLast(MediaStats now) {
        double lost =
                Math.max(0, now.videoPacketsLost() - last.videoPacketsLost())
                        + Math.max(0, now.audioPacketsLost() - last.audioPacketsLost());
        double arrived =
                Math.max(0, now.videoPackets() - last.videoPackets())
                        + Math.max(0, now.audioPackets() - last.audioPackets());
        return lost == 0 ? 0 : lost / (lost + arrived);
    }

    private static double rate(long before, long now, double seconds) {
        return Math.max(0, now - before) / seconds;
    }

    private static double kilobits(long before, long now, double seconds) {
        return rate(before, now, seconds) * 8 / 1000;
    }

    private static int wholeMs(double ms) {
        return ms < 0 ? 0 : (int) Math.round(ms);
    }

    /// Our own scale: the worse of loss and round trip decides.
    static ZegoStreamQualityLevel level(double loss, int roundTripMs) {
        if (loss < 0.01 && roundTripMs < 150) {
            return ZegoStreamQualityLevel.EXCELLENT;
        } else if (loss < 0.05 && roundTripMs < 300) {
            return ZegoStreamQualityLevel.GOOD;
        } else if (loss < 0.10 && roundTripMs < 500) {
            return ZegoStreamQualityLevel.MEDIUM;
        } else if (loss < 0.30 && roundTripMs < 1000) {
            return ZegoStreamQualityLevel.BAD;
        }
        return ZegoStreamQualityLevel.DIE;
    }

    static ZegoVideoCodecID codec(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "H264" -> ZegoVideoCodecID.DEFAULT;
            case "VP8" -> ZegoVideoCodecID.VP8;
            case "H265" -> ZegoVideoCodecID.H265;
            default -> ZegoVideoCodecID.UNKNOWN;
        };
    }

    private static MediaStats none() {
        return new MediaStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "");
    }
}
