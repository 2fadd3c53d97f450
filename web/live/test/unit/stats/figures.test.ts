import { describe, expect, it } from 'vitest';
import { DelayMeter, MAX_DELAY_MS } from '../../../src/stats/delay.ts';
import { bitrate, milliseconds, percent, picture, stalls } from '../../../src/stats/figures.ts';
import { ticksOf } from '../../../src/timecode/timecode.ts';

describe('figures', () => {
  it('are a dash as long as they are not known', () => {
    const unknown = [milliseconds(undefined), bitrate(undefined), percent(undefined), picture(undefined, 30)];
    expect([...unknown, stalls(undefined)]).toEqual(['–', '–', '–', '–', '–']);
  });

  it('have the units people know', () => {
    expect(milliseconds(140.4)).toBe('140 ms');
    expect([bitrate(812.4), bitrate(2_450)]).toEqual(['812 kbit/s', '2.5 Mbit/s']);
    expect(percent(0.0123)).toBe('1.2 %');
    expect(picture({ width: 1280, height: 720 }, 29.6)).toBe('1280×720 @ 30');
  });
});

describe('the delay', () => {
  const NOW = 1_800_000_000_000;

  it('is the median of the newest readings', () => {
    const meter = new DelayMeter();
    expect(meter.delayMs).toBeUndefined();
    [500, 50, 52, 49, 51, 400].forEach((delay) => meter.onPicture(ticksOf(NOW - delay), NOW));
    expect(meter.delayMs).toBe(51);
  });

  it('is not told of a clock that cannot be right', () => {
    const meter = new DelayMeter();
    meter.onPicture(ticksOf(NOW - MAX_DELAY_MS - 1), NOW);
    meter.onPicture(ticksOf(NOW + 100), NOW);
    expect(meter.delayMs).toBeUndefined();
  });

  it('is forgotten when the picture carries a clock no more, but not for one unreadable picture', () => {
    const meter = new DelayMeter();
    meter.onPicture(ticksOf(NOW - 50), NOW);
    meter.onPicture(undefined, NOW);
    expect(meter.delayMs).toBe(50);
    Array.from({ length: 5 }).forEach(() => meter.onPicture(undefined, NOW));
    expect(meter.delayMs).toBeUndefined();
  });
});
