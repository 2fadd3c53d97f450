import type { ZegoPlayStreamQuality } from '../api/entities';
import { ZegoPlayerState } from '../api/enums';
import { MediaPath, type MediaPathSetup } from '../media/MediaPath';
import { OwedStops } from '../media/OwedStops';
import type { MediaEngine } from '../port/MediaEngine';
import type { MediaEvent } from '../port/MediaSession';
import type { Views } from '../port/Views';
import type { ResourceMode } from '../protocol/ClientMessage';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { type Problem, checkStreamId } from '../protocol/identifiers';
import { PLAYED_STREAMS_MAX_COUNT } from '../protocol/limits';
import type { MessageOf } from '../protocol/ServerMessage';
import { type Awaiting, Playback } from './Playback';
import { PlaybackSettings } from './PlaybackSettings';

const MAX_VOLUME = 200;

export interface PlayListener {
  /** NoPlay is the last for a stream; with a code it failed. */
  onPlayState(streamId: string, state: ZegoPlayerState, code: number, message: string): void;

  onPlayQuality(streamId: string, quality: ZegoPlayStreamQuality): void;

  onPlayMedia(streamId: string, event: MediaEvent): void;

  /** The browser keeps the sound of the stream back until the user touches the page. */
  onSilenced(streamId: string): void;
}

/** What playing needs from the rest of an engine. */
export interface PlaySetup extends MediaPathSetup {
  readonly retryWindowMs: () => number;
  readonly engine: MediaEngine;
  readonly views: Views;
  readonly newStream: () => MediaStream;

  /** Whether requests of a room may be sent now. */
  readonly maySend: (roomId: string) => boolean;
}

/** What this engine plays: up to 20 streams, each once. */
export class Playbacks {
  readonly settings = new PlaybackSettings();
  private readonly owedStops: OwedStops;
  private readonly byStream = new Map<string, Playback>();
  private speaker = { id: '', muted: false };

  constructor(
    private readonly setup: PlaySetup,
    readonly listener: PlayListener,
  ) {
    this.owedStops = new OwedStops(setup.signalling, setup.maySend, (_, streamId) => ({
      type: 'stopPlaying',
      streamId,
    }));
  }

  /**
   * Plays a stream; one that is played already goes on, in the new element if there is one.
   *
   * @param roomId the login whose end is the playback's end
   * @return why it did not start; the application is told by the caller
   */
  start(
    roomId: string,
    streamId: string,
    mode: ResourceMode,
    element: HTMLVideoElement | undefined,
    awaiting: Awaiting,
  ): Problem {
    const problem = checkStreamId(streamId);
    if (problem) {
      return problem;
    }
    let playback = this.byStream.get(streamId);
    if (!playback) {
      if (this.byStream.size >= PLAYED_STREAMS_MAX_COUNT) {
        return codes.PLAYER_COUNT_EXCEED;
      }
      playback = new Playback(this, roomId, streamId, mode);
      this.byStream.set(streamId, playback);
      this.owedStops.onStart(streamId);
      this.settings.onPlay(streamId);
      playback.start();
    }
    if (element) {
      playback.showIn(element);
    }
    playback.await(awaiting);
    return undefined;
  }

  /** Harmless when the stream is not played. */
  stop(streamId: string): void {
    const playback = this.byStream.get(streamId);
    if (playback) {
      if (playback.path.asked) {
        this.oweStop(playback);
      }
      playback.path.stop();
      this.onOver(playback, 0, '');
    }
  }

  get empty(): boolean {
    return this.byStream.size === 0;
  }

  /** Shows the stream elsewhere, or nowhere. */
  updateView(streamId: string, element: HTMLVideoElement | undefined): Problem {
    const playback = this.byStream.get(streamId);
    playback?.showIn(element);
    return playback ? undefined : codes.PLAYER_STREAM_WAS_NOT_PLAYED;
  }

  muteAudio(streamId: string, audioMuted: boolean): Problem {
    return this.change(streamId, () => this.settings.change(streamId, { audioMuted }));
  }

  muteVideo(streamId: string, videoMuted: boolean): Problem {
    return this.change(streamId, () => this.settings.change(streamId, { videoMuted }));
  }

  /** 0 to 200; only where the SDK shows the stream does it know what to turn. */
  setVolume(streamId: string, volume: number): Problem {
    if (!isVolume(volume)) {
      return codes.COMMON_ILLEGAL_PARAM;
    }
    const playback = this.byStream.get(streamId);
    if (playback && !playback.shown) {
      return {
        code: codes.COMMON_SDK_NO_MODULE.code,
        sentence:
          'The page plays this stream in an element of its own: set the volume there, or give the element to ' +
          'startPlayingStream.',
      };
    }
    return this.change(streamId, () => this.settings.change(streamId, { volume }));
  }

  setEveryVolume(volume: number): Problem {
    if (!isVolume(volume)) {
      return codes.COMMON_ILLEGAL_PARAM;
    }
    this.settings.changeEvery({ volume });
    this.applyAll();
    return undefined;
  }

  /** `muteAllPlayStreamAudio`: outranks what is set for single streams while it is on. */
  overrideAudio(mute: boolean): void {
    this.settings.overrideAudio(mute);
    this.applyAll();
  }

  overrideVideo(mute: boolean): void {
    this.settings.overrideVideo(mute);
    this.applyAll();
  }

  /** `muteAllPlayAudioStreams`: the later of this and a call for a single stream counts. */
  muteEveryAudio(audioMuted: boolean): void {
    this.settings.changeEvery({ audioMuted });
    this.applyAll();
  }

  muteEveryVideo(videoMuted: boolean): void {
    this.settings.changeEvery({ videoMuted });
    this.applyAll();
  }

  muteSpeaker(muted: boolean): void {
    this.speaker = { ...this.speaker, muted };
    this.applyAll();
  }

  useSpeaker(id: string): void {
    this.speaker = { ...this.speaker, id };
    this.applyAll();
  }

  get speakerMuted(): boolean {
    return this.speaker.muted;
  }

  get speakerId(): string {
    return this.speaker.id;
  }

  audioMuted(streamId: string): boolean {
    return this.speaker.muted || this.settings.audioMuted(streamId);
  }

  onMaySend(roomId: string, known: boolean): void {
    this.owedStops.onMaySend(roomId, known);
    for (const playback of this.all()) {
      if (playback.roomId === roomId) {
        playback.path.onMaySend(known);
      }
    }
  }

  /**
   * The login is over, and with it everything played through it.
   *
   * @param tellServer whether it has to be told: it ends by itself what is played only with the last login
   */
  onRoomOver(roomId: string, code: number, message: string, tellServer: boolean): void {
    this.owedStops.onRoomOver(roomId);
    for (const playback of this.all()) {
      if (playback.roomId === roomId) {
        if (tellServer && playback.path.asked) {
          this.owedStops.sendNow(roomId, playback.streamId);
        }
        playback.path.stop();
        this.onOver(playback, code, message);
      }
    }
  }

  onPlayable(streamId: string): void {
    this.byStream.get(streamId)?.path.onPlayable();
  }

  onServerState(change: MessageOf<'playStateChanged'>): void {
    const playback = this.byStream.get(change.streamId);
    if (!playback) {
      return;
    }
    switch (change.state) {
      case 'connected':
        playback.path.onServerConnected();
        break;
      case 'interrupted':
        playback.path.onServerInterrupted();
        break;
      case 'ended':
        if (change.code === codes.PLAYER_ERROR_SERVER_FORBID.code) {
          playback.path.stop();
          this.oweStop(playback);
          this.onOver(playback, change.code, change.message);
        } else {
          playback.path.onServerEnded(change.message);
        }
        break;
    }
  }

  onWake(): void {
    this.all().forEach((playback) => playback.path.onWake());
  }

  onSilenced(playback: Playback): void {
    this.listener.onSilenced(playback.streamId);
  }

  /** Given up here, the wish still stands on the server. */
  oweStop(playback: Playback): void {
    this.owedStops.onStop(playback.roomId, playback.streamId);
  }

  onOver(playback: Playback, code: number, message: string): void {
    if (this.byStream.get(playback.streamId) === playback) {
      this.byStream.delete(playback.streamId);
    }
    this.settings.onStop(playback.streamId);
    this.tellState(playback, ZegoPlayerState.NoPlay, code, message);
    playback.end(stopped(code, message));
  }

  tellState(playback: Playback, state: ZegoPlayerState, code: number, message: string): void {
    this.listener.onPlayState(playback.streamId, state, code, message);
  }

  onStats(streamId: string, quality: ZegoPlayStreamQuality): void {
    quality.muteAudio = this.audioMuted(streamId) ? 1 : 0;
    quality.muteVideo = this.settings.videoMuted(streamId) ? 1 : 0;
    this.listener.onPlayQuality(streamId, quality);
  }

  newPath(playback: Playback): MediaPath {
    return new MediaPath(this.setup, this.setup.retryWindowMs(), playback);
  }

  newStream(): MediaStream {
    return this.setup.newStream();
  }

  get engine(): MediaEngine {
    return this.setup.engine;
  }

  get views(): Views {
    return this.setup.views;
  }

  maySend(roomId: string): boolean {
    return this.setup.maySend(roomId);
  }

  private change(streamId: string, setting: () => void): Problem {
    const playback = this.byStream.get(streamId);
    if (!playback) {
      return codes.PLAYER_STREAM_WAS_NOT_PLAYED;
    }
    setting();
    playback.applySettings();
    return undefined;
  }

  private applyAll(): void {
    this.all().forEach((playback) => playback.applySettings());
  }

  private all(): Playback[] {
    return [...this.byStream.values()];
  }
}

function isVolume(volume: number): boolean {
  return volume >= 0 && volume <= MAX_VOLUME;
}

/** What a promise that waits for a stream is told when playing it ends first. */
function stopped(code: number, message: string): ErrorCode {
  return code === 0
    ? { code: codes.PLAYER_STREAM_WAS_NOT_PLAYED.code, sentence: 'Playing was stopped before the stream was there.' }
    : { code, sentence: message };
}
