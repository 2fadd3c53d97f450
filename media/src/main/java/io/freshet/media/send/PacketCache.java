package io.freshet.media.send;

import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The last packets of one track, shared by all its viewers: what they are sent from, and sent
/// again from (RFC 4585 §6.2.1). Holds the payload and the header facts that every viewer's header
/// is made of. The header extensions are kept as `ordinal, length, data`, free of anybody's ids.
///
/// Bounded twice: by bytes (a ring, the oldest packets are overwritten) and by [#SLOTS] packets.
/// The bytes stay as they are for a while after a packet is handed on, so a sender may gather
/// several packets before it sends them.
public final class PacketCache {
    public static final int SLOTS = 2048;

    /// Larger packets are refused.
    public static final int MAX_PACKET_BYTES = 2048;

    private static final long EMPTY = -1;

    private final ByteBuffer bytes;
    private final int capacity;

    private final long[] seqNos = new long[SLOTS];
    private final long[] positions = new long[SLOTS]; // in the endless stream of bytes written
    private final long[] arrivedNs = new long[SLOTS];
    private final int[] timestamps = new int[SLOTS];
    private final short[] extensionLengths = new short[SLOTS];
    private final short[] payloadLengths = new short[SLOTS];
    private final boolean[] markers = new boolean[SLOTS];

    private long written; // bytes ever written, wasted ends of the ring included
    private long highest = EMPTY;
    private int generation;

    /// @param capacityBytes rounded up to a few packets
    public PacketCache(int capacityBytes) {
        capacity = Math.max(capacityBytes, 4 * MAX_PACKET_BYTES);
        bytes = ByteBuffer.allocate(capacity);
        Arrays.fill(seqNos, EMPTY);
    }

    /// Copies a packet in.
    ///
    /// @param ids the publisher's extension ids; unknown elements are left out
    /// @return false when it is too large or older than everything here
    public boolean add(long seqNo, RtpPacket packet, HeaderExtensionMap ids, long nowNs) {
        int size = packet.payloadLength() + extensionBytes(packet, ids);
        if (size > MAX_PACKET_BYTES || (highest != EMPTY && highest - seqNo >= SLOTS)) {
            return false;
        }
        int room = capacity - (int) (written % capacity);
        if (room < size) {
            written += room; // a packet stays in one piece
        }
        int slot = slot(seqNo);
        int offset = (int) (written % capacity);
        seqNos[slot] = seqNo;
        positions[slot] = written;
        arrivedNs[slot] = nowNs;
        timestamps[slot] = packet.wireTimestamp();
        markers[slot] = packet.marker();
        int end = copyExtensions(packet, ids, offset);
        extensionLengths[slot] = (short) (end - offset);
        payloadLengths[slot] = (short) packet.payloadLength();
        bytes.put(end, packet.buffer(), packet.payloadOffset(), packet.payloadLength());
        written += size;
        highest = Math.max(highest, seqNo);
        return true;
    }

    private static int extensionBytes(RtpPacket packet, HeaderExtensionMap ids) {
        int size = 0;
        for (int i = 0; i < packet.extensionCount(); i++) {
            if (ids.ordinal(packet.extensionId(i)) >= 0) {
                size += 2 + packet.extensionLength(i);
            }
        }
        return size;
    }

    private int copyExtensions(RtpPacket packet, HeaderExtensionMap ids, int from) {
        int offset = from;
        for (int i = 0; i < packet.extensionCount(); i++) {
            int ordinal = ids.ordinal(packet.extensionId(i));
            if (ordinal < 0) {
                continue;
            }
            int length = packet.extensionLength(i);
            bytes.put(offset, (byte) ordinal);
            bytes.put(offset + 1, (byte) length);
            bytes.put(offset + 2, packet.buffer(), packet.extensionOffset(i), length);
            offset += 2 + length;
        }
        return offset;
    }

    /// The slot that holds this packet, -1 when it is not (any more) here. A slot is valid until
    /// the next [#add].
    public int find(long seqNo) {
        if (seqNo < 0) {
            return -1;
        }
        int slot = slot(seqNo);
        boolean intact = seqNos[slot] == seqNo && written - positions[slot] <= capacity;
        return intact ? slot : -1;
    }

    /// The highest number ever added, -1 before the first.
    public long highest() {
        return highest;
    }

    public void clear() {
        Arrays.fill(seqNos, EMPTY);
        highest = EMPTY;
        generation++;
    }

    /// Changes when the numbering begins anew.
    public int generation() {
        return generation;
    }

    public long seqNo(int slot) {
        return seqNos[slot];
    }

    public long arrivedNs(int slot) {
        return arrivedNs[slot];
    }

    public int wireTimestamp(int slot) {
        return timestamps[slot];
    }

    public boolean marker(int slot) {
        return markers[slot];
    }

    /// The buffer that the offsets refer to. Not to be written to.
    public ByteBuffer bytes() {
        return bytes;
    }

    public int extensionOffset(int slot) {
        return (int) (positions[slot] % capacity);
    }

    public int extensionLength(int slot) {
        return extensionLengths[slot];
    }

    public int payloadOffset(int slot) {
        return extensionOffset(slot) + extensionLengths[slot];
    }

    public int payloadLength(int slot) {
        return payloadLengths[slot];
    }

    private static int slot(long seqNo) {
        return (int) seqNo & (SLOTS - 1);
    }
}
