import { ZegoPlayerState } from '../api/enums';
import { MediaPath, type MediaPathOwner, type Verdict } from '../media/MediaPath';
import { Rates } from '../media/Rates';
import { ToldMedia } from '../media/ToldMedia';
import type { MediaEvent, MediaSession, MediaSessionListener } from '../port/MediaSession';
import type { MediaStats } from '../port/MediaStats';
import type { ViewOptions } from '../port/Views';
import type { ClientMessage, ResourceMode } from '../protocol/ClientMessage';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { isTooFrequent } from '../signal/Signalling';
import type { Playbacks } from './Playbacks';

/** What waits for a stream: settled once. */
export interface Awaiting {
  onStream(stream: MediaStream): void;
  onOver(problem: ErrorCode): void;
}

/** One stream being played, from `startPlayingStream` to its end. */
export class Playback implements MediaPathOwner {
  readonly path: MediaPath;

  /** The same through all connections: tracks of a new one take the place of the former. */
  private readonly stream: MediaStream;

  private readonly rates = new Rates();
  private readonly told = new ToldMedia();
  private awaiting: Awaiting[] = [];
  private element: HTMLVideoElement | undefined;

  constructor(
    private readonly playbacks: Playbacks,
    readonly roomId: string,
    readonly streamId: string,
    private readonly resourceMode: ResourceMode,
  ) {
    this.path = playbacks.newPath(this);
    this.stream = playbacks.newStream();
  }

  start(): void {
    this.playbacks.tellState(this, ZegoPlayerState.PlayRequesting, 0, '');
    this.path.start();
  }

  /** Hands the stream over as soon as it has tracks. */
  await(awaiting: Awaiting): void {
    if (this.stream.getTracks().length > 0) {
      awaiting.onStream(this.stream);
    } else {
      this.awaiting.push(awaiting);
    }
  }

  /** Shows the stream in an element; the former one is cleared. */
  showIn(element: HTMLVideoElement | undefined): void {
    if (element === this.element) {
      return;
    }
    this.clearView();
    this.element = element;
    if (element) {
      this.playbacks.views.show(element, this.stream, this.viewOptions(), () => this.playbacks.onSilenced(this));
    }
  }

  get shown(): boolean {
    return this.element !== undefined;
  }

  /** Mutes and volume are others. */
  applySettings(): void {
    const { playbacks, streamId } = this;
    for (const track of this.stream.getTracks()) {
      const muted = track.kind === 'audio' ? playbacks.audioMuted(streamId) : playbacks.settings.videoMuted(streamId);
      track.enabled = !muted;
    }
    if (this.element) {
      playbacks.views.change(this.element, this.viewOptions());
    }
  }

  open(listener: MediaSessionListener): MediaSession {
    this.rates.onNewSession();
    const { resourceMode } = this;
    return this.playbacks.engine.play({ resourceMode, onTracks: (tracks) => this.onTracks(tracks) }, listener);
  }

  maySend(): boolean {
    return this.playbacks.maySend(this.roomId);
  }

  request(offer: string): ClientMessage {
    return { type: 'play', streamId: this.streamId, resourceMode: this.resourceMode, offer };
  }

  onRefused(code: number): Verdict {
    if (code === codes.PLAYER_PLAY_STREAM_NOT_EXIST.code) {
      return 'wait';
    }
    if (code === codes.COMMON_NOT_LOGIN_ROOM.code) {
      return 'waitForLogin';
    }
    const mayPass =
      isTooFrequent(code) ||
      code === codes.PLAYER_INNER_ERROR.code ||
      code === codes.PLAYER_ERROR_NETWORK_INTERRUPT.code;
    return mayPass ? 'retry' : 'end';
  }

  onConnected(): void {
    this.playbacks.tellState(this, ZegoPlayerState.Playing, 0, '');
  }

  onInterrupted(reason: string): void {
    const { code } = codes.PLAYER_ERROR_NETWORK_INTERRUPT;
    this.playbacks.tellState(this, ZegoPlayerState.PlayRequesting, code, reason);
  }

  onOver(code: number, message: string): void {
    const wishStands = code === 0 || code === codes.PLAYER_ERROR_SERVER_FORBID.code;
    if (wishStands && this.path.asked) {
      this.playbacks.oweStop(this);
    }
    const failed = codes.PLAYER_PLAY_STREAM_FAILED;
    if (code === 0) {
      this.playbacks.onOver(this, failed.code, `the retry time is used up: ${failed.sentence}`);
    } else {
      this.playbacks.onOver(this, code, message);
    }
  }

  onStats(stats: MediaStats): void {
    this.playbacks.onStats(this.streamId, this.rates.played(stats));
  }

  onMedia(event: MediaEvent): void {
    if (this.told.add(event)) {
      this.playbacks.listener.onPlayMedia(this.streamId, event);
    }
  }

  /** It is over; who still waits is told why. */
  end(problem: ErrorCode): void {
    const awaiting = this.awaiting;
    this.awaiting = [];
    awaiting.forEach((each) => each.onOver(problem));
    this.clearView();
  }

  private onTracks(tracks: readonly MediaStreamTrack[]): void {
    this.stream.getTracks().forEach((former) => this.stream.removeTrack(former));
    tracks.forEach((track) => this.stream.addTrack(track));
    this.applySettings();
    const awaiting = this.awaiting;
    this.awaiting = [];
    awaiting.forEach((each) => each.onStream(this.stream));
  }

  private clearView(): void {
    if (this.element) {
      this.playbacks.views.clear(this.element);
      this.element = undefined;
    }
  }

  private viewOptions(): ViewOptions {
    const { playbacks, streamId } = this;
    return {
      muted: playbacks.audioMuted(streamId),
      mirrored: false,
      // Elements know no more than what came; the API's scale goes up to twice that.
      volume: Math.min(1, playbacks.settings.volume(streamId) / 100),
      speakerId: playbacks.speakerId,
    };
  }
}
