package io.freshet.server.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// One file of a page, ready to be sent.
final class WebFile {
    private static final Map<String, String> CONTENT_TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png");

    private final byte[] content;
    private final byte[] compressed;
    private final String contentType;
    private final String etag;

    private WebFile(byte[] content, String contentType) {
        this.content = content;
        this.compressed = gzip(content);
        this.contentType = contentType;
        // Weak: the same for both encodings (RFC 9110 §8.8.1).
        this.etag = "W/\"" + digest(content) + '"';
    }

    /// @throws IllegalArgumentException for a kind of file that no page has yet
    static WebFile of(String name, byte[] content) {
        String type = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("what kind of file is " + name + "?");
        }
        return new WebFile(content, type);
    }

    byte[] content() {
        return content;
    }

    /// The content, compressed by gzip (RFC 1952).
    byte[] compressed() {
        return compressed;
    }

    boolean isSmallerCompressed() {
        return compressed.length < content.length;
    }

    String contentType() {
        return contentType;
    }

    String etag() {
        return etag;
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
