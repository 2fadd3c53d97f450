package io.freshet.server.control;

import io.freshet.protocol.message.DeviceState;

/// How the camera and the microphone behind a stream fare.
record Devices(DeviceState camera, DeviceState microphone) {
    static final Devices OPEN = new Devices(DeviceState.OPEN, DeviceState.OPEN);
}
