import type { ZegoVideoConfig } from '../api/entities';
import { ZegoPublishChannel, ZegoScenario, ZegoVideoConfigPreset } from '../api/enums';
import type { Devices, MicrophoneRequest } from '../port/Devices';
import { PUBLISHED_STREAMS_MAX_COUNT } from '../protocol/limits';
import { CaptureChannel, type CaptureListener, videoConfigOf } from './CaptureChannel';

const CHANNELS = Array.from({ length: PUBLISHED_STREAMS_MAX_COUNT }, (_, channel) => channel as ZegoPublishChannel);

/** Landscape, as on desktops; a phone held upright turns its pictures itself. */
const PRESETS: Record<ZegoVideoConfigPreset, readonly [width: number, height: number, kbps: number]> = {
  [ZegoVideoConfigPreset.Preset180P]: [320, 180, 300],
  [ZegoVideoConfigPreset.Preset270P]: [480, 270, 400],
  [ZegoVideoConfigPreset.Preset360P]: [640, 360, 600],
  [ZegoVideoConfigPreset.Preset540P]: [960, 540, 1200],
  [ZegoVideoConfigPreset.Preset720P]: [1280, 720, 1500],
  [ZegoVideoConfigPreset.Preset1080P]: [1920, 1080, 3000],
};

export function presetConfig(preset: ZegoVideoConfigPreset): ZegoVideoConfig | undefined {
  const size = PRESETS[preset] as (typeof PRESETS)[ZegoVideoConfigPreset] | undefined;
  return size && videoConfigOf(size[0], size[1], 15, size[2]);
}

/** The sources of all four publish channels. */
export class Capture {
  private readonly channels: readonly CaptureChannel[];
  private microphoneIsMuted = false;

  /** The same for all channels. */
  private microphone: MicrophoneRequest = {
    deviceId: '',
    echoCancellation: true,
    noiseSuppression: true,
    gainControl: true,
  };

  constructor(devices: Devices, newStream: () => MediaStream, listener: CaptureListener) {
    this.channels = CHANNELS.map(
      (channel) => new CaptureChannel(channel, devices, () => this.microphone, newStream, listener),
    );
  }

  of(channel: ZegoPublishChannel): CaptureChannel {
    const found = this.channels[channel];
    if (!found) {
      throw new RangeError(`no publish channel ${channel}`);
    }
    return found;
  }

  all(): readonly CaptureChannel[] {
    return this.channels;
  }

  /** What a scenario means for capturing; replaces earlier settings. */
  setScenario(scenario: ZegoScenario): void {
    const high = scenario === ZegoScenario.Broadcast || scenario === ZegoScenario.HighQualityVideoCall;
    const camera = ![
      ZegoScenario.StandardChatroom,
      ZegoScenario.HighQualityChatroom,
      ZegoScenario.Karaoke,
      ZegoScenario.StandardVoiceCall,
    ].includes(scenario);
    for (const channel of this.channels) {
      channel.setVideoConfig(high ? videoConfigOf(960, 540, 24, 1200) : videoConfigOf(640, 360, 15, 600));
      channel.enableCamera(camera);
    }
  }

  setMicrophone(change: Partial<MicrophoneRequest>): void {
    this.microphone = { ...this.microphone, ...change };
    this.channels.forEach((channel) => channel.reopenAudio());
  }

  get microphoneMuted(): boolean {
    return this.microphoneIsMuted;
  }

  muteMicrophone(mute: boolean): void {
    this.microphoneIsMuted = mute;
    this.channels.forEach((channel) => channel.muteMicrophone(mute));
  }

  /** Off, the microphone is let go of. */
  enableAudioDevice(enable: boolean): void {
    this.channels.forEach((channel) => channel.enableAudioDevice(enable));
  }

  /** Whether any channel is previewed or published. */
  get capturing(): boolean {
    return this.channels.some((channel) => channel.capturing);
  }
}
