package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import io.freshet.sdk.port.MediaStats;
import java.util.Map;

/// Condenses libwebrtc's statistics of one connection (W3C webrtc-stats names).
final class StatsReader {
    private final Map<String, RTCStats> all;
    private long videoBytes;
    private long audioBytes;
    private long videoPackets;
    private long audioPackets;
    private long videoLost;
    private long audioLost;
    private long framesCaptured;
    private long framesCoded;
    private long framesTransferred;
    private long freezes;
    private double freezeSeconds;
    private double roundTripMs = -1;
    private double jitterBufferMs;
    private int width;
    private int height;
    private String codec = "";

    private StatsReader(Map<String, RTCStats> all) {
        this.all = all;
    }

    static MediaStats read(RTCStatsReport report, long nowNs) {
        return read(report.getStats(), nowNs);
    }

    static MediaStats read(Map<String, RTCStats> stats, long nowNs) {
        StatsReader reader = new StatsReader(stats);
        for (RTCStats entry : stats.values()) {
            reader.add(entry.getType(), entry.getAttributes());
        }
        return reader.result(nowNs);
    }

    private void add(RTCStatsType type, Map<String, Object> values) {
        if (type == RTCStatsType.INBOUND_RTP) {
            addInbound(values);
        } else if (type == RTCStatsType.OUTBOUND_RTP) {
            addOutbound(values);
        } else if (type == RTCStatsType.REMOTE_INBOUND_RTP) {
            addLossAtReceiver(values);
        } else if (type == RTCStatsType.MEDIA_SOURCE) {
            framesCaptured += count(values, "frames");
        } else if (type == RTCStatsType.CANDIDATE_PAIR
                && Boolean.TRUE.equals(values.get("nominated"))
                && values.containsKey("currentRoundTripTime")) {
            roundTripMs = 1000 * number(values, "currentRoundTripTime");
        }
    }

    private void addInbound(Map<String, Object> values) {
        if (!isVideo(values)) {
            audioBytes += count(values, "bytesReceived");
            audioPackets += count(values, "packetsReceived");
            audioLost += count(values, "packetsLost");
            return;
        }
        videoBytes += count(values, "bytesReceived");
        videoPackets += count(values, "packetsReceived");
        videoLost += count(values, "packetsLost");
        framesCoded += count(values, "framesDecoded");
        framesTransferred += count(values, "framesReceived");
        freezes += count(values, "freezeCount");
        freezeSeconds += number(values, "totalFreezesDuration");
        double emitted = number(values, "jitterBufferEmittedCount");
        if (emitted > 0) {
            jitterBufferMs = 1000 * number(values, "jitterBufferDelay") / emitted;
        }
        picture(values);
    }

    private void addOutbound(Map<String, Object> values) {
        if (!isVideo(values)) {
            audioBytes += count(values, "bytesSent");
            audioPackets += count(values, "packetsSent");
            return;
        }
        videoBytes += count(values, "bytesSent");
        videoPackets += count(values, "packetsSent");
        framesCoded += count(values, "framesEncoded");
        framesTransferred += count(values, "framesSent");
        picture(values);
    }

    private void addLossAtReceiver(Map<String, Object> values) {
        if (isVideo(values)) {
            videoLost += count(values, "packetsLost");
        } else {
            audioLost += count(values, "packetsLost");
        }
    }

    private void picture(Map<String, Object> values) {
        width = (int) count(values, "frameWidth");
        height = (int) count(values, "frameHeight");
        String codecId = String.valueOf(values.get("codecId"));
        RTCStats entry = all.get(codecId);
        if (entry != null && entry.getAttributes().get("mimeType") instanceof String mimeType) {
            codec = mimeType.substring(mimeType.indexOf('/') + 1);
        }
    }

    private static boolean isVideo(Map<String, Object> values) {
        return "video".equals(values.get("kind"));
    }

    private static long count(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number value ? value.longValue() : 0;
    }

    private static double number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number value ? value.doubleValue() : 0;
    }

    private MediaStats result(long nowNs) {
        return new MediaStats(
                nowNs,
                videoBytes,
                audioBytes,
                videoPackets,
                audioPackets,
                videoLost,
                audioLost,
                framesCaptured,
                framesCoded,
                framesTransferred,
                freezes,
                freezeSeconds,
                roundTripMs,
                jitterBufferMs,
                width,
                height,
                codec);
    }
}
