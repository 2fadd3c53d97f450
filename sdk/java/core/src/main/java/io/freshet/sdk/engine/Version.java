package io.freshet.sdk.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The SDK's version, as the build wrote it beside this class.
public final class Version {
    public static final String NAME = read();

    private Version() {}

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            // An app that was packed without its jars' resources must work all the same.
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
