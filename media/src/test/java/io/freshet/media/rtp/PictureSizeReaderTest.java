package io.freshet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeReaderTest {
    private final PictureSizeReader reader = new PictureSizeReader();

    private String read(Codec codec, String hex) {
        ByteBuffer buffer = Hex.parse(hex);
        return reader.tryRead(codec, buffer, 0, buffer.limit())
                ? reader.width() + "x" + reader.height()
                : "unknown";
    }

    @ParameterizedTest(name = "{0} {3}")
    @CsvSource({
        "VP8, 10 500a00 9d012a 8002 6801, 640x360, 'keyframe'",
        "VP8, 90 80 9234 500a00 9d012a 0005 d002, 1280x720, 'behind a picture id'",
        "VP8, 10 500a00 9d012a 8042 68c1, 640x360, 'scaling bits are not size'",
        "VP8, 10 510a00 9d012a 8002 6801, unknown, 'delta frame'",
        "VP8, 00 500a00 9d012a 8002 6801, unknown, 'not the start of a frame'",
        "VP8, 10 500a00 9d012a 8002 68, unknown, 'cut'",
        "VP8, 10 500a00 9d012a 0000 6801, unknown, 'nothing wide'",
        "VP9, 0a 18 0780 0438 01 00, 1920x1080, 'scalability structure, one layer'",
        "VP9, aa 9234 00 00 58 0140 00b4 0280 0168 0500 02d0, 1280x720, 'three layers'",
        "VP9, 4a 18 0780 0438, unknown, 'inter-predicted'",
        "VP9, 08 00, unknown, 'no structure'",
        "VP9, 0a 08 01, unknown, 'structure without sizes'",
        "VP9, 0a 38 0780 0438, unknown, 'cut'",
        "H264, 67 64001e acd940a02ff9610000030001000003003c8f162d96, 640x360, 'high, cropped, with emulation prevention'",
        "H264, 67 42c01f da014016ec0440000003 0040, 1280x720, 'baseline'",
        "H264, 78 0004 68ce3c80 0010 6742c01fda014016ec04400000030040, 1280x720, 'second in a STAP-A'",
        "H264, 67 640028 acd940780227e5c0440000030004000003 00c83c60c658, 1920x1080, 'high, cropped from 1088'",
        "H264, 65 88, unknown, 'a picture without parameters'",
        "H264, 67 42, unknown, 'cut'",
        "H264, 67 42c01f, unknown, 'cut behind the level'",
        "H264, 78 00ff 6742, unknown, 'STAP-A that is cut'",
        "H265, 4201 01, unknown, 'not read'",
        "OPUS, fc 00, unknown, 'sound'",
    })
    void readsTheSizeOfTheKeyframe(Codec codec, String hex, String size, String why) {
        assertThat(read(codec, hex)).as(why).isEqualTo(size);
    }

    @Test
    void keepsTheFormerSizeWhenAPacketTellsNone() {
        read(Codec.VP8, "10 500a00 9d012a 8002 6801");
        read(Codec.VP8, "10 510a00");
        assertThat(reader.width()).isEqualTo(640);
        assertThat(reader.height()).isEqualTo(360);
    }

    @Test
    void readsAScalingMatrixAndPictureOrderCountsOfTypeOne() {
        // Written bit by bit, as the standard has it.
        Bits bits =
                new Bits()
                        .u(8, 100)
                        .u(8, 0)
                        .u(8, 40)
                        .ue(0) // id
                        .ue(1) // 4:2:0
                        .ue(0)
                        .ue(0)
                        .u(1, 0)
                        .u(1, 1); // scaling matrix
        for (int list = 0; list < 8; list++) {
            if (list == 1) {
                bits.u(1, 1).se(-8); // next scale 0: the rest follows the last
            } else if (list == 2) {
                bits.u(1, 1);
                for (int i = 0; i < 16; i++) {
                    bits.se(i % 2 == 0 ? 1 : -1);
                }
            } else {
                bits.u(1, 0);
            }
        }
        bits.ue(0)
                .ue(1) // pic_order_cnt_type
                .u(1, 0)
                .se(-3)
                .se(4)
                .ue(2)
                .se(1)
                .se(-1)
                .ue(1)
                .u(1, 0)
                .ue(44) // 45 macroblocks across: 720
                .ue(17) // 18 map units of fields: 576
                .u(1, 0) // fields
                .u(1, 0)
                .u(1, 1)
                .u(1, 1) // cropped
                .ue(4)
                .ue(4)
                .ue(0)
                .ue(1)
                .u(1, 0);
        ByteBuffer sps = bits.unit(0x67);

        assertThat(reader.tryRead(Codec.H264, sps, 0, sps.limit())).isTrue();
        assertThat(reader.width() + "x" + reader.height()).isEqualTo("704x572");
    }

    private static final class Bits {
        private final StringBuilder text = new StringBuilder();

        Bits u(int count, int value) {
            for (int i = count - 1; i >= 0; i--) {
                text.append((value >>> i) & 1);
            }
            return this;
        }

        Bits ue(int value) {
            int length = 32 - Integer.numberOfLeadingZeros(value + 1);
            return u(length - 1, 0).u(length, value + 1);
        }

        Bits se(int value) {
            return ue(value > 0 ? 2 * value - 1 : -2 * value);
        }

        /// With the stop bit and, where needed, emulation prevention.
        ByteBuffer unit(int header) {
            u(1, 1);
            while (text.length() % 8 != 0) {
                u(1, 0);
            }
            ByteBuffer out = ByteBuffer.allocate(1 + (text.length() / 8) * 2).put((byte) header);
            int zeros = 0;
            for (int i = 0; i < text.length(); i += 8) {
                int octet = Integer.parseInt(text.substring(i, i + 8), 2);
                if (zeros == 2 && octet <= 3) {
                    out.put((byte) 3);
                    zeros = 0;
                }
                out.put((byte) octet);
                zeros = octet == 0 ? zeros + 1 : 0;
            }
            return out.flip().slice();
        }
    }
}
