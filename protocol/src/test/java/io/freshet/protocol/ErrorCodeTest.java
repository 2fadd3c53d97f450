package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @CsvSource({
        "0, COMMON_SUCCESS",
        "1000017, COMMON_ILLEGAL_PARAM",
        "1001005, ENGINE_APPSIGN_INCORRECT",
        "1002033, ROOM_ERROR_AUTHENTICATION_FAILED",
        "1002050, ROOM_KICKED_OUT",
        "1002078, ROOM_TOKEN_EXPIRE_ERROR",
        "1003010, PUBLISHER_ERROR_H265_ENCODER_NOT_SUPPORTED",
        "1003028, PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM",
        "1004072, PLAYER_NOT_CONFIG_L3",
        "1009001, IM_CONTENT_NULL",
        "1011012, CUSTOM_VIDEO_IO_INVALID_ACTIVE_D3D11_DEVICE",
        "1021007, AI_VOICE_CHANGER_DEVICE_NOT_SUPPORTED_ERROR",
    })
    void codesHaveTheNumbersOfTheExpressApi(int code, ErrorCode expected) {
        assertThat(ErrorCode.of(code)).contains(expected);
        assertThat(expected.code()).isEqualTo(code);
    }

    @Test
    void numbersThatAreNoCodeAreUnknown() {
        assertThat(ErrorCode.of(1)).isEmpty();
        assertThat(ErrorCode.of(-1)).isEmpty();
        assertThat(ErrorCode.of(1002003)).isEmpty();
        assertThat(ErrorCode.of(1022000)).isEmpty();
    }

    @Test
    void stand404CodesInTheOrderOfTheirNumbersAndEachOnce() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList())
                .hasSize(404)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasOneSentence(ErrorCode code) {
        if (code.isSuccess()) {
            assertThat(code.sentence()).isEmpty();
            return;
        }
        assertThat(code.sentence())
                .matches("[A-Za-z].{10,160}\\.")
                .doesNotContain("|") // it stands in a Markdown table
                .doesNotContain("  ");
        assertThat(ErrorCode.of(code.code())).contains(code);
    }
}
