import type { Played, Published } from '../api/streams.ts';
import { bitrate, count, percent } from '../text/format.ts';
import { say } from './words.ts';

type Key = Parameters<typeof say>[0];

/** One line of a plot; null where it is not known. */
export interface Line<Point> {
  readonly name: Key;
  value(point: Point): number | null;
}

/** Lines over time that share a scale. */
export interface Plot<Point> {
  readonly name: Key;
  readonly lines: readonly Line<Point>[];
  readonly format: (value: number) => string;
  /** The scale reaches up to here at least, so that a little does not look like much. */
  readonly least: number;
}

/** The server says 0 while it does not know. */
function known(value: number): number | null {
  return value === 0 ? null : value;
}

function milliseconds(value: number): string {
  return `${count(value)} ms`;
}

export const PUBLISHED_PLOTS: readonly Plot<Published>[] = [
  {
    name: 'bitrate',
    format: bitrate,
    least: 100_000,
    lines: [
      { name: 'video', value: (point) => point.videoBps },
      { name: 'audio', value: (point) => point.audioBps },
    ],
  },
  {
    name: 'loss',
    format: percent,
    least: 20,
    lines: [
      { name: 'lost', value: (point) => point.lossPermille },
      { name: 'unrepaired', value: (point) => point.unrepairedPermille },
    ],
  },
  {
    name: 'delay',
    format: milliseconds,
    least: 20,
    lines: [
      { name: 'rtt', value: (point) => known(point.rttMs) },
      { name: 'jitter', value: (point) => point.jitterMs },
    ],
  },
  {
    name: 'pictures',
    format: count,
    least: 10,
    lines: [
      { name: 'perSecond', value: (point) => point.framesPerSecond },
      { name: 'keyframes', value: (point) => point.keyframeRequests },
    ],
  },
];

export const PLAYED_PLOTS: readonly Plot<Played>[] = [
  { name: 'bitrate', format: bitrate, least: 100_000, lines: [{ name: 'all', value: (point) => point.bps }] },
  { name: 'loss', format: percent, least: 20, lines: [{ name: 'lost', value: (point) => point.lossPermille }] },
  { name: 'delay', format: milliseconds, least: 20, lines: [{ name: 'rtt', value: (point) => known(point.rttMs) }] },
  {
    name: 'repair',
    format: count,
    least: 10,
    lines: [
      { name: 'nacks', value: (point) => point.nacks },
      { name: 'retransmissions', value: (point) => point.retransmissions },
    ],
  },
];

/** A line's value in words. */
export function valueText<Point>(plot: Plot<Point>, line: Line<Point>, point: Point): string {
  const value = line.value(point);
  return value === null ? say('unknown') : plot.format(value);
}

/** A line in a sentence, for who does not see it. */
export function summary<Point>(plot: Plot<Point>, line: Line<Point>, points: readonly Point[]): string {
  const values = points.map((point) => line.value(point)).filter((value) => value !== null);
  const now = values.at(-1);
  if (now === undefined) {
    return say('lineUnknown', { name: say(line.name) });
  }
  return say('line', {
    name: say(line.name),
    now: plot.format(now),
    lowest: plot.format(Math.min(...values)),
    highest: plot.format(Math.max(...values)),
  });
}
