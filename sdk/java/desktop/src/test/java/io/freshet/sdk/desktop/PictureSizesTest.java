package io.freshet.sdk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import im.zego.zegoexpress.constants.ZegoViewMode;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizesTest {
    @ParameterizedTest
    @CsvSource({
        "1280,720, 1280,720, 1280,720",
        "1280,720, 720,1280, 1280,720",
        "1280,720, 360,640, 640,360",
        "720,1280, 640,360, 360,640",
        "640,480, 1280,720, 640,480",
        "1920,800, 1280,720, 1280,534",
        "1280,720, 0,0, 1280,720"
    })
    void encodesAtMostTheConfiguredSize(
            int width, int height, int configWidth, int configHeight, int toWidth, int toHeight) {
        assertThat(EncodeSize.of(width, height, configWidth, configHeight))
                .isEqualTo(new EncodeSize(toWidth, toHeight));
    }

    @ParameterizedTest
    @CsvSource({
        "ASPECT_FIT, 0,60, 640,360",
        "ASPECT_FILL, -106,0, 853,480",
        "SCALE_TO_FILL, 0,0, 640,480"
    })
    void fitsPicturesIntoViews(ZegoViewMode mode, int x, int y, int width, int height) {
        assertThat(PictureFit.of(mode, 1280, 720, 640, 480))
                .isEqualTo(new PictureFit(x, y, width, height));
    }

    @Test
    void opensTheCameraInTheNearestModeThatIsFastEnough() {
        ZegoVideoConfig config = new ZegoVideoConfig();
        config.setCaptureResolution(720, 1280);
        config.fps = 30;
        VideoCaptureCapability slow = new VideoCaptureCapability(1280, 720, 10);
        VideoCaptureCapability fast = new VideoCaptureCapability(1280, 800, 30);
        VideoCaptureCapability small = new VideoCaptureCapability(640, 480, 30);
        assertThat(Camera.closest(List.of(small, slow, fast), config)).isEqualTo(fast);
        assertThat(Camera.closest(List.of(), config))
                .isEqualTo(new VideoCaptureCapability(1280, 720, 30));
    }

    @Test
    void prefersConstrainedBaselineOfTheWantedCodec() {
        Map<String, String> constrained =
                Map.of("profile-level-id", "42e01f", "packetization-mode", "1");
        Map<String, String> baseline =
                Map.of("profile-level-id", "42001f", "packetization-mode", "1");
        Map<String, String> mode0 = Map.of("profile-level-id", "42e01f", "packetization-mode", "0");
        int best = CodecPreference.rank("h264", constrained, "h264");
        assertThat(best).isLessThan(CodecPreference.rank("h264", mode0, "h264"));
        assertThat(best).isLessThan(CodecPreference.rank("h264", baseline, "h264"));
        assertThat(CodecPreference.rank("h264", baseline, "h264"))
                .isLessThan(CodecPreference.rank("vp8", Map.of(), "h264"));
        assertThat(CodecPreference.rank("vp8", Map.of(), "vp8"))
                .isLessThan(CodecPreference.rank("h264", constrained, "vp8"));
        assertThat(CodecPreference.rank("av1", Map.of(), "vp8"))
                .isLessThan(CodecPreference.rank("rtx", Map.of(), "vp8"));
    }
}
