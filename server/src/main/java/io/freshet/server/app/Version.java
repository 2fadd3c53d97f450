package io.freshet.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this build is.
final class Version {
    private Version() {}

    static String text() {
        try (var stream = Version.class.getResourceAsStream("version.properties")) {
            if (stream == null) {
                throw new IllegalStateException("version.properties is not in the build");
            }
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", "?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
