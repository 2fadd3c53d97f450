package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpCipherProvider;
import io.freshet.media.dtls.SrtpConfig;
import io.freshet.media.ice.IceConfig;
import java.time.Duration;

/// Settings of one transport.
///
/// @param connectTimeout it ends when its peer is not connected by then
/// @param ice silence that interrupts and ends it
public record TransportConfig(
        Duration connectTimeout, IceConfig ice, SrtpConfig srtp, SrtpCipherProvider ciphers) {
    public TransportConfig {
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("connectTimeout " + connectTimeout);
        }
    }
}
