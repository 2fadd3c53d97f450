package io.freshet.media.transport;

/// One peer: ICE, DTLS, SRTP and either a published stream or a subscription.
final class PeerTransport {
    private PeerTransport() {}
}
