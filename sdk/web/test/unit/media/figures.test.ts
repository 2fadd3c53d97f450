import { describe, expect, it } from 'vitest';
import { ZegoStreamQualityLevel as Level } from '../../../src/api/enums';
import { readStats } from '../../../src/browser/StatsReader';
import { Rates, qualityLevel } from '../../../src/media/Rates';
import { NO_STATS } from '../../../src/port/MediaStats';
import { backoff } from '../../../src/signal/ReconnectPolicy';

describe('quality', () => {
  it('is measured between two totals, which may start again', () => {
    const rates = new Rates();
    rates.onNewSession();
    rates.played({ ...NO_STATS, timestampMs: 3_000, videoBytes: 3_000, videoFreezes: 1, videoFreezeSeconds: 0.6 });
    const second = rates.played({
      ...NO_STATS,
      timestampMs: 5_000,
      videoBytes: 5_000,
      videoFramesCoded: 60,
      videoFreezes: 1,
      videoFreezeSeconds: 0.6,
    });
    expect(second).toMatchObject({ videoKBPS: 8, videoDecodeFPS: 30, videoBreakRate: 0, videoCumulativeBreakCount: 1 });
    rates.onNewSession();
    const third = rates.played({ ...NO_STATS, timestampMs: 9_000, videoBytes: 750 });
    expect(third).toMatchObject({ videoKBPS: 2, videoRecvBytes: 5_750, videoCumulativeBreakTime: 600, mos: -1 });
  });

  it.each([
    [0, 20, Level.Excellent],
    [0.02, 20, Level.Good],
    [0, 299, Level.Good],
    [0.09, 0, Level.Medium],
    [0, 999, Level.Bad],
    [0.5, 0, Level.Die],
  ])('with loss %f and round trip %i ms is %i', (loss, rtt, level) => expect(qualityLevel(loss, rtt)).toBe(level));
});

describe('the browser’s report', () => {
  it('is added up for one direction', () => {
    const reports = [
      { id: 'v', type: 'inbound-rtp', kind: 'video', bytesReceived: 10, packetsReceived: 3, packetsLost: 1 },
      { id: 'x', type: 'inbound-rtp', kind: 'audio', bytesReceived: 7, packetsReceived: 2, packetsLost: 0 },
      { id: 'p', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.025 },
      { id: 'q', type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 },
    ];
    Object.assign(reports[0] ?? {}, {
      codecId: 'c',
      jitterBufferDelay: 2,
      jitterBufferEmittedCount: 40,
      frameWidth: 64,
    });
    const codec = { id: 'c', type: 'codec', mimeType: 'video/H264' };
    const report = new Map([...reports, codec].map((each) => [each.id, each])) as unknown as RTCStatsReport;
    expect(readStats(report, 'inbound', 5)).toEqual({
      ...NO_STATS,
      timestampMs: 5,
      videoBytes: 10,
      audioBytes: 7,
      videoPackets: 3,
      audioPackets: 2,
      videoPacketsLost: 1,
      roundTripMs: 25,
      jitterBufferDelayMs: 50,
      videoWidth: 64,
      videoCodec: 'H264',
    });
  });
});

describe('the pauses between tries', () => {
  it('grow to 10 s and are random in their last half', () => {
    const shortest = backoff(() => 0);
    const longest = backoff(() => 0.999);
    expect([1, 2, 3, 20].map(shortest)).toEqual([125, 250, 500, 5_000]);
    expect(longest(20)).toBeGreaterThan(9_900);
  });
});
