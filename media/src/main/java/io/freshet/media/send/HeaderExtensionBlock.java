package io.freshet.media.send;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.RtpHeaderWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The header extension block (RFC 8285 §4) that a packet gets for one set of negotiated ids. Built
/// once per packet and copied to each viewer that negotiated the same, which is nearly all of them.
/// A block serves one track's cache only.
///
/// The publisher's elements are kept under the viewer's ids. MID (RFC 9143 §15) is the viewer's.
/// What belongs to one hop (transport-wide number, send time) is never passed on: room is left for
/// the viewer's own where it was negotiated.
public final class HeaderExtensionBlock {
    /// The publisher's playout delay, if any, is passed on.
    public static final int NO_PLAYOUT_DELAY = -1;

    /// A block is never longer than what a cached packet may hold plus our own elements.
    public static final int MAX_BYTES = PacketCache.MAX_PACKET_BYTES + 512;

    private static final HeaderExtension[] EXTENSIONS = HeaderExtension.values();
    private static final int ABSENT = -1;

    private final HeaderExtensionMap ids;
    private final String mid;
    private final int playoutDelay;
    private final boolean hopFields;
    private final byte[] midBytes;
    private final ByteBuffer block = ByteBuffer.allocate(MAX_BYTES);

    private int length;
    private int transportCcOffset = ABSENT; // in the block
    private int absSendTimeOffset = ABSENT;
    private long builtSeqNo = ABSENT;
    private int builtGeneration;

    /// @param playoutDelay the extension's 24 bits (minimum, then maximum, in 10 ms), or
    ///   [#NO_PLAYOUT_DELAY]
    /// @param hopFields leave room for transport-wide number and send time. They make a packet that
    ///   is sent twice differ from itself, which must not happen under one SRTP index (RFC 7714
    ///   §8.1): only for tracks whose retransmissions have numbers of their own
    public HeaderExtensionBlock(
            HeaderExtensionMap ids, String mid, int playoutDelay, boolean hopFields) {
        this.ids = ids;
        this.mid = mid;
        this.playoutDelay = playoutDelay;
        this.hopFields = hopFields;
        byte[] ascii = mid.getBytes(StandardCharsets.US_ASCII);
        midBytes = ascii.length <= 255 ? ascii : new byte[0];
    }

    /// The block that these settings need is this one.
    public boolean matches(
            HeaderExtensionMap otherIds, String otherMid, int otherDelay, boolean otherHopFields) {
        return playoutDelay == otherDelay
                && hopFields == otherHopFields
                && mid.equals(otherMid)
                && ids.ids().equals(otherIds.ids());
    }

    /// Builds the block of the packet in this slot unless it is built already.
    public void build(PacketCache cache, int slot) {
        if (builtSeqNo == cache.seqNo(slot) && builtGeneration == cache.generation()) {
            return;
        }
        builtSeqNo = cache.seqNo(slot);
        builtGeneration = cache.generation();
        boolean twoByteForm = needsTwoByteForm(cache, slot);
        int start = RtpHeaderWriter.beginBlock(0);
        int end = writeOwnElements(start, twoByteForm);
        end = copyElements(cache, slot, end, twoByteForm);
        length = end == start ? 0 : RtpHeaderWriter.endBlock(block, 0, end, twoByteForm);
    }

    /// Bytes of the block, 0 when the packet has no extensions.
    public int length() {
        return length;
    }

    /// Copies the block behind the fixed header.
    ///
    /// @return the offset behind it
    public int copyTo(ByteBuffer out, int offset) {
        out.put(offset, block, 0, length);
        return offset + length;
    }

    /// Where in the block the 16 bit transport-wide number belongs, negative when nowhere.
    public int transportCcOffset() {
        return transportCcOffset;
    }

    /// Where in the block the 24 bit send time belongs, negative when nowhere.
    public int absSendTimeOffset() {
        return absSendTimeOffset;
    }

    private int writeOwnElements(int from, boolean twoByteForm) {
        int offset = from;
        if (midBytes.length > 0 && ids.has(HeaderExtension.MID)) {
            offset = head(offset, HeaderExtension.MID, midBytes.length, twoByteForm);
            block.put(offset, midBytes);
            offset += midBytes.length;
        }
        if (playoutDelay != NO_PLAYOUT_DELAY && ids.has(HeaderExtension.PLAYOUT_DELAY)) {
            offset = head(offset, HeaderExtension.PLAYOUT_DELAY, 3, twoByteForm);
            block.put(offset, (byte) (playoutDelay >>> 16));
            block.putShort(offset + 1, (short) playoutDelay);
            offset += 3;
        }
        transportCcOffset = ABSENT;
        if (hopFields && ids.has(HeaderExtension.TRANSPORT_CC)) {
            transportCcOffset = head(offset, HeaderExtension.TRANSPORT_CC, 2, twoByteForm);
            offset = transportCcOffset + 2;
        }
        absSendTimeOffset = ABSENT;
        if (hopFields && ids.has(HeaderExtension.ABS_SEND_TIME)) {
            absSendTimeOffset = head(offset, HeaderExtension.ABS_SEND_TIME, 3, twoByteForm);
            offset = absSendTimeOffset + 3;
        }
        return offset;
    }

    private int copyElements(PacketCache cache, int slot, int from, boolean twoByteForm) {
        ByteBuffer source = cache.bytes();
        int position = cache.extensionOffset(slot);
        int end = position + cache.extensionLength(slot);
        int offset = from;
        while (position < end) {
            HeaderExtension extension = EXTENSIONS[source.get(position)];
            int dataLength = source.get(position + 1) & 0xFF;
            if (isPassedOn(extension)) {
                offset = head(offset, extension, dataLength, twoByteForm);
                block.put(offset, source, position + 2, dataLength);
                offset += dataLength;
            }
            position += 2 + dataLength;
        }
        return offset;
    }

    private int head(int offset, HeaderExtension extension, int dataLength, boolean twoByteForm) {
        return RtpHeaderWriter.writeElementHead(
                block, offset, ids.id(extension), dataLength, twoByteForm);
    }

    private boolean isPassedOn(HeaderExtension extension) {
        return switch (extension) {
            case MID, TRANSPORT_CC, ABS_SEND_TIME -> false;
            case PLAYOUT_DELAY -> playoutDelay == NO_PLAYOUT_DELAY && ids.has(extension);
            default -> ids.has(extension);
        };
    }

    /// RFC 8285 §4.1.2: one form for the whole packet, so one element decides for all.
    private boolean needsTwoByteForm(PacketCache cache, int slot) {
        if (!fits(HeaderExtension.MID, Math.max(1, midBytes.length))
                || !fits(HeaderExtension.PLAYOUT_DELAY, 3)
                || !fits(HeaderExtension.TRANSPORT_CC, 2)
                || !fits(HeaderExtension.ABS_SEND_TIME, 3)) {
            return true;
        }
        ByteBuffer source = cache.bytes();
        int position = cache.extensionOffset(slot);
        int end = position + cache.extensionLength(slot);
        while (position < end) {
            HeaderExtension extension = EXTENSIONS[source.get(position)];
            int dataLength = source.get(position + 1) & 0xFF;
            if (isPassedOn(extension) && !fits(extension, dataLength)) {
                return true;
            }
            position += 2 + dataLength;
        }
        return false;
    }

    private boolean fits(HeaderExtension extension, int dataLength) {
        return !ids.has(extension)
                || RtpHeaderWriter.fitsOneByteForm(ids.id(extension), dataLength);
    }
}
