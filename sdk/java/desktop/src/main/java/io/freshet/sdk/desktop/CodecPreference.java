package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.RTCRtpCodecCapability;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// In which order the codecs stand in the offer: the server takes the first one it knows.
final class CodecPreference {
    private CodecPreference() {}

    /// H.264 first unless VP8 is asked for. webrtc-java encodes no H.265; asking for it gets H.264.
    /// Constrained baseline with packetization-mode 1 (RFC 6184 §8.1) comes before the other
    /// profiles, since every browser and phone decodes it. Redundancy formats are left out: the
    /// server repairs by retransmission.
    static List<RTCRtpCodecCapability> order(
            List<RTCRtpCodecCapability> codecs, ZegoVideoCodecID wanted) {
        String first = wanted == ZegoVideoCodecID.VP8 ? "vp8" : "h264";
        List<RTCRtpCodecCapability> ordered = new ArrayList<>();
        for (RTCRtpCodecCapability codec : codecs) {
            String name = name(codec);
            if (!name.equals("red") && !name.equals("ulpfec") && !name.startsWith("flexfec")) {
                ordered.add(codec);
            }
        }
        ordered.sort(
                Comparator.comparingInt(codec -> rank(name(codec), codec.getSDPFmtp(), first)));
        return ordered;
    }

    static int rank(String name, Map<String, String> parameters, String first) {
        if (name.equals("rtx")) {
            return 100;
        }
        int base = name.equals(first) ? 0 : 10;
        if (!name.equals("h264")) {
            return base;
        }
        boolean constrained = parameters.getOrDefault("profile-level-id", "").startsWith("42e0");
        boolean mode1 = "1".equals(parameters.get("packetization-mode"));
        return base + (constrained ? 0 : 2) + (mode1 ? 0 : 1);
    }

    private static String name(RTCRtpCodecCapability codec) {
        return codec.getName().toLowerCase(Locale.ROOT);
    }
}
