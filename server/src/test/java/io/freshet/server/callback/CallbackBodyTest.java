package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.server.control.Moment;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.Picture;
import io.freshet.server.control.RoomOccurrence.PlayLife;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.control.RoomOccurrence.StreamLife;
import io.freshet.server.control.RoomOccurrence.Visit;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackBodyTest {
    private static final CallbackBody.Seal SEAL =
            new CallbackBody.Seal("secret", 1470820198, "123412");
    private static final String SIGNATURE = "5bd59fd62953a8059fb7eaba95720f66d19e4517";
    private static final RoomLife ROOM = new RoomLife(1234567890L, "r1", "9223372036854775807");
    private static final Moment THEN = new Moment(1_499_676_978_027L, 1);
    private static final Moment NOW = new Moment(1_499_676_989_909L, 2);
    private static final Visit VISIT = new Visit("u1", "Ümit \"u\"", 77, 4, true, THEN);
    private static final StreamLife STREAM =
            new StreamLife("s1", 88, "u1", "Ümit", false, "", "a+b %41", "VP8", THEN);

    @Test
    void signsAsTheVectorSays() {
        assertThat(CallbackSignature.of("secret", "1470820198", "123412")).isEqualTo(SIGNATURE);
    }

    @Test
    void sortsAsTextsAndNotAsNumbers() {
        assertThat(CallbackSignature.of("b", "10", "9"))
                .isEqualTo(CallbackSignature.of("9", "b", "10"))
                .isNotEqualTo(CallbackSignature.of("b", "1", "09"));
    }

    static Stream<Arguments> bodies() {
        String numbers =
                "\"appid\":1234567890,\"timestamp\":1470820198,\"nonce\":\"123412\",\"signature\":\""
                        + SIGNATURE
                        + "\",\"room_id\":\"r1\",\"room_session_id\":9223372036854775807,";
        String texts =
                "\"appid\":\"1234567890\",\"timestamp\":\"1470820198\",\"nonce\":\"123412\","
                        + "\"signature\":\""
                        + SIGNATURE
                        + "\",\"room_id\":\"r1\",";
        String visit =
                "\"room_name\":\"r1\",\"room_seq\":\"9223372036854775807\",\"user_account\":\"u1\","
                        + "\"user_nickname\":\"Ümit \\\"u\\\"\",\"session_id\":\"77\","
                        + "\"login_time\":\"1499676978027\",\"user_role\":\"1\",";
        String stream =
                "\"room_session_id\":\"9223372036854775807\",\"user_id\":\"u1\","
                        + "\"user_name\":\"Ümit\",\"channel_id\":\"r1\",\"stream_id\":\"s1\","
                        + "\"stream_alias\":\"s1\",\"stream_sid\":\"s-88\",\"stream_seq\":\"3\",";
        return Stream.of(
                Arguments.of(
                        new RoomOccurrence.RoomCreated(ROOM, "u1", THEN),
                        "{\"event\":\"room_create\","
                                + numbers
                                + "\"room_create_time\":\"1499676978027\",\"id_name\":\"u1\"}"),
                Arguments.of(
                        new RoomOccurrence.RoomClosed(
                                ROOM, EndReason.HEARTBEAT_TIMEOUT, false, NOW),
                        "{\"event\":\"room_close\","
                                + numbers
                                + "\"close_reason\":1,\"room_close_time\":\"1499676989909\"}"),
                Arguments.of(
                        new RoomOccurrence.UserLoggedIn(ROOM, VISIT, 5, THEN),
                        "{\"event\":\"room_login\","
                                + texts
                                + visit
                                + "\"auth_level\":\"4\",\"relogin\":\"1\",\"user_update_seq\":\"5\","
                                + "\"callback_data\":\"\",\"term_type\":\"\"}"),
                Arguments.of(
                        new RoomOccurrence.UserLoggedOut(
                                ROOM, VISIT, EndReason.REPEATED_LOGIN, 6, NOW),
                        "{\"event\":\"room_logout\","
                                + texts
                                + visit
                                + "\"logout_time\":\"1499676989909\",\"reason\":\"3\","
                                + "\"user_update_seq\":\"6\",\"callback_data\":\"\","
                                + "\"term_type\":\"\"}"),
                Arguments.of(
                        new RoomOccurrence.StreamCreated(ROOM, STREAM, 3, THEN),
                        "{\"event\":\"stream_create\","
                                + texts
                                + stream
                                + "\"title\":\"\",\"stream_attr\":\"{\\\"cid\\\":2}\","
                                + "\"create_time\":\"1499676978\","
                                + "\"create_time_ms\":\"1499676978027\","
                                + "\"extra_info\":\"a+b %41\",\"recreate\":\"0\","
                                + "\"publish_id\":\"u1\",\"publish_name\":\"Ümit\","
                                + "\"rtmp_url\":[],\"hls_url\":[],\"hdl_url\":[],\"pic_url\":[]}"),
                Arguments.of(
                        new RoomOccurrence.StreamClosed(
                                ROOM, STREAM, EndReason.DISCONNECTED, 3, NOW),
                        "{\"event\":\"stream_close\","
                                + texts
                                + stream
                                + "\"type\":\"4\",\"third_define_data\":\"a+b %41\","
                                + "\"create_time_ms\":\"1499676978027\","
                                + "\"destroy_timemillis\":\"1499676989909\"}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void writesWhatIsDocumented(RoomOccurrence occurrence, String json) {
        assertThat(CallbackBody.of(occurrence, SEAL)).isEqualTo(json);
        assertThat(json)
                .startsWith(
                        "{\"event\":\""
                                + CallbackBody.eventOf(occurrence).orElseThrow().wireName()
                                + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 0, 0, 0",
        "HEARTBEAT_TIMEOUT, 1, 1, 1",
        "DISCONNECTED, 2, 2, 4",
        "REPEATED_LOGIN, 3, 3, 2",
        "KICKED_OUT, 3, 3, 3",
        "TOKEN_EXPIRED, 3, 4, 3",
        "ROOM_CLEARED, 3, 3, 5",
        "BY_SERVER, 3, 3, 100",
    })
    void givesReasonsTheirNumbers(EndReason reason, int closed, int out, int stream) {
        assertThat(CallbackBody.of(new RoomOccurrence.RoomClosed(ROOM, reason, false, NOW), SEAL))
                .contains("\"close_reason\":" + closed + ",");
        assertThat(
                        CallbackBody.of(
                                new RoomOccurrence.UserLoggedOut(ROOM, VISIT, reason, 1, NOW),
                                SEAL))
                .contains("\"reason\":\"" + out + "\"");
        assertThat(
                        CallbackBody.of(
                                new RoomOccurrence.StreamClosed(ROOM, STREAM, reason, 1, NOW),
                                SEAL))
                .contains("\"type\":\"" + stream + "\"");
    }

    @Test
    void aQuietEndIsNobodysCallback() {
        assertThat(
                        CallbackBody.eventOf(
                                new RoomOccurrence.RoomClosed(
                                        ROOM, EndReason.KICKED_OUT, true, NOW)))
                .isEmpty();
    }

    @Test
    void theBackendsTitleComesBack() {
        var film = new StreamLife("film", 1, "u", "U", true, "Title", "", "", NOW);
        assertThat(CallbackBody.of(new RoomOccurrence.StreamCreated(ROOM, film, 1, NOW), SEAL))
                .contains("\"title\":\"Title\"", "\"stream_attr\":\"{}\"");
    }

    @Test
    void playsAreNobodysCallback() {
        var play =
                new RoomOccurrence.PlayStarted(
                        ROOM, new PlayLife(1, "u", "s"), 1, Picture.NONE, NOW);
        assertThat(CallbackBody.eventOf(play)).isEmpty();
        assertThatThrownBy(() -> CallbackBody.of(play, SEAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSealDoesNotShowItsSecret() {
        assertThat(SEAL.toString()).doesNotContain("secret");
    }

    @Test
    void formsOfTheBody() {
        String json = "{\"a\":\"x+y %41 ü&=\"}";
        assertThat(new String(CallbackTarget.Form.JSON.encode(json), StandardCharsets.UTF_8))
                .isEqualTo(json);
        String encoded =
                new String(CallbackTarget.Form.URLENCODED.encode(json), StandardCharsets.US_ASCII);
        assertThat(encoded).isEqualTo("%7B%22a%22%3A%22x%2By%20%2541%20%C3%BC%26%3D%22%7D");
        assertThat(java.net.URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://example.org/x",
                "file:///etc/passwd",
                "gopher://example.org",
                "http:///x",
                "http://user:pass@example.org/",
                "http://example.org/#f",
                "http://example.org:0/",
                "http://example.org:65536/",
                "http://exa mple.org/",
                "//example.org/",
                "example.org/x"
            })
    void refusesAddressesThatAreNoWebAddresses(String url) {
        assertThatThrownBy(() -> CallbackTarget.of(url, ""))
                .isInstanceOf(CallbackConfigException.class);
    }

    @Test
    void takesWebAddresses() throws Exception {
        assertThat(CallbackTarget.of("https://example.org:8443/cb?x=1", "").form())
                .isEqualTo(CallbackTarget.Form.URLENCODED);
        assertThat(CallbackTarget.of("http://[2001:db8::1]/cb", "JSON").form())
                .isEqualTo(CallbackTarget.Form.JSON);
        assertThatThrownBy(() -> CallbackTarget.of("http://example.org", "xml"))
                .isInstanceOf(CallbackConfigException.class);
    }
}
