import {
  ZegoAudioDeviceType,
  ZegoDeviceExceptionType,
  ZegoDeviceType,
  type ZegoDeviceInfo,
  ZegoPublishChannel,
  ZegoPublisherState,
  type ZegoPublishStreamQuality,
} from 'freshet-web';
import { type Ref, ref, shallowRef } from 'vue';
import type { Engine } from '../session/Engine.ts';
import { type Problem, problemOf, problemOfError } from '../session/problem.ts';
import { type Quality, QUALITIES, videoConfigOf } from './quality.ts';

export type PublishPhase = 'off' | 'starting' | 'connecting' | 'live' | 'interrupted';

/** The sources of the picture and of the sound besides devices' ids; an empty id is the browser's choice. */
export const TEST_PICTURE = '#test';
export const NO_SOUND = '#none';

/** A picture of the page's own, made when it is wanted. */
export interface PictureSource {
  readonly track: MediaStreamTrack;
  end(): void;
}

export type NewPicture = (width: number, height: number, framesPerSecond: number) => PictureSource;

export interface Publishing {
  readonly phase: Ref<PublishPhase>;

  /** What is wrong with the stream, and with camera or microphone. */
  readonly problem: Ref<Problem | undefined>;
  readonly deviceProblem: Ref<Problem | undefined>;
  readonly previewing: Ref<boolean>;
  readonly camera: Ref<string>;
  readonly microphone: Ref<string>;
  readonly cameras: Ref<readonly ZegoDeviceInfo[]>;
  readonly microphones: Ref<readonly ZegoDeviceInfo[]>;
  readonly quality: Ref<Quality>;
  readonly cameraMuted: Ref<boolean>;
  readonly microphoneMuted: Ref<boolean>;
  readonly figures: Ref<ZegoPublishStreamQuality | undefined>;

  preview(element: HTMLVideoElement): Promise<void>;
  endPreview(): Promise<void>;
  publish(streamId: string, element: HTMLVideoElement): Promise<void>;
  stop(): Promise<void>;
  useCamera(id: string): Promise<void>;
  useMicrophone(id: string): Promise<void>;
  useQuality(quality: Quality): Promise<void>;
  muteCamera(muted: boolean): Promise<void>;
  muteMicrophone(muted: boolean): Promise<void>;
  end(): void;
}

const CHANNEL = ZegoPublishChannel.Main;

export function usePublishing(engine: Engine, newPicture: NewPicture): Publishing {
  const phase = ref<PublishPhase>('off');
  const problem = shallowRef<Problem>();
  const deviceProblem = shallowRef<Problem>();
  const previewing = ref(false);
  const camera = ref('');
  const microphone = ref('');
  const cameras = shallowRef<readonly ZegoDeviceInfo[]>([]);
  const microphones = shallowRef<readonly ZegoDeviceInfo[]>([]);
  const quality = ref<Quality>('720p');
  const cameraMuted = ref(false);
  const microphoneMuted = ref(false);
  const figures = shallowRef<ZegoPublishStreamQuality>();
  let picture: PictureSource | undefined;
  let published = '';
  let configured = false;

  engine.on('publisherStateUpdate', (streamId, state, code, extendedData) => {
    if (streamId !== published) {
      return;
    }
    problem.value = problemOf(code, extendedData);
    if (state === ZegoPublisherState.Publishing) {
      phase.value = 'live';
    } else if (state === ZegoPublisherState.PublishRequesting) {
      phase.value = code === 0 ? 'connecting' : 'interrupted';
    } else {
      phase.value = 'off';
      figures.value = undefined;
    }
  });
  engine.on('publisherQualityUpdate', (streamId, now) => {
    if (streamId === published) {
      figures.value = now;
    }
  });
  engine.on('debugError', (code, funcName, sentence) => {
    if (funcName === `camera of channel ${CHANNEL}` || funcName === `microphone of channel ${CHANNEL}`) {
      deviceProblem.value = { code, sentence };
    }
  });
  engine.on('localDeviceExceptionOccurred', (type, device) => {
    if (type === ZegoDeviceExceptionType.DeviceUnplugged && device !== ZegoDeviceType.Speaker) {
      void listDevices();
    }
  });
  engine.on('publisherCapturedVideoFirstFrame', () => void listDevices());
  engine.on('publisherCapturedAudioFirstFrame', () => void listDevices());

  /** Names are there once a device was allowed. */
  async function listDevices(): Promise<void> {
    try {
      cameras.value = (await engine.getVideoDeviceList()).filter(isNamed);
      microphones.value = (await engine.getAudioDeviceList(ZegoAudioDeviceType.Input)).filter(isNamed);
    } catch {
      // A page that is not secure has none; the page says so.
    }
  }

  async function configure(): Promise<void> {
    if (!configured) {
      configured = true;
      await engine.setVideoConfig(videoConfigOf(quality.value), CHANNEL);
    }
  }

  async function showPicture(): Promise<void> {
    const former = picture;
    const { width, height, fps } = QUALITIES[quality.value];
    picture = newPicture(width, height, fps);
    await engine.enableCustomVideoCapture(true, { track: picture.track }, CHANNEL);
    former?.end();
  }

  async function hidePicture(): Promise<void> {
    if (picture) {
      await engine.enableCustomVideoCapture(false, null, CHANNEL);
      picture.end();
      picture = undefined;
    }
  }

  async function useMicrophone(id: string): Promise<void> {
    microphone.value = id;
    deviceProblem.value = undefined;
    if (id !== NO_SOUND) {
      await engine.useAudioDevice(ZegoAudioDeviceType.Input, id);
    }
    await engine.enableAudioCaptureDevice(id !== NO_SOUND);
  }

  async function preview(element: HTMLVideoElement): Promise<void> {
    deviceProblem.value = undefined;
    await configure();
    await engine.startPreview(element, CHANNEL);
    previewing.value = true;
  }

  async function endPreview(): Promise<void> {
    await engine.stopPreview(CHANNEL);
    previewing.value = false;
  }

  return {
    phase,
    problem,
    deviceProblem,
    previewing,
    camera,
    microphone,
    cameras,
    microphones,
    quality,
    cameraMuted,
    microphoneMuted,
    figures,
    preview,
    endPreview,
    publish: async (streamId, element) => {
      published = streamId;
      problem.value = undefined;
      phase.value = 'starting';
      const shownBefore = previewing.value;
      try {
        await preview(element);
        await engine.startPublishingStream(streamId, CHANNEL);
      } catch (error) {
        problem.value = problemOfError(error);
        phase.value = 'off';
        if (!shownBefore) {
          await endPreview();
        }
      }
    },
    stop: async () => {
      await engine.stopPublishingStream(CHANNEL);
      phase.value = 'off';
      problem.value = undefined;
      figures.value = undefined;
    },
    useCamera: async (id) => {
      camera.value = id;
      deviceProblem.value = undefined;
      if (id === TEST_PICTURE) {
        await showPicture();
      } else {
        await engine.useVideoDevice(id, CHANNEL);
        await hidePicture();
      }
    },
    useMicrophone,
    useQuality: async (next) => {
      quality.value = next;
      configured = true;
      await engine.setVideoConfig(videoConfigOf(next), CHANNEL);
      if (picture) {
        await showPicture();
      }
    },
    muteCamera: async (muted) => {
      cameraMuted.value = muted;
      await engine.mutePublishStreamVideo(muted, CHANNEL);
    },
    muteMicrophone: async (muted) => {
      microphoneMuted.value = muted;
      await engine.muteMicrophone(muted);
    },
    end: () => picture?.end(),
  };
}

/** A kind that is not allowed yet is listed without ids. */
function isNamed({ deviceID }: ZegoDeviceInfo): boolean {
  return deviceID !== '';
}
