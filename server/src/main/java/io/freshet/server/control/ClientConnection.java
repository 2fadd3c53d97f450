package io.freshet.server.control;

import io.freshet.protocol.message.ClientMessage;

/// One client's connection, from [ControlPlane#connect].
///
/// [#onMessage] and [#onClosed] must not be called at the same time; [#onWritable] may be called at
/// any time.
public interface ClientConnection {
    /// A request arrived. Its answer goes to the [ClientSink], mostly before this returns.
    void onMessage(ClientMessage message);

    /// The sink's queue was full and has emptied.
    void onWritable();

    /// The connection is over, for whatever reason. The login stays for the heartbeat timeout.
    void onClosed();
}
