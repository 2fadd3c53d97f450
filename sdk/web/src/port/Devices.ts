import type { DeviceState } from '../protocol/ServerMessage';

/** Cameras, microphones and screens of this computer. */
export interface Devices {
  /** @throws DeviceError when there is none or it must not be used */
  openCamera(request: CameraRequest): Promise<MediaStreamTrack>;

  openMicrophone(request: MicrophoneRequest): Promise<MediaStreamTrack>;

  /** Lets the user choose a screen, window or tab. The second track is its sound, if the user shares it. */
  openScreen(request: ScreenRequest): Promise<readonly MediaStreamTrack[]>;

  list(): Promise<readonly MediaDeviceInfo[]>;
}

export interface CameraRequest {
  /** Empty for any. */
  readonly deviceId: string;
  readonly front: boolean;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

export interface MicrophoneRequest {
  readonly deviceId: string;
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly gainControl: boolean;
}

export interface ScreenRequest {
  readonly framesPerSecond: number;
  readonly sound: boolean;
}

/** Why a device cannot be used, as others in the room are told of it. */
export class DeviceError extends Error {
  constructor(
    readonly state: DeviceState,
    message: string,
  ) {
    super(message);
  }
}
