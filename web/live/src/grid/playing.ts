import {
  type ZegoPlayStreamQuality,
  ZegoDeviceType,
  ZegoPlayerState,
  type ZegoStream,
  ZegoStreamResourceMode,
} from 'freshet-web';
import { type Ref, reactive, ref } from 'vue';
import type { Engine } from '../session/Engine.ts';
import { type Problem, problemOf, problemOfError } from '../session/problem.ts';

export type ResourceMode = 'rtc' | 'l3';

export type PlayPhase = 'idle' | 'connecting' | 'playing' | 'interrupted' | 'failed';

/** One stream as it is played here. */
export interface Playback {
  readonly streamId: string;
  readonly phase: PlayPhase;
  readonly problem: Problem | undefined;
  readonly mode: ResourceMode;

  /** 0 to 100. */
  readonly volume: number;
  readonly muted: boolean;
  readonly quality: ZegoPlayStreamQuality | undefined;

  /** From the call to the first picture shown; undefined until then. */
  readonly firstFrameMs: number | undefined;
}

type Changing = { -readonly [K in keyof Playback]: Playback[K] };

interface Entry {
  readonly playback: Changing;
  element: HTMLVideoElement | undefined;
  askedAtMs: number;

  /** Grows with each start: what an older one still says is dropped. */
  generation: number;
}

export interface Playing {
  /** What new streams are played as. */
  readonly mode: Ref<ResourceMode>;

  /** Whether the browser keeps sound back until the page is touched. */
  readonly silenced: Ref<boolean>;

  of(stream: ZegoStream): Playback;
  start(streamId: string, element: HTMLVideoElement): void;
  stop(streamId: string): void;
  again(streamId: string): void;
  setMode(streamId: string, mode: ResourceMode): void;
  setEveryMode(mode: ResourceMode): void;
  setVolume(streamId: string, volume: number): void;
  setMuted(streamId: string, muted: boolean): void;
  onPicture(streamId: string): void;
  forget(streamId: string): void;
}

const MODES: Record<ResourceMode, ZegoStreamResourceMode> = {
  rtc: ZegoStreamResourceMode.OnlyRTC,
  l3: ZegoStreamResourceMode.OnlyL3,
};

/** @param nowMs a steady clock */
export function usePlaying(engine: Engine, nowMs: () => number): Playing {
  const mode = ref<ResourceMode>('rtc');
  const silenced = ref(false);
  const entries = new Map<string, Entry>();

  engine.on('playerStateUpdate', (streamId, state, code, extendedData) => {
    const playback = entries.get(streamId)?.playback;
    if (!playback) {
      return;
    }
    playback.problem = problemOf(code, extendedData);
    playback.quality = undefined;
    if (state === ZegoPlayerState.Playing) {
      playback.phase = 'playing';
    } else if (state === ZegoPlayerState.PlayRequesting) {
      playback.phase = code === 0 ? 'connecting' : 'interrupted';
    } else {
      playback.phase = code === 0 ? 'idle' : 'failed';
    }
  });
  engine.on('playerQualityUpdate', (streamId, quality) => {
    const playback = entries.get(streamId)?.playback;
    if (playback) {
      playback.quality = quality;
    }
  });
  engine.on('localDeviceExceptionOccurred', (_, device) => {
    if (device === ZegoDeviceType.Speaker) {
      silenced.value = true;
    }
  });

  function begin(entry: Entry): void {
    const { playback, element } = entry;
    if (!element) {
      return;
    }
    const mine = ++entry.generation;
    entry.askedAtMs = nowMs();
    Object.assign(playback, { phase: 'connecting', problem: undefined, quality: undefined, firstFrameMs: undefined });
    engine.startPlayingStream(playback.streamId, { resourceMode: MODES[playback.mode] }, element).then(
      () => settle(entry),
      (error: unknown) => {
        if (mine === entry.generation) {
          Object.assign(playback, { phase: 'failed', problem: problemOfError(error) });
        }
      },
    );
  }

  /** Volume and silence are the stream's; a new play begins without them. */
  function settle({ playback: { streamId, volume, muted } }: Entry): void {
    ignore(engine.setPlayVolume(streamId, volume));
    ignore(engine.mutePlayStreamAudio(streamId, muted));
  }

  function end(entry: Entry): void {
    entry.generation++;
    entry.playback.phase = 'idle';
    ignore(engine.stopPlayingStream(entry.playback.streamId));
  }

  function restart(entry: Entry): void {
    end(entry);
    begin(entry);
  }

  function change(streamId: string, work: (entry: Entry) => void): void {
    const entry = entries.get(streamId);
    if (entry) {
      work(entry);
    }
  }

  function setMode(streamId: string, next: ResourceMode): void {
    change(streamId, (entry) => {
      if (entry.playback.mode !== next) {
        entry.playback.mode = next;
        restart(entry);
      }
    });
  }

  return {
    mode,
    silenced,
    of: ({ streamID }) => {
      const known = entries.get(streamID);
      if (known) {
        return known.playback;
      }
      const playback: Changing = reactive({
        streamId: streamID,
        phase: 'idle',
        problem: undefined,
        mode: mode.value,
        volume: 100,
        muted: false,
        quality: undefined,
        firstFrameMs: undefined,
      });
      entries.set(streamID, { playback, element: undefined, askedAtMs: 0, generation: 0 });
      return playback;
    },
    start: (streamId, element) => {
      change(streamId, (entry) => {
        entry.element = element;
        begin(entry);
      });
    },
    stop: (streamId) => change(streamId, end),
    again: (streamId) => change(streamId, restart),
    setMode,
    setEveryMode: (next) => {
      mode.value = next;
      [...entries.keys()].forEach((streamId) => setMode(streamId, next));
    },
    setVolume: (streamId, volume) => {
      change(streamId, (entry) => {
        entry.playback.volume = volume;
        settle(entry);
      });
    },
    setMuted: (streamId, muted) => {
      change(streamId, (entry) => {
        entry.playback.muted = muted;
        settle(entry);
      });
    },
    onPicture: (streamId) => {
      change(streamId, (entry) => {
        entry.playback.firstFrameMs ??= nowMs() - entry.askedAtMs;
      });
    },
    forget: (streamId) => {
      change(streamId, (entry) => {
        end(entry);
        entries.delete(streamId);
      });
    },
  };
}

/** Of a stream that has just ended nothing can be set any more. */
function ignore(call: Promise<void>): void {
  call.catch(() => undefined);
}
