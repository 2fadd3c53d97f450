import type { Played, Published, StreamQuality } from '../api/streams.ts';
import type { LivePlay, LiveStream } from '../live/items.ts';

/** The server keeps ten minutes in steps of five seconds. */
const MAX_POINTS = 120;
const SPAN_MS = 600_000;

/** A viewer and how it fared. */
export interface ViewerHistory {
  readonly number: number;
  readonly userId: string;
  readonly points: readonly Played[];
}

/** How a stream fared: what the server kept, and since then what it pushed. */
export interface StreamHistory {
  readonly published: readonly Published[];
  readonly viewers: readonly ViewerHistory[];
}

export function historyOf(quality: StreamQuality): StreamHistory {
  return {
    published: quality.published,
    viewers: quality.viewers.map(({ number, userId, played }) => ({ number, userId, points: played })),
  };
}

/** Points and one more, if it is new; the oldest go. */
export function extended<Point extends { readonly atMs: number }>(
  points: readonly Point[],
  point: Point | undefined,
): readonly Point[] {
  const last = points.at(-1);
  if (point === undefined || (last !== undefined && point.atMs <= last.atMs)) {
    return points;
  }
  return [...points, point].filter(({ atMs }) => atMs > point.atMs - SPAN_MS).slice(-MAX_POINTS);
}

/** The history with what was pushed. Viewers that have gone are left out, new ones begin. */
export function grown(
  history: StreamHistory,
  stream: LiveStream | undefined,
  plays: readonly LivePlay[],
): StreamHistory {
  const known = new Map(history.viewers.map((viewer) => [viewer.number, viewer.points]));
  return {
    published: extended(history.published, stream?.published),
    viewers: plays.map(({ number, userId, played }) => ({
      number,
      userId,
      points: extended(known.get(number) ?? [], played),
    })),
  };
}
