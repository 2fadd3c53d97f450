package io.freshet.sdk.desktop;

/// The size a picture is encoded in: its own when it fits the configured one, else shrunk to fit
/// with its proportions kept. Whether the configuration is upright or lying does not matter, since
/// its default is a phone's 360 by 640 and a desktop's pictures lie.
record EncodeSize(int width, int height) {
    static EncodeSize of(int width, int height, int configWidth, int configHeight) {
        int allowedLong = Math.max(configWidth, configHeight);
        int allowedShort = Math.min(configWidth, configHeight);
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) allowedLong / Math.max(width, height),
                                (double) allowedShort / Math.min(width, height)));
        if (allowedShort <= 0 || scale == 1) {
            return new EncodeSize(width, height);
        }
        return new EncodeSize(even(width * scale), even(height * scale));
    }

    /// Encoders want even sizes.
    private static int even(double size) {
        return Math.max(2, (int) Math.round(size / 2) * 2);
    }
}
