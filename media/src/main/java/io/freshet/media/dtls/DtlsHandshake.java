package io.freshet.media.dtls;

import java.io.IOException;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;

/// One side of a handshake.
interface DtlsHandshake {
    /// Runs the whole handshake, blocking in `datagrams`.
    DTLSTransport run(DatagramTransport datagrams) throws IOException;

    /// After [#run] returned: the keys, the peer's certificate having been checked.
    SrtpKeys keys();
}
