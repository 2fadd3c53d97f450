package io.freshet.protocol;

import static io.freshet.protocol.ErrorCode.COMMON_STREAM_ID_INVALID_CHARACTER;
import static io.freshet.protocol.ErrorCode.COMMON_STREAM_ID_NULL;
import static io.freshet.protocol.ErrorCode.COMMON_STREAM_ID_TOO_LONG;
import static io.freshet.protocol.ErrorCode.COMMON_SUCCESS;
import static io.freshet.protocol.ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE;
import static io.freshet.protocol.ErrorCode.ENGINE_APPID_ZERO;
import static io.freshet.protocol.ErrorCode.PUBLISHER_EXTRA_INFO_NULL;
import static io.freshet.protocol.ErrorCode.PUBLISHER_EXTRA_INFO_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_ROOMID_INVALID_CHARACTER;
import static io.freshet.protocol.ErrorCode.ROOM_ROOMID_NULL;
import static io.freshet.protocol.ErrorCode.ROOM_ROOMID_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_USER_ID_INVALID_CHARACTER;
import static io.freshet.protocol.ErrorCode.ROOM_USER_ID_NULL;
import static io.freshet.protocol.ErrorCode.ROOM_USER_ID_TOO_LONG;
import static io.freshet.protocol.ErrorCode.ROOM_USER_NAME_INVALID_CHARACTER;
import static io.freshet.protocol.ErrorCode.ROOM_USER_NAME_NULL;
import static io.freshet.protocol.ErrorCode.ROOM_USER_NAME_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final String PUNCTUATION = "~!@#$%^&*()_+=-;,.<>\\`'";

    static Stream<Arguments> roomIds() {
        return Stream.of(
                Arguments.of(null, ROOM_ROOMID_NULL),
                Arguments.of("", ROOM_ROOMID_NULL),
                Arguments.of("r", COMMON_SUCCESS),
                Arguments.of("azAZ09", COMMON_SUCCESS),
                Arguments.of(PUNCTUATION, COMMON_SUCCESS),
                Arguments.of("r".repeat(127), COMMON_SUCCESS),
                Arguments.of("r".repeat(128), ROOM_ROOMID_TOO_LONG),
                Arguments.of("房".repeat(43), ROOM_ROOMID_TOO_LONG),
                Arguments.of("房".repeat(42), ROOM_ROOMID_INVALID_CHARACTER),
                Arguments.of("a b", ROOM_ROOMID_INVALID_CHARACTER),
                Arguments.of("a\n", ROOM_ROOMID_INVALID_CHARACTER),
                Arguments.of("a\u0000", ROOM_ROOMID_INVALID_CHARACTER));
    }

    @ParameterizedTest
    @MethodSource("roomIds")
    void checksRoomIds(String roomId, ErrorCode code) {
        assertThat(Identifiers.checkRoomId(roomId)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "\"", ":", "?", "[", "]", "{", "|", "}", "’", "é", "\u007F"})
    void otherCharactersAreInNoRoomIdUserIdAndStreamId(String character) {
        String id = "a" + character;

        assertThat(Identifiers.checkRoomId(id)).isEqualTo(ROOM_ROOMID_INVALID_CHARACTER);
        assertThat(Identifiers.checkUserId(id)).isEqualTo(ROOM_USER_ID_INVALID_CHARACTER);
        assertThat(Identifiers.checkStreamId(id)).isEqualTo(COMMON_STREAM_ID_INVALID_CHARACTER);
    }

    static Stream<Arguments> userIds() {
        return Stream.of(
                Arguments.of(null, ROOM_USER_ID_NULL),
                Arguments.of("", ROOM_USER_ID_NULL),
                Arguments.of("azAZ09", COMMON_SUCCESS),
                Arguments.of(PUNCTUATION, COMMON_SUCCESS),
                Arguments.of("u".repeat(63), COMMON_SUCCESS),
                Arguments.of("u".repeat(64), ROOM_USER_ID_TOO_LONG),
                Arguments.of("é".repeat(32), ROOM_USER_ID_TOO_LONG),
                Arguments.of("é".repeat(31), ROOM_USER_ID_INVALID_CHARACTER),
                Arguments.of(" ", ROOM_USER_ID_INVALID_CHARACTER));
    }

    @ParameterizedTest
    @MethodSource("userIds")
    void checksUserIds(String userId, ErrorCode code) {
        assertThat(Identifiers.checkUserId(userId)).isEqualTo(code);
    }

    static Stream<Arguments> userNames() {
        return Stream.of(
                Arguments.of(null, ROOM_USER_NAME_NULL),
                Arguments.of("", COMMON_SUCCESS),
                Arguments.of("张三 🎬 / \"x\" | [é]", COMMON_SUCCESS),
                Arguments.of("n".repeat(255), COMMON_SUCCESS),
                Arguments.of("n".repeat(256), ROOM_USER_NAME_TOO_LONG),
                Arguments.of("三".repeat(85), COMMON_SUCCESS),
                Arguments.of("三".repeat(85) + "n", ROOM_USER_NAME_TOO_LONG),
                Arguments.of("🎬".repeat(63) + "123", COMMON_SUCCESS),
                Arguments.of("🎬".repeat(64), ROOM_USER_NAME_TOO_LONG),
                Arguments.of("a\tb", ROOM_USER_NAME_INVALID_CHARACTER),
                Arguments.of("a\u007F", ROOM_USER_NAME_INVALID_CHARACTER),
                Arguments.of("a\u0085", ROOM_USER_NAME_INVALID_CHARACTER),
                Arguments.of("a\uD83C", ROOM_USER_NAME_INVALID_CHARACTER),
                Arguments.of("\uDFACa", ROOM_USER_NAME_INVALID_CHARACTER));
    }

    @ParameterizedTest
    @MethodSource("userNames")
    void checksUserNames(String userName, ErrorCode code) {
        assertThat(Identifiers.checkUserName(userName)).isEqualTo(code);
    }

    static Stream<Arguments> streamIds() {
        return Stream.of(
                Arguments.of(null, COMMON_STREAM_ID_NULL),
                Arguments.of("", COMMON_STREAM_ID_NULL),
                Arguments.of("azAZ09-_", COMMON_SUCCESS),
                Arguments.of("s".repeat(255), COMMON_SUCCESS),
                Arguments.of("s".repeat(256), COMMON_STREAM_ID_TOO_LONG),
                Arguments.of("流".repeat(86), COMMON_STREAM_ID_TOO_LONG),
                Arguments.of("s.t", COMMON_STREAM_ID_INVALID_CHARACTER),
                Arguments.of("s t", COMMON_STREAM_ID_INVALID_CHARACTER),
                Arguments.of("~", COMMON_STREAM_ID_INVALID_CHARACTER));
    }

    @ParameterizedTest
    @MethodSource("streamIds")
    void checksStreamIds(String streamId, ErrorCode code) {
        assertThat(Identifiers.checkStreamId(streamId)).isEqualTo(code);
    }

    static Stream<Arguments> extraInfos() {
        return Stream.of(
                Arguments.of(null, PUBLISHER_EXTRA_INFO_NULL),
                Arguments.of("", COMMON_SUCCESS),
                Arguments.of("line\n\0\uD83C", COMMON_SUCCESS),
                Arguments.of("x".repeat(1023), COMMON_SUCCESS),
                Arguments.of("x".repeat(1024), PUBLISHER_EXTRA_INFO_TOO_LONG),
                Arguments.of("好".repeat(341), COMMON_SUCCESS),
                Arguments.of("好".repeat(341) + "x", PUBLISHER_EXTRA_INFO_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("extraInfos")
    void checksStreamExtraInfos(String extraInfo, ErrorCode code) {
        assertThat(Identifiers.checkStreamExtraInfo(extraInfo)).isEqualTo(code);
    }

    static Stream<Arguments> appIds() {
        return Stream.of(
                Arguments.of(0, ENGINE_APPID_ZERO),
                Arguments.of(1, COMMON_SUCCESS),
                Arguments.of(4294967295L, COMMON_SUCCESS),
                Arguments.of(4294967296L, ENGINE_APPID_INCORRECT_OR_NOT_ONLINE),
                Arguments.of(-1, ENGINE_APPID_INCORRECT_OR_NOT_ONLINE));
    }

    @ParameterizedTest
    @MethodSource("appIds")
    void checksAppIds(long appId, ErrorCode code) {
        assertThat(Identifiers.checkAppId(appId)).isEqualTo(code);
    }

    @Test
    void countsBytesAsTheEncoderMakesThem() {
        int[] edges = {0, 1, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
        for (int first : edges) {
            for (int second : edges) {
                String text = Character.toString(first) + Character.toString(second);
                assertThat(Identifiers.utf8Length(text))
                        .as("U+%X U+%X", first, second)
                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C", "\uDFAC", "\uDFAC\uD83C", "a\uD83Cb"})
    void countsAnUnpairedSurrogateAsTheReplacementCharacter(String text) {
        assertThat(Identifiers.utf8Length(text))
                .isEqualTo(
                        Identifiers.utf8Length(
                                text.replace('\uD83C', '\uFFFD').replace('\uDFAC', '\uFFFD')));
    }
}
