package io.freshet.media.dtls;

/// Makes the SRTP contexts of one session: session keys are derived once, without a key derivation
/// rate (RFC 3711 §4.3.1).
public final class SrtpContexts {
    private SrtpContexts() {}

    public static SrtpSender sender(SrtpKeys keys) {
        return sender(keys, SrtpConfig.DEFAULT, SrtpCipherProvider.jdk());
    }

    public static SrtpReceiver receiver(SrtpKeys keys) {
        return receiver(keys, SrtpConfig.DEFAULT, SrtpCipherProvider.jdk());
    }

    public static SrtpSender sender(SrtpKeys keys, SrtpConfig config, SrtpCipherProvider ciphers) {
        return new SrtpSenderContext(
                transform(keys.profile(), keys.localKey(), keys.localSalt(), ciphers), config);
    }

    public static SrtpReceiver receiver(
            SrtpKeys keys, SrtpConfig config, SrtpCipherProvider ciphers) {
        return new SrtpReceiverContext(
                transform(keys.profile(), keys.remoteKey(), keys.remoteSalt(), ciphers), config);
    }

    private static SrtpTransform transform(
            SrtpProfile profile, byte[] masterKey, byte[] masterSalt, SrtpCipherProvider ciphers) {
        SrtpSessionKeys rtp = SrtpSessionKeys.ofRtp(profile, masterKey, masterSalt, ciphers);
        SrtpSessionKeys rtcp = SrtpSessionKeys.ofRtcp(profile, masterKey, masterSalt, ciphers);
        return switch (profile) {
            case AEAD_AES_128_GCM -> new GcmTransform(rtp, rtcp, ciphers);
            case AES_CM_128_HMAC_SHA1_80 -> new CounterModeTransform(rtp, rtcp, ciphers);
        };
    }
}
