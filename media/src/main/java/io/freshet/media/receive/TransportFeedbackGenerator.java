package io.freshet.media.receive;

import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.rtp.SeqNoUnwrapper;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Tells the publisher when each of its packets arrived, so that its congestion control can find
/// the path's capacity. draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1; an RTPFB packet of
/// RFC 4585 §6.2.
///
/// ```
/// |      base sequence number     |      packet status count      |
/// |                 reference time                | fb pkt. count |
/// |          packet chunk         |         packet chunk          |
/// |   recv delta  |  recv delta   |  ...                          |
/// ```
///
/// The reference time counts 64 ms, deltas count 250 µs: one byte when 0 to 255, else two, signed.
/// Arrivals are kept as whole ticks, so rounding does not add up. The last [#WINDOW] packets are
/// remembered: when one comes late, the report begins again at it.
public final class TransportFeedbackGenerator {
    public static final long NEVER = Long.MAX_VALUE;

    static final int WINDOW = 1024;

    private static final long NS_PER_TICK = 250_000;
    private static final long TICKS_PER_REFERENCE = 256; // 64 ms
    private static final long ABSENT = -1;

    /// A report is not made longer than this: two bytes of status and delta for each still fit.
    private static final int MAX_STATUS_COUNT = 400;

    /// So many arrivals are reported at once even before the interval is over.
    private static final int EARLY_REPORT_PACKETS = 200;

    private static final int NOT_RECEIVED = 0; // draft §3.1.1: packet status symbols
    private static final int SMALL_DELTA = 1;
    private static final int LARGE_DELTA = 2;

    private static final int MAX_RUN = 0x1FFF; // draft §3.1.3: run length chunk, 13 bits
    private static final int ONE_BIT_SYMBOLS = 14; // draft §3.1.4: status vector chunk
    private static final int TWO_BIT_SYMBOLS = 7;

    /// 20 bytes of headers, then at worst one two-byte chunk for seven packets and two bytes each.
    private static final int MAX_FEEDBACK_BYTES =
            20 + (MAX_STATUS_COUNT / TWO_BIT_SYMBOLS + 1) * 2 + MAX_STATUS_COUNT * 2 + 3;

    private final long intervalNs;
    private final SeqNoUnwrapper unwrapper = new SeqNoUnwrapper();
    private final long[] arrivalTicks = new long[WINDOW];
    private final byte[] symbols = new byte[MAX_STATUS_COUNT];

    private long highest = -1;
    private long nextToReport; // the oldest number the next report is about
    private int unreported; // arrivals since the last report
    private int feedbackCount;
    private long nextTimeoutNs = NEVER;

    public TransportFeedbackGenerator(long intervalNs) {
        this.intervalNs = intervalNs;
        Arrays.fill(arrivalTicks, ABSENT);
    }

    /// Takes the transport-wide number of each packet, duplicates and padding included.
    public void onPacket(int wireTransportSeqNo, long nowNs) {
        long seqNo = unwrapper.peek(wireTransportSeqNo);
        if (highest >= 0 && highest - seqNo >= WINDOW) {
            return; // too late to matter
        }
        unwrapper.unwrap(wireTransportSeqNo);
        if (highest < 0) {
            highest = seqNo - 1;
            nextToReport = seqNo;
        }
        if (seqNo - highest > WINDOW) {
            // The publisher skipped: what lies between was never sent or is beyond repair.
            nextToReport = seqNo;
            highest = seqNo - 1;
            Arrays.fill(arrivalTicks, ABSENT);
        }
        while (highest < seqNo) {
            highest++;
            arrivalTicks[slot(highest)] = ABSENT;
        }
        if (arrivalTicks[slot(seqNo)] != ABSENT) {
            return; // a duplicate: the first arrival counts
        }
        arrivalTicks[slot(seqNo)] = nowNs / NS_PER_TICK;
        nextToReport = Math.max(Math.min(nextToReport, seqNo), highest - WINDOW + 1);
        unreported++;
        if (unreported >= EARLY_REPORT_PACKETS) {
            nextTimeoutNs = nowNs;
        } else if (nextTimeoutNs == NEVER) {
            nextTimeoutNs = nowNs + intervalNs;
        }
    }

    public long nextTimeoutNs() {
        return nextTimeoutNs;
    }

    /// Writes one feedback packet about what has not been reported. There may be more: call until
    /// it returns false.
    ///
    /// @return false when there is nothing (more) to report or no room
    public boolean write(RtcpWriter out, int senderSsrc, int mediaSsrc) {
        if (highest < 0 || !out.hasRoomFor(MAX_FEEDBACK_BYTES)) {
            return false;
        }
        long firstArrival = nextToReport;
        while (firstArrival <= highest && arrivalTicks[slot(firstArrival)] == ABSENT) {
            firstArrival++;
        }
        if (firstArrival > highest) {
            return false;
        }
        // What is missing ahead of the first arrival is reported too, as far as there is room.
        long base = Math.max(nextToReport, firstArrival - MAX_STATUS_COUNT / 2);
        long reference = arrivalTicks[slot(firstArrival)] / TICKS_PER_REFERENCE;
        int count = chooseSymbols(base, reference * TICKS_PER_REFERENCE);
        ByteBuffer buffer = out.buffer();
        int offset = out.beginTransportFeedback(senderSsrc, mediaSsrc);
        buffer.putShort(offset, (short) base);
        buffer.putShort(offset + 2, (short) count);
        buffer.putInt(offset + 4, ((int) reference << 8) | (feedbackCount & 0xFF));
        feedbackCount++;
        int end = writeChunks(buffer, offset + 8, count);
        end = writeDeltas(buffer, end, base, count, reference * TICKS_PER_REFERENCE);
        out.endTransportFeedback(end);
        nextToReport = base + count;
        return true;
    }

    /// After the last [#write] of a turn: the next report is due an interval after the next packet.
    public void onReported() {
        unreported = 0;
        nextTimeoutNs = NEVER;
    }

    /// Fills `symbols` from `base` on and ends with the last arrival that can be expressed.
    private int chooseSymbols(long base, long referenceTicks) {
        long previous = referenceTicks;
        int count = 0;
        int upToLastArrival = 0;
        while (count < MAX_STATUS_COUNT && base + count <= highest) {
            long ticks = arrivalTicks[slot(base + count)];
            if (ticks == ABSENT) {
                symbols[count++] = NOT_RECEIVED;
                continue;
            }
            long delta = ticks - previous;
            if (delta != (short) delta) {
                break; // more than 8 s apart: another packet with a reference time of its own
            }
            symbols[count++] = (byte) (delta >= 0 && delta <= 255 ? SMALL_DELTA : LARGE_DELTA);
            previous = ticks;
            upToLastArrival = count;
        }
        return upToLastArrival;
    }

    private int writeChunks(ByteBuffer buffer, int from, int count) {
        int offset = from;
        int done = 0;
        while (done < count) {
            int run = runLength(done, count);
            int chunk;
            if (run >= ONE_BIT_SYMBOLS || run == count - done) {
                chunk = (symbols[done] << 13) | run;
                done += run;
            } else if (hasOnlySmall(done, Math.min(done + ONE_BIT_SYMBOLS, count))) {
                int end = Math.min(done + ONE_BIT_SYMBOLS, count);
                chunk = 0x8000;
                for (int i = done; i < end; i++) {
                    chunk |= symbols[i] << (13 - (i - done));
                }
                done = end;
            } else {
                int end = Math.min(done + TWO_BIT_SYMBOLS, count);
                chunk = 0xC000;
                for (int i = done; i < end; i++) {
                    chunk |= symbols[i] << (12 - 2 * (i - done));
                }
                done = end;
            }
            buffer.putShort(offset, (short) chunk);
            offset += 2;
        }
        return offset;
    }

    private int writeDeltas(
            ByteBuffer buffer, int from, long base, int count, long referenceTicks) {
        int offset = from;
        long previous = referenceTicks;
        for (int i = 0; i < count; i++) {
            if (symbols[i] == NOT_RECEIVED) {
                continue;
            }
            long ticks = arrivalTicks[slot(base + i)];
            if (symbols[i] == SMALL_DELTA) {
                buffer.put(offset, (byte) (ticks - previous));
                offset++;
            } else {
                buffer.putShort(offset, (short) (ticks - previous));
                offset += 2;
            }
            previous = ticks;
        }
        return offset;
    }

    private int runLength(int from, int count) {
        int end = from + 1;
        while (end < count && symbols[end] == symbols[from] && end - from < MAX_RUN) {
            end++;
        }
        return end - from;
    }

    private boolean hasOnlySmall(int from, int end) {
        for (int i = from; i < end; i++) {
            if (symbols[i] == LARGE_DELTA) {
                return false;
            }
        }
        return true;
    }

    private static int slot(long seqNo) {
        return (int) seqNo & (WINDOW - 1);
    }
}
