package io.freshet.sdk.engine;

/// The SDK's version; a test compares it with the build's.
public final class Version {
    public static final String NAME = "0.1.0";

    private Version() {}
}
