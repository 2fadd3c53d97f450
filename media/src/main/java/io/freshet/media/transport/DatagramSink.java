package io.freshet.media.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Where datagrams for the network go. Single-threaded. A datagram is written in place: claim a
/// slot, fill it, commit it. What is committed is sent at the latest at the next [#flush()], so
/// that an implementation may send many with one call.
public interface DatagramSink {
    /// Room in every slot; larger datagrams are never sent.
    int SLOT_BYTES = 2048;

    /// The next slot: [#SLOT_BYTES] bytes of the returned buffer from its position on, to be
    /// written with absolute puts. Valid until [#commit]; claiming again without it gives the same
    /// slot. The buffer must be used big-endian, as it is.
    ByteBuffer claim();

    /// Sends the first `length` bytes of the claimed slot.
    void commit(int length, InetSocketAddress remote);

    /// Nothing more will be committed for now.
    void flush();
}
