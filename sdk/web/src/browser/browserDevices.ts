import { type CameraRequest, DeviceError, type Devices, type MicrophoneRequest } from '../port/Devices';
import type { DeviceState } from '../protocol/ServerMessage';

/** What browsers call it, and what others are told. */
const STATES: Record<string, DeviceState> = {
  NotAllowedError: 'noAuthorization',
  SecurityError: 'noAuthorization',
  NotFoundError: 'invalidId',
  OverconstrainedError: 'invalidId',
  NotReadableError: 'inUseByOther',
  AbortError: 'inUseByOther',
  NotSupportedError: 'notSupport',
};

export const browserDevices: Devices = {
  openCamera: (request) => openUserMedia({ video: cameraConstraints(request) }),
  openMicrophone: (request) => openUserMedia({ audio: microphoneConstraints(request) }),
  openScreen: async ({ framesPerSecond, sound }) => {
    const devices = mediaDevices();
    if (!('getDisplayMedia' in devices)) {
      throw new DeviceError('notSupport', 'this browser shares no screens');
    }
    return guarded(async () => {
      const stream = await devices.getDisplayMedia({ video: { frameRate: framesPerSecond }, audio: sound });
      return [...stream.getVideoTracks(), ...stream.getAudioTracks()];
    });
  },
  list: async () => mediaDevices().enumerateDevices(),
};

function cameraConstraints({ deviceId, front, width, height, framesPerSecond }: CameraRequest): MediaTrackConstraints {
  return {
    ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: front ? 'user' : 'environment' }),
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: framesPerSecond },
  };
}

function microphoneConstraints(request: MicrophoneRequest): MediaTrackConstraints {
  return {
    ...(request.deviceId && { deviceId: { exact: request.deviceId } }),
    echoCancellation: request.echoCancellation,
    noiseSuppression: request.noiseSuppression,
    autoGainControl: request.gainControl,
  };
}

async function openUserMedia(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  const devices = mediaDevices();
  const track = await guarded(async () => (await devices.getUserMedia(constraints)).getTracks()[0]);
  if (!track) {
    throw new DeviceError('genericError', 'the device delivers nothing');
  }
  return track;
}

/** Outside a secure context there are none. */
function mediaDevices(): MediaDevices {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) {
    throw new DeviceError(
      'noAuthorization',
      'browsers give camera, microphone and screen only to pages opened by https:// or on localhost',
    );
  }
  return devices;
}

async function guarded<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new DeviceError(STATES[name] ?? 'genericError', message || name);
  }
}
