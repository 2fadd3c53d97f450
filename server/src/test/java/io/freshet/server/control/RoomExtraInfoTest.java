package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What belongs to the room, and what to the devices behind its streams.
final class RoomExtraInfoTest {
    private final ControlHarness harness =
            new ControlHarness(
                    ControlHarness.withBounds(
                            new ControlConfig.Bounds(
                                    100, 10, 100, 5, 4, 20, 32, 1_000, 1_000, 10, 100)));
    private final TestClient anna = harness.greetedClient();
    private final TestClient ben = harness.greetedClient();

    private static Answer write(TestClient from, String key, String value) {
        return from.request(id -> new ClientMessage.SetRoomExtraInfo(id, "room", key, value));
    }

    private static Answer devices(
            TestClient from, String stream, DeviceState cam, DeviceState mic) {
        return from.request(
                id -> new ClientMessage.SetStreamDeviceStates(id, "room", stream, cam, mic));
    }

    @Test
    void everybodyIsToldAndTheNewcomerFindsIt() {
        anna.in("room", "anna");
        ben.in("room", "ben");
        assertThat(write(anna, "k", "v").code()).isZero();

        RoomExtraInfo info =
                new RoomExtraInfo(
                        "k", "v", new RoomUser("anna", "name of anna"), harness.clock.wallMs());
        assertThat(ben.events()).containsExactly(new RoomEvent.RoomExtraInfoChanged(3, info));
        assertThat(anna.events()).contains(new RoomEvent.RoomExtraInfoChanged(3, info));
        Answer.LoggedIn late = harness.greetedClient().in("room", "late");
        assertThat(((Answer.Snapshot) late.state()).roomExtraInfo()).containsExactly(info);
    }

    @Test
    void theFirstKeyStaysAndAnEmptyValueLeavesIt() {
        anna.in("room", "anna");
        write(anna, "k", "v");

        assertThat(write(anna, "other", "v").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_EXTRA_INFO_EXCEED_KEYS.code());
        assertThat(write(anna, "k", "").code()).isZero();
        assertThat(write(anna, "other", "v").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_EXTRA_INFO_EXCEED_KEYS.code());
        assertThat(anna.events()).hasSize(2);
    }

    @Test
    void keyAndValueAreChecked() {
        anna.in("room", "anna");

        assertThat(write(anna, "", "v").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_EMPTY.code());
        assertThat(write(anna, "k".repeat(11), "v").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_TOO_LONG.code());
        assertThat(write(anna, "k", "v".repeat(129)).code())
                .isEqualTo(ErrorCode.ROOM_ROOM_EXTRA_INFO_VALUE_TOO_LONG.code());
        assertThat(anna.events()).isEmpty();
        assertThat(write(anna, "k".repeat(10), "v".repeat(128)).code()).isZero();
    }

    @Test
    void itIsWrittenTenTimesASecondByThoseWhoAreThere() {
        assertThat(write(anna, "k", "v").code()).isEqualTo(ErrorCode.COMMON_NOT_LOGIN_ROOM.code());
        anna.in("room", "anna");
        ben.in("elsewhere", "ben");
        assertThat(write(ben, "k", "v").code()).isEqualTo(ErrorCode.ROOM_ROOMID_INCORRECT.code());
        for (int i = 0; i < 10; i++) {
            assertThat(write(anna, "k", "v").code()).isZero();
        }
        assertThat(write(anna, "k", "v").code())
                .isEqualTo(ErrorCode.ROOM_ROOM_CALL_API_TOO_FREQUENT.code());
        harness.pass(Duration.ofSeconds(1));
        assertThat(write(anna, "k", "v").code()).isZero();
        assertThat(anna.events()).hasSize(11);
    }

    @Test
    void aClientThatDoesNotKnowTheEventsIsSentNone() {
        TestClient old = harness.client().knowing().greeted();
        old.in("room", "old");
        anna.in("room", "anna");
        anna.publish("room", "s1");
        old.forget();
        write(anna, "k", "v");
        devices(anna, "s1", DeviceState.MUTE, DeviceState.OPEN);
        anna.stopPublishing("room", "s1");

        assertThat(old.events()).singleElement().isInstanceOf(RoomEvent.StreamRemoved.class);
    }

    @Test
    void deviceStatesAreToldWhenTheyChange() {
        anna.in("room", "anna");
        ben.in("room", "ben");
        anna.request(id ->
                new ClientMessage.Publish(
                        id, "room", "s1", "", "offer", DeviceState.DISABLE, DeviceState.OPEN));
        devices(anna, "s1", DeviceState.DISABLE, DeviceState.OPEN);
        devices(anna, "s1", DeviceState.DISABLE, DeviceState.MUTE);

        assertThat(ben.events()).hasSize(2);
        assertThat(((RoomEvent.StreamAdded) ben.events().getFirst()).stream().camera())
                .isEqualTo(DeviceState.DISABLE);
        RoomEvent.StreamDeviceStatesChanged change =
                (RoomEvent.StreamDeviceStatesChanged) ben.events().getLast();
        assertThat(change.stream().microphone()).isEqualTo(DeviceState.MUTE);
        assertThat(anna.events()).noneMatch(RoomEvent.StreamDeviceStatesChanged.class::isInstance);
        Answer.LoggedIn late = harness.greetedClient().in("room", "late");
        assertThat(((Answer.Snapshot) late.state()).streams()).containsExactly(change.stream());
    }

    @Test
    void aSecondPublishTellsOnlyWhatChanged() {
        anna.in("room", "anna");
        ben.in("room", "ben");
        anna.publish("room", "s1");
        ben.forget();
        anna.request(id ->
                new ClientMessage.Publish(
                        id, "room", "s1", "", "offer", DeviceState.OPEN, DeviceState.MUTE));

        assertThat(ben.events())
                .singleElement()
                .isInstanceOf(RoomEvent.StreamDeviceStatesChanged.class);
    }

    @Test
    void statesOfAStreamOneDoesNotPublishAreRefused() {
        anna.in("room", "anna");
        ben.in("room", "ben");
        anna.publish("room", "s1");

        assertThat(devices(ben, "s1", DeviceState.MUTE, DeviceState.MUTE).code())
                .isEqualTo(ErrorCode.COMMON_ENGINE_NOT_STARTED.code());
    }
}
