export const DEFAULT_VOLUME = 100;

interface Setting {
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  readonly volume: number;
}

/**
 * Who is heard and seen how, among the streams being played. Per-stream settings last as long as the stream is played,
 * those for all also count for streams played later.
 */
export class PlaybackSettings {
  private readonly streams = new Map<string, Setting>();

  /** Set by `muteAllPlayStreamAudio` and `...Video`: while on, per-stream calls have no effect. */
  private allAudioMuted = false;
  private allVideoMuted = false;

  /** Set for every stream, and what streams played later begin with. */
  private atFirst: Setting = { audioMuted: false, videoMuted: false, volume: DEFAULT_VOLUME };

  onPlay(streamId: string): void {
    this.streams.set(streamId, this.atFirst);
  }

  onStop(streamId: string): void {
    this.streams.delete(streamId);
  }

  /** Of a stream that is played. */
  change(streamId: string, change: Partial<Setting>): void {
    const former = this.streams.get(streamId);
    if (former) {
      this.streams.set(streamId, { ...former, ...change });
    }
  }

  /** Of every stream, now and later: the later of this and {@link change} counts. */
  changeEvery(change: Partial<Setting>): void {
    this.atFirst = { ...this.atFirst, ...change };
    for (const streamId of this.streams.keys()) {
      this.change(streamId, change);
    }
  }

  overrideAudio(mute: boolean): void {
    this.allAudioMuted = mute;
  }

  overrideVideo(mute: boolean): void {
    this.allVideoMuted = mute;
  }

  audioMuted(streamId: string): boolean {
    return this.allAudioMuted || this.of(streamId).audioMuted;
  }

  videoMuted(streamId: string): boolean {
    return this.allVideoMuted || this.of(streamId).videoMuted;
  }

  volume(streamId: string): number {
    return this.of(streamId).volume;
  }

  private of(streamId: string): Setting {
    return this.streams.get(streamId) ?? this.atFirst;
  }
}
