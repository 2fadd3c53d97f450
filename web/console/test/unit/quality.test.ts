import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from 'freshet-web-shared/language.ts';
import type { Played, Published } from '../../src/api/streams.ts';
import { extended, grown, historyOf } from '../../src/stream/history.ts';
import { aligned } from '../../src/stream/drawing.ts';
import { PLAYED_PLOTS, PUBLISHED_PLOTS, summary, valueText } from '../../src/stream/plots.ts';

function published(atMs: number, more: Partial<Published> = {}): Published {
  return {
    atMs,
    videoBps: 1_000_000,
    audioBps: 32_000,
    framesPerSecond: 30,
    width: 1280,
    height: 720,
    lossPermille: 0,
    unrepairedPermille: 0,
    jitterMs: 3,
    rttMs: 0,
    keyframeRequests: 0,
    ...more,
  };
}

function played(atMs: number, more: Partial<Played> = {}): Played {
  return { atMs, bps: 900_000, lossPermille: 15, rttMs: 20, nacks: 2, retransmissions: 2, ...more };
}

afterEach(() => chooseLanguage('en'));

describe('a stream’s history', () => {
  it('grows by what is new, and never holds more than ten minutes', () => {
    let points: readonly { readonly atMs: number }[] = [];
    for (let atMs = 5000; atMs <= 1_000_000; atMs += 5000) {
      points = extended(points, { atMs });
    }
    expect(points).toHaveLength(120);
    expect(points[0]).toEqual({ atMs: 405_000 });
    expect(extended(points, { atMs: 1_000_000 })).toBe(points);
    expect(extended(points, undefined)).toBe(points);
  });

  it('goes on from what the server kept, with the viewers of now', () => {
    const start = historyOf({
      appId: 7,
      streamId: 's',
      codecs: [],
      plays: 2,
      published: [published(5000)],
      viewers: [
        { number: 1, userId: 'ann', played: [played(5000)] },
        { number: 2, userId: 'bob', played: [played(5000)] },
      ],
    });
    const stream = { streamId: 's', userId: 'host', userName: '', createdAtMs: 1, published: published(10_000) };
    const now = grown(start, stream, [
      { number: 1, streamId: 's', userId: 'ann', played: played(10_000) },
      { number: 3, streamId: 's', userId: '', played: played(10_000) },
    ]);
    expect(now.published.map(({ atMs }) => atMs)).toEqual([5000, 10_000]);
    expect(now.viewers.map(({ number, points }) => [number, points.length])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });
});

describe('the plots', () => {
  const [bitrates, losses, delays] = PUBLISHED_PLOTS;

  it('say in words what they show', () => {
    const points = [published(1, { videoBps: 500_000 }), published(2, { videoBps: 2_000_000 }), published(3)];
    expect(bitrates && bitrates.lines.map((line) => summary(bitrates, line, points))).toEqual([
      'Video: now 1 Mbit/s, lowest 500 kbit/s, highest 2 Mbit/s',
      'Audio: now 32 kbit/s, lowest 32 kbit/s, highest 32 kbit/s',
    ]);
    chooseLanguage('zh');
    const [line] = losses?.lines ?? [];
    expect(losses && line && summary(losses, line, [published(1, { lossPermille: 15 })])).toBe(
      '丢失：当前 1.5 %，最低 1.5 %，最高 1.5 %',
    );
  });

  it('do not show a round trip that is not known as one of no time', () => {
    const [rtt] = delays?.lines ?? [];
    expect(delays && rtt && summary(delays, rtt, [published(1)])).toBe('Round trip: not known');
    expect(delays && rtt && valueText(delays, rtt, published(1))).toBe('–');
    expect(rtt?.value(published(1, { rttMs: 12 }))).toBe(12);
  });

  it('are given to the drawing as lists, with gaps', () => {
    const [, , delay] = PLAYED_PLOTS;
    expect(aligned([played(1000), played(6000, { rttMs: 0 })], delay?.lines ?? [])).toEqual([
      [1, 6],
      [20, null],
    ]);
  });
});
