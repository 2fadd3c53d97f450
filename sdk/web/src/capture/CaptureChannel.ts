import type { ZegoAudioConfig, ZegoVideoConfig } from '../api/entities';
import { ZegoAudioChannel, type ZegoPublishChannel, ZegoVideoCodecID, ZegoVideoSourceType } from '../api/enums';
import type { DeviceError, Devices, MicrophoneRequest } from '../port/Devices';
import type { OutgoingMedia } from '../port/MediaEngine';
import * as codes from '../protocol/errorCodes';
import type { Problem } from '../protocol/identifiers';
import type { DeviceState } from '../protocol/ServerMessage';
import { TrackSource } from './TrackSource';

const CODECS: Partial<Record<ZegoVideoCodecID, string>> = {
  [ZegoVideoCodecID.Default]: 'H264',
  [ZegoVideoCodecID.VP8]: 'VP8',
  [ZegoVideoCodecID.H265]: 'H265',
};

/** What is told of a channel; about devices, each opening at most once. */
export interface CaptureListener {
  /** What is sent or shown, or what others are to know of camera and microphone, may be another. */
  onChanged(channel: ZegoPublishChannel): void;

  onCaptured(channel: ZegoPublishChannel, kind: 'audio' | 'video'): void;

  onFailed(channel: ZegoPublishChannel, device: CaptureDevice, error: DeviceError): void;
}

export type CaptureDevice = 'camera' | 'microphone' | 'screen';

/** One publish channel's sources. It captures while it is previewed or published. */
export class CaptureChannel {
  /** Shown in previews and given to the application; the same as long as the page lives, its tracks come and go. */
  readonly stream: MediaStream;

  private readonly video = new TrackSource(() => this.onVideo());
  private readonly audio = new TrackSource(() => this.onAudio());
  private videoSource = ZegoVideoSourceType.Camera;
  private config = videoConfigOf(640, 360, 15, 600);
  private soundConfig: ZegoAudioConfig = { bitrate: 48, channel: ZegoAudioChannel.Mono };

  /** What the application brings itself; it stands in for camera and screen. */
  private customVideo: MediaStreamTrack | undefined;

  private cameraId = '';
  private front = true;
  private cameraEnabled = true;
  private videoMuted = false;
  private audioMuted = false;
  private microphoneMuted = false;
  private audioDeviceEnabled = true;
  private previewing = false;
  private publishing = false;

  constructor(
    readonly channel: ZegoPublishChannel,
    private readonly devices: Devices,
    private readonly microphoneRequest: () => MicrophoneRequest,
    newStream: () => MediaStream,
    private readonly listener: CaptureListener,
  ) {
    this.stream = newStream();
  }

  get capturing(): boolean {
    return this.previewing || this.publishing;
  }

  get videoConfig(): ZegoVideoConfig {
    return { ...this.config };
  }

  get audioConfig(): ZegoAudioConfig {
    return { ...this.soundConfig };
  }

  /** Whether what is seen comes from a camera that looks at its user. */
  get facesUser(): boolean {
    return this.fromCamera && this.front;
  }

  setVideoConfig(config: ZegoVideoConfig): Problem {
    const sizes = [config.captureWidth, config.captureHeight, config.encodeWidth, config.encodeHeight];
    if (!sizes.every((size) => size > 0) || !(config.fps >= 1 && config.fps <= 120)) {
      return codes.COMMON_ILLEGAL_PARAM;
    }
    if (!(config.bitrate > 0)) {
      return codes.PUBLISHER_BITRATE_INVALID;
    }
    if (!CODECS[config.codecID]) {
      return codes.COMMON_SDK_NO_MODULE;
    }
    const captured = this.config;
    this.config = { ...config };
    const reopen =
      captured.captureWidth !== config.captureWidth ||
      captured.captureHeight !== config.captureHeight ||
      captured.fps !== config.fps;
    if (reopen && this.fromCamera) {
      this.reopenVideo();
    }
    this.listener.onChanged(this.channel);
    return undefined;
  }

  setAudioConfig(config: ZegoAudioConfig): Problem {
    if (!(config.bitrate > 0)) {
      return codes.PUBLISHER_BITRATE_INVALID;
    }
    if (config.channel === ZegoAudioChannel.Stereo) {
      return codes.COMMON_SDK_NO_MODULE;
    }
    this.soundConfig = { ...config };
    this.listener.onChanged(this.channel);
    return undefined;
  }

  setVideoSource(source: ZegoVideoSourceType): void {
    if (source !== this.videoSource) {
      this.videoSource = source;
      this.restart();
    }
  }

  /** @param track stays the application's: what is sent ends, the track does not; undefined for none */
  setCustomVideo(track: MediaStreamTrack | undefined): void {
    if (track !== this.customVideo) {
      this.customVideo = track;
      this.restart();
    }
  }

  useCamera(deviceId: string, front: boolean): void {
    this.cameraId = deviceId;
    this.front = front;
    if (this.fromCamera) {
      this.reopenVideo();
    }
  }

  /** The microphone, or how it is listened to, is another. */
  reopenAudio(): void {
    if (this.audio.wanted) {
      this.audio.stop();
      this.follow();
    }
  }

  enableCamera(enable: boolean): void {
    this.cameraEnabled = enable;
    this.follow();
  }

  muteVideo(mute: boolean): void {
    this.videoMuted = mute;
    this.listener.onChanged(this.channel);
  }

  muteAudio(mute: boolean): void {
    this.audioMuted = mute;
    this.silence();
  }

  muteMicrophone(mute: boolean): void {
    this.microphoneMuted = mute;
    this.silence();
  }

  enableAudioDevice(enable: boolean): void {
    this.audioDeviceEnabled = enable;
    this.follow();
  }

  setPreviewing(previewing: boolean): void {
    this.previewing = previewing;
    this.follow();
  }

  setPublishing(publishing: boolean): void {
    this.publishing = publishing;
    this.follow();
  }

  /** Until the devices are there or have failed. */
  async settled(): Promise<void> {
    await Promise.all([this.video.settled(), this.audio.settled()]);
  }

  /** Why nothing at all can be captured; undefined as long as there is something. */
  get failure(): DeviceError | undefined {
    const none = this.video.tracks.length === 0 && this.audio.tracks.length === 0;
    return none ? (this.video.failure ?? this.audio.failure) : undefined;
  }

  /** What others are to know of the camera: `disable` outranks `mute`, as nothing is captured then. */
  get camera(): DeviceState {
    if (!this.videoWanted) {
      return 'disable';
    }
    return this.video.failure?.state ?? (this.videoMuted ? 'mute' : 'open');
  }

  get microphone(): DeviceState {
    const noSound = this.sharesScreen && this.video.tracks.length === 1;
    if (!this.audioDeviceEnabled || noSound) {
      return 'disable';
    }
    return this.audio.failure?.state ?? (this.audioMuted || this.microphoneMuted ? 'mute' : 'open');
  }

  get outgoing(): OutgoingMedia {
    const { config } = this;
    return {
      audio: this.audioDeviceEnabled ? this.soundTrack : undefined,
      video: this.videoMuted ? undefined : this.video.tracks[0],
      encoding: {
        codec: CODECS[config.codecID] ?? 'H264',
        bitrateBps: config.bitrate * 1000,
        framesPerSecond: config.fps,
        shortSide: this.sharesScreen ? Infinity : Math.min(config.encodeWidth, config.encodeHeight),
        audioBitrateBps: this.soundConfig.bitrate * 1000,
        detail: this.sharesScreen,
      },
    };
  }

  private get fromCamera(): boolean {
    return !this.customVideo && this.videoSource === ZegoVideoSourceType.Camera;
  }

  private get sharesScreen(): boolean {
    return !this.customVideo && this.videoSource === ZegoVideoSourceType.ScreenCapture;
  }

  private get videoWanted(): boolean {
    return this.cameraEnabled && (!!this.customVideo || this.videoSource !== ZegoVideoSourceType.None);
  }

  private get soundTrack(): MediaStreamTrack | undefined {
    return this.sharesScreen ? this.video.tracks[1] : this.audio.tracks[0];
  }

  private restart(): void {
    this.video.stop();
    this.audio.stop();
    this.follow();
  }

  private reopenVideo(): void {
    if (this.video.wanted) {
      this.video.stop();
      this.follow();
    }
  }

  /** Opens what is wanted and not open, closes what is open and not wanted. */
  private follow(): void {
    const { capturing } = this;
    const video = capturing && this.videoWanted;
    const audio = capturing && this.audioDeviceEnabled && !this.sharesScreen;
    if (video && !this.video.wanted) {
      this.video.start(() => this.openVideo());
    } else if (!video && this.video.wanted) {
      this.video.stop();
    }
    if (audio && !this.audio.wanted) {
      this.audio.start(async () => [await this.devices.openMicrophone(this.microphoneRequest())]);
    } else if (!audio && this.audio.wanted) {
      this.audio.stop();
    }
    this.listener.onChanged(this.channel);
  }

  private async openVideo(): Promise<readonly MediaStreamTrack[]> {
    const { captureWidth: width, captureHeight: height, fps: framesPerSecond } = this.config;
    if (this.customVideo) {
      return [this.customVideo.clone()];
    }
    if (this.sharesScreen) {
      return this.devices.openScreen({ framesPerSecond, sound: true });
    }
    const { cameraId: deviceId, front } = this;
    return [await this.devices.openCamera({ deviceId, front, width, height, framesPerSecond })];
  }

  private onVideo(): void {
    this.onTracks(this.video, this.sharesScreen ? 'screen' : 'camera', 'video');
  }

  private onAudio(): void {
    this.onTracks(this.audio, 'microphone', 'audio');
  }

  private onTracks(source: TrackSource, device: CaptureDevice, kind: 'audio' | 'video'): void {
    const wanted = [...this.video.tracks, ...this.audio.tracks];
    for (const track of this.stream.getTracks()) {
      if (!wanted.includes(track)) {
        this.stream.removeTrack(track);
      }
    }
    for (const track of wanted) {
      if (!this.stream.getTracks().includes(track)) {
        this.stream.addTrack(track);
      }
    }
    if (source.failure) {
      this.listener.onFailed(this.channel, device, source.failure);
    } else if (source.tracks.length > 0) {
      this.listener.onCaptured(this.channel, kind);
    }
    this.silence();
  }

  /** Silence is sent, so that those who listen notice no gap. */
  private silence(): void {
    const sound = this.soundTrack;
    if (sound) {
      sound.enabled = !(this.audioMuted || this.microphoneMuted);
    }
    this.listener.onChanged(this.channel);
  }
}

export function videoConfigOf(width: number, height: number, fps: number, bitrate: number): ZegoVideoConfig {
  return {
    captureWidth: width,
    captureHeight: height,
    encodeWidth: width,
    encodeHeight: height,
    fps,
    bitrate,
    codecID: ZegoVideoCodecID.Default,
  };
}
