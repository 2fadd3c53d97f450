package io.freshet.media.transport;

/// Where a transport is in its life; the transitions are described at [PeerTransport].
public enum TransportState {
    NEW,
    CHECKING,
    CONNECTED,
    INTERRUPTED,
    ENDED
}
