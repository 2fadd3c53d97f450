package io.freshet.server.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where one event of one project goes, and in which form.
public record CallbackTarget(URI url, Form form) {
    private static final int MAX_URL_LENGTH = 1024;

    /// How the JSON travels in the request's body.
    public enum Form {
        /// Percent-encoded as a whole, as form data. The documented one.
        URLENCODED("application/x-www-form-urlencoded"),
        /// As it is.
        JSON("application/json; charset=utf-8");

        private final String contentType;

        Form(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }

        byte[] encode(String json) {
            String text = this == JSON ? json : URLEncoder.encode(json, StandardCharsets.UTF_8);
            return text.replace("+", this == JSON ? "+" : "%20").getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Checks an address that somebody typed.
    ///
    /// @throws CallbackConfigException with a sentence for the operator
    public static CallbackTarget of(String url, String form) throws CallbackConfigException {
        return new CallbackTarget(url(url), form(form));
    }

    private static URI url(String text) throws CallbackConfigException {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new CallbackConfigException("The URL cannot be read: " + e.getReason() + ".");
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new CallbackConfigException(
                    "The URL must begin with http:// or https:// and name a host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new CallbackConfigException("The URL must have no user and no fragment.");
        }
        if (text.length() > MAX_URL_LENGTH || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new CallbackConfigException(
                    "The URL must have at most 1024 characters and a port from 1 to 65535.");
        }
        return uri;
    }

    private static Form form(String text) throws CallbackConfigException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "urlencoded" -> Form.URLENCODED;
            case "json" -> Form.JSON;
            default ->
                    throw new CallbackConfigException(
                            "The form must be \"urlencoded\" or \"json\".");
        };
    }
}
