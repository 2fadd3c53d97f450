package io.freshet.sdk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import io.freshet.sdk.port.MediaStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
    private static final long S = 1_000_000_000L;

    private final Rates rates = new Rates();

    @Test
    void twoTotalsMakeARate() {
        rates.published(stats(100 * S, 1000, 10, 0, 30, 0));
        ZegoPublishStreamQuality quality = rates.published(stats(102 * S, 251_000, 110, 0, 90, 0));

        assertThat(quality.videoKBPS).isEqualTo(1000, within(1e-9));
        assertThat(quality.videoSendFPS).isEqualTo(30, within(1e-9));
        assertThat(quality.videoSendBytes).isEqualTo(251_000);
        assertThat(quality.rtt).isEqualTo(20);
        assertThat(quality.level).isEqualTo(ZegoStreamQualityLevel.EXCELLENT);
        assertThat(quality.videoCodecID).isEqualTo(ZegoVideoCodecID.VP8);
    }

    @Test
    void theFirstTotalsCountForThreeSeconds() {
        assertThat(rates.played(stats(55 * S, 0, 0, 0, 90, 0)).videoDecodeFPS)
                .isEqualTo(30, within(1e-9));
    }

    @Test
    void lossIsThatOfTheInterval() {
        rates.played(stats(S, 0, 1000, 500, 0, 0));
        ZegoPlayStreamQuality quality = rates.played(stats(4 * S, 0, 1090, 510, 0, 0));

        assertThat(quality.packetLostRate).isEqualTo(0.1, within(1e-9));
        assertThat(quality.level).isEqualTo(ZegoStreamQualityLevel.BAD);
    }

    @Test
    void stallsAreAShareOfTheIntervalAndAddUp() {
        rates.played(stats(S, 0, 0, 0, 0, 0.5));
        ZegoPlayStreamQuality quality = rates.played(stats(3 * S, 0, 0, 0, 0, 1.5));

        assertThat(quality.videoBreakRate).isEqualTo(0.5, within(1e-9));
        assertThat(quality.videoCumulativeBreakTime).isEqualTo(1500);
    }

    @Test
    void aNewSessionGoesOnTopOfTheFormer() {
        rates.played(stats(10 * S, 5000, 50, 0, 300, 1));
        rates.onNewSession();
        ZegoPlayStreamQuality quality = rates.played(stats(14 * S, 1000, 10, 0, 30, 0.25));

        assertThat(quality.videoDecodeFPS).isEqualTo(10, within(1e-9));
        assertThat(quality.totalRecvBytes).isEqualTo(6000);
        assertThat(quality.videoCumulativeBreakTime).isEqualTo(1250);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, EXCELLENT",
        "0.0099, 149, EXCELLENT",
        "0.01, 0, GOOD",
        "0, 150, GOOD",
        "0.05, 0, MEDIUM",
        "0, 300, MEDIUM",
        "0.1, 0, BAD",
        "0, 999, BAD",
        "0.3, 0, DIE",
        "0, 1000, DIE"
    })
    void theWorseOfLossAndRoundTripDecides(
            double loss, int roundTripMs, ZegoStreamQualityLevel level) {
        assertThat(Rates.level(loss, roundTripMs)).isEqualTo(level);
    }

    private static MediaStats stats(
            long atNs, long videoBytes, long packets, long lost, long frames, double freezeS) {
        return new MediaStats(
                atNs,
                videoBytes,
                0,
                packets,
                0,
                lost,
                0,
                frames,
                frames,
                frames,
                1,
                freezeS,
                20,
                40,
                640,
                360,
                "VP8");
    }
}
