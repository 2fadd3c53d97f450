package io.freshet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwrapperTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 127, 128, 129, 255, 256, 257, 511, 512, 1023, 1024, 4095, 4096, 32766, 32767,
                32768, 32769, 65533, 65534, 65535
            })
    void followsSequenceNumbersAcrossTheWrapFromAnyStart(int start) {
        SeqNoUnwrapper unwrapper = new SeqNoUnwrapper();
        long first = unwrapper.unwrap(start);
        for (int i = 1; i < 200_000; i += 997) {
            assertThat(unwrapper.unwrap((start + i) & 0xFFFF)).isEqualTo(first + i);
            assertThat(unwrapper.peek((start + i - 30_000) & 0xFFFF)).isEqualTo(first + i - 30_000);
            assertThat(unwrapper.highest()).isEqualTo(first + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32767, 32768, 65534, 65535})
    void placesALatePacketBelowTheFirst(int start) {
        SeqNoUnwrapper unwrapper = new SeqNoUnwrapper();
        long first = unwrapper.unwrap(start);
        assertThat(unwrapper.unwrap((start - 3) & 0xFFFF)).isEqualTo(first - 3).isPositive();
        assertThat(unwrapper.highest()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7FFF_FFFE, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, -2, -1})
    void followsTimestampsAcrossTheWrap(int start) {
        TimestampUnwrapper unwrapper = new TimestampUnwrapper();
        long first = unwrapper.unwrap(start);
        for (int i = 1; i < 50; i++) {
            long ahead = i * 100_000_000L;
            assertThat(unwrapper.unwrap((int) (start + ahead))).isEqualTo(first + ahead);
            assertThat(unwrapper.peek((int) (start + ahead - 5000)))
                    .isEqualTo(first + ahead - 5000);
        }
    }

    @Test
    void beginsAnewAfterReset() {
        SeqNoUnwrapper unwrapper = new SeqNoUnwrapper();
        unwrapper.unwrap(65535);
        unwrapper.unwrap(0);
        unwrapper.reset();
        assertThat(unwrapper.isStarted()).isFalse();
        assertThat(unwrapper.unwrap(7)).isEqualTo(65536 + 7);
    }
}
