package io.freshet.protocol.message;

/// A published stream as the room sees it, with the state of the devices behind it.
public record RoomStream(
        String streamId,
        RoomUser user,
        String extraInfo,
        DeviceState camera,
        DeviceState microphone) {

    /// With both devices open, as long as nobody says otherwise.
    public RoomStream(String streamId, RoomUser user, String extraInfo) {
        this(streamId, user, extraInfo, DeviceState.OPEN, DeviceState.OPEN);
    }

    public RoomStream withExtraInfo(String newExtraInfo) {
        return new RoomStream(streamId, user, newExtraInfo, camera, microphone);
    }

    public RoomStream withDevices(DeviceState newCamera, DeviceState newMicrophone) {
        return new RoomStream(streamId, user, extraInfo, newCamera, newMicrophone);
    }
}
