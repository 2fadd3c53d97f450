package io.freshet.sdk.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the server is, and which of the places named it.
///
/// Looked for in this order: `advancedConfig` key `freshet_server` of `ZegoEngineConfig`, system
/// property `freshet.server`, environment variable `FRESHET_SERVER`, key `server` of the class path
/// resource `freshet.properties`; without any of them `ws://localhost:8080`. Accepted are
/// `ws://host:port`, `wss://`, `http://`, `https://` and a bare `host[:port]`; `/signal` is added.
///
/// @param signalling URI of the WebSocket
/// @param source the place that named it, for messages
public record ServerAddress(URI signalling, String source) {
    public static final String CONFIG_KEY = "freshet_server";
    public static final String PROPERTY = "freshet.server";
    public static final String VARIABLE = "FRESHET_SERVER";
    public static final String RESOURCE = "freshet.properties";
    public static final String RESOURCE_KEY = "server";
    static final String DEFAULT = "ws://localhost:8080";
    static final String PATH = "/signal";

    /// The places outside the app's own calls; each returns null for what it does not know.
    public record Places(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> variable,
            Function<String, @Nullable String> resource) {}

    /// Asks the places in order.
    ///
    /// @throws IllegalArgumentException with a sentence, when the first place found holds no usable
    ///   address
    public static ServerAddress find(Map<String, String> advancedConfig, Places places) {
        String configured = advancedConfig.get(CONFIG_KEY);
        if (configured != null && given(configured)) {
            return parse(configured, "advancedConfig " + CONFIG_KEY);
        }
        String property = places.property().apply(PROPERTY);
        if (property != null && given(property)) {
            return parse(property, "system property " + PROPERTY);
        }
        String variable = places.variable().apply(VARIABLE);
        if (variable != null && given(variable)) {
            return parse(variable, "environment variable " + VARIABLE);
        }
        String resource = places.resource().apply(RESOURCE_KEY);
        if (resource != null && given(resource)) {
            return parse(resource, "resource " + RESOURCE);
        }
        return parse(
                DEFAULT,
                "default; set "
                        + VARIABLE
                        + " or advancedConfig "
                        + CONFIG_KEY
                        + " to name another");
    }

    /// An address nothing listens at, for an engine whose configuration names no usable one.
    public static ServerAddress unusable() {
        return parse("ws://address-not-usable.invalid", "none"); // RFC 2606 §2
    }

    static ServerAddress parse(String text, String source) {
        String address = text.trim();
        try {
            URI uri = new URI(address.contains("://") ? address : "ws://" + address);
            String scheme = webSocketScheme(uri);
            if (scheme == null || uri.getHost() == null) {
                throw unusable(text, source);
            }
            if (uri.getRawQuery() != null
                    || uri.getRawFragment() != null
                    || uri.getRawUserInfo() != null) {
                throw unusable(text, source);
            }
            String path = uri.getPath();
            while (path.endsWith("/")) {
                path = path.substring(0, path.length() - 1);
            }
            if (!path.endsWith(PATH)) {
                path += PATH;
            }
            return new ServerAddress(
                    new URI(scheme, null, uri.getHost(), uri.getPort(), path, null, null), source);
        } catch (URISyntaxException e) {
            throw unusable(text, source);
        }
    }

    private static @Nullable String webSocketScheme(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "ws", "http" -> "ws";
            case "wss", "https" -> "wss";
            default -> null;
        };
    }

    private static boolean given(String value) {
        return !value.trim().isEmpty();
    }

    private static IllegalArgumentException unusable(String text, String source) {
        return new IllegalArgumentException(
                "\""
                        + text
                        + "\" ("
                        + source
                        + ") is no server address; write ws://host:8080, https://host or host:8080");
    }
}
