package io.freshet.media.dtls;

/// Makes the SRTP contexts of one session.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "unused"})
public final class SrtpContexts {
    private SrtpContexts() {}

    public static SrtpSender sender(SrtpKeys keys) {
        return sender(keys, SrtpConfig.DEFAULT, SrtpCipherProvider.jdk());
    }

    public static SrtpReceiver receiver(SrtpKeys keys) {
        return receiver(keys, SrtpConfig.DEFAULT, SrtpCipherProvider.jdk());
    }

    public static SrtpSender sender(SrtpKeys keys, SrtpConfig config, SrtpCipherProvider ciphers) {
        throw new UnsupportedOperationException();
    }

    public static SrtpReceiver receiver(
            SrtpKeys keys, SrtpConfig config, SrtpCipherProvider ciphers) {
        throw new UnsupportedOperationException();
    }
}
