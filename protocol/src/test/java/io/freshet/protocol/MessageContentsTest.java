package io.freshet.protocol;

import static io.freshet.protocol.ErrorCode.COMMON_ILLEGAL_PARAM;
import static io.freshet.protocol.ErrorCode.COMMON_SUCCESS;
import static io.freshet.protocol.ErrorCode.IM_CONTENT_NULL;
import static io.freshet.protocol.ErrorCode.IM_CONTENT_TOO_LONG;
import static io.freshet.protocol.ErrorCode.IM_USER_ID_EMPTY;
import static io.freshet.protocol.ErrorCode.IM_USER_ID_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_EMPTY;
import static io.freshet.protocol.ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_USER_ID_INVALID_CHARACTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageContentsTest {

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(null, IM_CONTENT_NULL),
                Arguments.of("", IM_CONTENT_NULL),
                Arguments.of(" ", COMMON_SUCCESS),
                Arguments.of("\0\uD83C\n", COMMON_SUCCESS),
                Arguments.of("x".repeat(1024), COMMON_SUCCESS),
                Arguments.of("x".repeat(1025), IM_CONTENT_TOO_LONG),
                Arguments.of("好".repeat(341) + "x", COMMON_SUCCESS),
                Arguments.of("好".repeat(341) + "xx", IM_CONTENT_TOO_LONG),
                Arguments.of("🎬".repeat(256), COMMON_SUCCESS),
                Arguments.of("🎬".repeat(256) + "x", IM_CONTENT_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void checksMessagesAndCommands(String content, ErrorCode code) {
        assertThat(MessageContents.checkBroadcastMessage(content)).isEqualTo(code);
        assertThat(MessageContents.checkBarrageMessage(content)).isEqualTo(code);
        assertThat(MessageContents.checkCustomCommand(content)).isEqualTo(code);
    }

    static Stream<Arguments> transparentContents() {
        return Stream.of(
                Arguments.of(null, IM_CONTENT_NULL),
                Arguments.of("", IM_CONTENT_NULL),
                Arguments.of("AP8=", COMMON_SUCCESS),
                Arguments.of("AP8", COMMON_ILLEGAL_PARAM),
                Arguments.of("AP_-", COMMON_ILLEGAL_PARAM),
                Arguments.of("AP 8", COMMON_ILLEGAL_PARAM),
                Arguments.of("====", COMMON_ILLEGAL_PARAM),
                Arguments.of(base64(1), COMMON_SUCCESS),
                Arguments.of(base64(1023), COMMON_SUCCESS),
                Arguments.of(base64(1024), COMMON_SUCCESS),
                Arguments.of(base64(1025), IM_CONTENT_TOO_LONG),
                Arguments.of(base64(1026), IM_CONTENT_TOO_LONG),
                Arguments.of(base64(1027), IM_CONTENT_TOO_LONG),
                Arguments.of("!".repeat(2000), IM_CONTENT_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("transparentContents")
    void checksTransparentMessages(String content, ErrorCode code) {
        assertThat(MessageContents.checkTransparentContent(content)).isEqualTo(code);
    }

    static Stream<Arguments> transparentBytes() {
        return Stream.of(
                Arguments.of(null, IM_CONTENT_NULL),
                Arguments.of(new byte[0], IM_CONTENT_NULL),
                Arguments.of(new byte[1], COMMON_SUCCESS),
                Arguments.of(new byte[1024], COMMON_SUCCESS),
                Arguments.of(new byte[1025], IM_CONTENT_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("transparentBytes")
    void checksTransparentMessagesBeforeTheyAreEncoded(byte[] content, ErrorCode code) {
        assertThat(MessageContents.checkTransparentContent(content)).isEqualTo(code);
    }

    static Stream<Arguments> receivers() {
        return Stream.of(
                Arguments.of(List.of(), COMMON_SUCCESS),
                Arguments.of(List.of("u"), COMMON_SUCCESS),
                Arguments.of(List.of("u", ""), IM_USER_ID_EMPTY),
                Arguments.of(Collections.singletonList(null), IM_USER_ID_EMPTY),
                Arguments.of(List.of("u", "u".repeat(63)), COMMON_SUCCESS),
                Arguments.of(List.of("u".repeat(64)), IM_USER_ID_TOO_LONG),
                Arguments.of(List.of("u v"), ROOM_USER_ID_INVALID_CHARACTER),
                Arguments.of(List.of("", "u v"), IM_USER_ID_EMPTY),
                Arguments.of(Collections.nCopies(500, "u"), COMMON_SUCCESS),
                Arguments.of(Collections.nCopies(501, "u"), COMMON_ILLEGAL_PARAM));
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void checksReceivers(List<String> userIds, ErrorCode code) {
        assertThat(MessageContents.checkReceivers(userIds)).isEqualTo(code);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(null, ROOM_ROOM_EXTRA_INFO_KEY_EMPTY),
                Arguments.of("", ROOM_ROOM_EXTRA_INFO_KEY_EMPTY),
                Arguments.of("k", COMMON_SUCCESS),
                Arguments.of("k".repeat(10), COMMON_SUCCESS),
                Arguments.of("k".repeat(11), ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG),
                Arguments.of("好好好k", COMMON_SUCCESS),
                Arguments.of("好好好好", ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void checksKeysOfRoomExtraInfo(String key, ErrorCode code) {
        assertThat(MessageContents.checkRoomExtraInfoKey(key)).isEqualTo(code);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, COMMON_ILLEGAL_PARAM),
                Arguments.of("", COMMON_SUCCESS),
                Arguments.of("v".repeat(128), COMMON_SUCCESS),
                Arguments.of("v".repeat(129), ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG),
                Arguments.of("好".repeat(42) + "vv", COMMON_SUCCESS),
                Arguments.of("好".repeat(43), ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("values")
    void checksValuesOfRoomExtraInfo(String value, ErrorCode code) {
        assertThat(MessageContents.checkRoomExtraInfoValue(value)).isEqualTo(code);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(null, COMMON_ILLEGAL_PARAM),
                Arguments.of("", COMMON_SUCCESS),
                Arguments.of("r".repeat(256), COMMON_SUCCESS),
                Arguments.of("r".repeat(257), COMMON_ILLEGAL_PARAM),
                Arguments.of("规".repeat(85) + "r", COMMON_SUCCESS),
                Arguments.of("规".repeat(86), COMMON_ILLEGAL_PARAM));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void checksReasonsOfKicks(String reason, ErrorCode code) {
        assertThat(MessageContents.checkCustomReason(reason)).isEqualTo(code);
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
