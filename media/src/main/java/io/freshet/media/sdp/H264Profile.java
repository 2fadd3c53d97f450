package io.freshet.media.sdp;

import java.util.Optional;

/// H.264 profiles as `profile-level-id` names them. RFC 6184 §8.1, table 5.
enum H264Profile {
    CONSTRAINED_BASELINE,
    BASELINE,
    MAIN,
    CONSTRAINED_HIGH,
    HIGH,
    HIGH_444;

    /// The profile of a `profile-level-id`. A missing one means what every WebRTC endpoint has:
    /// constrained baseline (RFC 7742 §6.2).
    static Optional<H264Profile> of(String profileLevelId) {
        if (profileLevelId.isEmpty()) {
            return Optional.of(CONSTRAINED_BASELINE);
        }
        if (profileLevelId.length() != 6) {
            return Optional.empty();
        }
        int bits;
        try {
            bits = Integer.parseInt(profileLevelId, 16);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        int constraints = (bits >> 8) & 0xff;
        boolean set0 = (constraints & 0x80) != 0;
        boolean set1 = (constraints & 0x40) != 0;
        return switch (bits >> 16) {
            case 0x42 -> Optional.of(set1 ? CONSTRAINED_BASELINE : BASELINE);
            case 0x4d -> Optional.of(set0 ? CONSTRAINED_BASELINE : MAIN);
            case 0x58 ->
                    set0 ? Optional.of(set1 ? CONSTRAINED_BASELINE : BASELINE) : Optional.empty();
            case 0x64 -> Optional.of((constraints & 0x0c) == 0x0c ? CONSTRAINED_HIGH : HIGH);
            case 0xf4 -> Optional.of(HIGH_444);
            default -> Optional.empty();
        };
    }

    /// Whether a decoder of this profile shows what an encoder of the other one makes. Baseline
    /// counts as constrained baseline: no real-time encoder uses what the latter lacks.
    boolean decodes(H264Profile other) {
        return switch (other) {
            case CONSTRAINED_BASELINE, BASELINE -> true;
            case MAIN -> this == MAIN || this == HIGH || this == HIGH_444;
            case CONSTRAINED_HIGH -> ordinal() >= CONSTRAINED_HIGH.ordinal();
            case HIGH -> this == HIGH || this == HIGH_444;
            case HIGH_444 -> this == HIGH_444;
        };
    }
}
