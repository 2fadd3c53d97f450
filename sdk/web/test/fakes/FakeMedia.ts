import { type DeviceError, type Devices } from '../../src/port/Devices';
import type { MediaEngine, OutgoingMedia, PlayOptions, PublishSession } from '../../src/port/MediaEngine';
import type { MediaSessionListener } from '../../src/port/MediaSession';
import { type MediaStats, NO_STATS } from '../../src/port/MediaStats';
import type { ViewOptions, Views } from '../../src/port/Views';

/** A track that can end as devices do. */
export class FakeTrack extends EventTarget {
  enabled = true;
  readyState: 'live' | 'ended' = 'live';
  readonly clones: FakeTrack[] = [];

  constructor(readonly kind: 'audio' | 'video') {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  clone(): FakeTrack {
    const copy = new FakeTrack(this.kind);
    this.clones.push(copy);
    return copy;
  }

  /** The device goes away by itself. */
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  get real(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
}

export function newFakeStream(): MediaStream {
  const tracks = new Set<MediaStreamTrack>();
  const stream = {
    getTracks: () => [...tracks],
    addTrack: (track: MediaStreamTrack) => tracks.add(track),
    removeTrack: (track: MediaStreamTrack) => tracks.delete(track),
  };
  return stream as unknown as MediaStream;
}

/** One peer connection of the fake engine. */
export class FakeSession implements PublishSession {
  closed = false;
  answer = '';
  stats: MediaStats = NO_STATS;
  readonly replaced: OutgoingMedia[] = [];

  constructor(
    readonly listener: MediaSessionListener,
    private readonly engine: FakeMedia,
    readonly media?: OutgoingMedia,
    private readonly options?: PlayOptions,
  ) {
    queueMicrotask(() => {
      if (!this.closed) {
        listener.onOffer('the offer');
      }
    });
  }

  get resourceMode(): string | undefined {
    return this.options?.resourceMode;
  }

  acceptAnswer(sdp: string): void {
    this.answer = sdp;
    this.options?.onTracks([new FakeTrack('audio').real, new FakeTrack('video').real]);
    if (this.engine.connects) {
      queueMicrotask(() => {
        if (!this.closed) {
          this.listener.onConnected();
        }
      });
    }
  }

  collectStats(consumer: (stats: MediaStats) => void): void {
    consumer(this.stats);
  }

  replace(media: OutgoingMedia): void {
    this.replaced.push(media);
  }

  close(): void {
    this.closed = true;
  }
}

/** Peer connections that connect as soon as they are answered. */
export class FakeMedia implements MediaEngine {
  connects = true;
  readonly published: FakeSession[] = [];
  readonly played: FakeSession[] = [];

  publish(media: OutgoingMedia, listener: MediaSessionListener): PublishSession {
    const session = new FakeSession(listener, this, media);
    this.published.push(session);
    return session;
  }

  play(options: PlayOptions, listener: MediaSessionListener): FakeSession {
    const session = new FakeSession(listener, this, undefined, options);
    this.played.push(session);
    return session;
  }
}

/** Devices that are there unless the test says why not. */
export class FakeDevices implements Devices {
  cameraError: DeviceError | undefined;
  microphoneError: DeviceError | undefined;
  readonly opened: FakeTrack[] = [];

  async openCamera(): Promise<MediaStreamTrack> {
    return this.open('video', this.cameraError);
  }

  async openMicrophone(): Promise<MediaStreamTrack> {
    return this.open('audio', this.microphoneError);
  }

  async openScreen(): Promise<readonly MediaStreamTrack[]> {
    return [this.open('video', undefined), this.open('audio', undefined)];
  }

  async list(): Promise<readonly MediaDeviceInfo[]> {
    const device = (kind: string, deviceId: string) => ({ kind, deviceId, label: `the ${deviceId}` });
    return [device('videoinput', 'cam'), device('audiooutput', 'box')] as unknown as MediaDeviceInfo[];
  }

  private open(kind: 'audio' | 'video', error: DeviceError | undefined): MediaStreamTrack {
    if (error) {
      throw error;
    }
    const track = new FakeTrack(kind);
    this.opened.push(track);
    return track.real;
  }
}

/** Elements that only note what they are to show. */
export class FakeViews implements Views {
  readonly shown = new Map<HTMLVideoElement, ViewOptions>();

  /** Whether the browser keeps sound back. */
  silent = false;

  show(element: HTMLVideoElement, _: MediaStream, options: ViewOptions, onSilenced: () => void): void {
    this.shown.set(element, options);
    if (this.silent) {
      queueMicrotask(onSilenced);
    }
  }

  change(element: HTMLVideoElement, options: ViewOptions): void {
    this.shown.set(element, options);
  }

  clear(element: HTMLVideoElement): void {
    this.shown.delete(element);
  }
}

export function newElement(): HTMLVideoElement {
  return { srcObject: null } as unknown as HTMLVideoElement;
}
