import {
  ZegoDeviceExceptionType,
  ZegoDeviceType,
  type ZegoPublishChannel,
  ZegoScreenCaptureExceptionType,
} from '../api/enums';
import type { CaptureDevice } from '../capture/CaptureChannel';
import type { DeviceError } from '../port/Devices';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { DEVICE_STATES, type DeviceState } from '../protocol/ServerMessage';
import type { AppEvents } from './AppEvents';

const CODES: Partial<Record<DeviceState, ErrorCode>> = {
  invalidId: codes.DEVICE_ERROR_TYPE_INVALID_ID,
  noAuthorization: codes.DEVICE_ERROR_TYPE_NO_AUTHORIZATION,
  inUseByOther: codes.DEVICE_ERROR_TYPE_IN_USE_BY_OTHER,
  unplugged: codes.DEVICE_ERROR_TYPE_UNPLUGGED,
  notSupport: codes.COMMON_UNSUPPORTED_PLATFORM,
};

const DEVICE_TYPES: Record<CaptureDevice, ZegoDeviceType> = {
  camera: ZegoDeviceType.Camera,
  microphone: ZegoDeviceType.Microphone,
  screen: ZegoDeviceType.Unknown,
};

/** Says what is wrong with devices in the API's terms. */
export class DeviceTelling {
  constructor(private readonly events: AppEvents) {}

  failed(channel: ZegoPublishChannel, device: CaptureDevice, error: DeviceError): void {
    const problem = deviceProblem(error);
    this.events.failed(`${device} of channel ${channel}`, problem);
    if (device === 'screen') {
      this.events.tell('screenCaptureExceptionOccurred', screenException(error.state));
    } else {
      this.exception(DEVICE_STATES.indexOf(error.state), DEVICE_TYPES[device]);
    }
  }

  /** The browser keeps sound back that the user has not asked for. */
  silenced(streamId: string): void {
    this.events.failed('startPlayingStream', {
      code: codes.DEVICE_ERROR_TYPE_NO_AUTHORIZATION.code,
      sentence: `The browser plays no sound before the user touches the page: ${streamId} is shown without until then.`,
    });
    this.exception(ZegoDeviceExceptionType.PermissionNotGranted, ZegoDeviceType.Speaker);
  }

  /** The two enums agree in what a page can meet. */
  private exception(state: number, device: ZegoDeviceType): void {
    const known =
      state in ZegoDeviceExceptionType ? (state as ZegoDeviceExceptionType) : ZegoDeviceExceptionType.Generic;
    this.events.tell('localDeviceExceptionOccurred', known, device, '');
  }
}

/** A code of the API with the browser's own words. */
export function deviceProblem(error: DeviceError): ErrorCode {
  const { code, sentence } = CODES[error.state] ?? codes.DEVICE_ERROR_TYPE_GENERIC;
  return { code, sentence: error.message ? `${sentence} (${error.message})` : sentence };
}

function screenException(state: DeviceState): ZegoScreenCaptureExceptionType {
  switch (state) {
    case 'noAuthorization':
      return ZegoScreenCaptureExceptionType.MediaProjectionPermissionDenied;
    case 'unplugged':
      return ZegoScreenCaptureExceptionType.ExceptionInterrupted;
    case 'notSupport':
      return ZegoScreenCaptureExceptionType.VideoNotSupported;
    default:
      return ZegoScreenCaptureExceptionType.SystemError;
  }
}
