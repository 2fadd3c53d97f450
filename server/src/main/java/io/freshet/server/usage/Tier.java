package io.freshet.server.usage;

import io.freshet.server.control.RoomOccurrence.Picture;
import java.util.Arrays;

/// What a second counts as. Video counts once, sound within it is included. By the number of
/// pixels, so that a portrait picture counts like a landscape one.
public enum Tier {
    /// No picture has come.
    AUDIO("audio", 0),
    UP_TO_360P("360p", 640 * 360),
    UP_TO_720P("720p", 1280 * 720),
    UP_TO_1080P("1080p", 1920 * 1080),
    ABOVE_1080P("above", Integer.MAX_VALUE),
    /// There is a picture, but its codec does not tell the server its size.
    UNKNOWN("unknown", 0);

    private final String wireName;
    private final int maxPixels;

    Tier(String wireName, int maxPixels) {
        this.wireName = wireName;
        this.maxPixels = maxPixels;
    }

    public String wireName() {
        return wireName;
    }

    static Tier of(Picture picture) {
        return switch (picture) {
            case Picture.None _ -> AUDIO;
            case Picture.OfUnknownSize _ -> UNKNOWN;
            case Picture.OfSize(int width, int height) -> ofPixels((long) width * height);
        };
    }

    private static Tier ofPixels(long pixels) {
        for (Tier tier : new Tier[] {UP_TO_360P, UP_TO_720P, UP_TO_1080P}) {
            if (pixels <= tier.maxPixels) {
                return tier;
            }
        }
        return ABOVE_1080P;
    }

    static Tier ofWireName(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.wireName.equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
