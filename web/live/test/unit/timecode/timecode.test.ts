import { describe, expect, it } from 'vitest';
import { TICKS, drawTimecode, elapsedMs, readTimecode, ticksOf, timecodeArea } from '../../../src/timecode/timecode.ts';
import { Raster } from '../../fakes/Raster.ts';

function drawn(width: number, ticks: number, dark = 0, light = 255): Raster {
  const raster = new Raster(width, (width * 9) / 16, 128);
  drawTimecode((bright, left, top, size) => raster.fill(bright ? light : dark, left, top, size), width, ticks);
  return raster;
}

describe('a timecode', () => {
  it.each([0, 1, 0x123456, 0xabcdef, TICKS - 1])('is read as it was drawn: %i', (ticks) => {
    const area = timecodeArea(640);
    expect(readTimecode(drawn(640, ticks).part(area.width, area.height))).toBe(ticks);
  });

  it('has the blocks that the Java side draws', () => {
    // TimecodeTest has the same picture.
    const raster = drawn(160, 0x123456);
    const rows = [0, 1].map((row) =>
      Array.from({ length: 16 }, (_, column) => (raster.at(column * 4 + 2, row * 4 + 2) > 128 ? '1' : '0')).join(''),
    );
    expect(rows).toEqual(['0001001000110100', '0101011001010111']);
  });

  it('survives a picture of limited contrast', () => {
    const area = timecodeArea(320);
    expect(readTimecode(drawn(320, 77_777, 40, 210).part(area.width, area.height))).toBe(77_777);
  });

  it('is not seen where there is none', () => {
    const area = timecodeArea(320);
    for (const grey of [0, 128, 255]) {
      const plain = new Raster(320, 180, grey);
      expect(readTimecode(plain.part(area.width, area.height))).toBeUndefined();
    }
    const damaged = drawn(320, 77_777);
    damaged.fill(damaged.at(4, 4) > 128 ? 0 : 255, 0, 0, 8);
    expect(readTimecode(damaged.part(area.width, area.height))).toBeUndefined();
  });
});

describe('time in ticks', () => {
  it('is 100 µs, and wraps', () => {
    expect(ticksOf(1_000)).toBe(10_000);
    expect(ticksOf((TICKS + 5) / 10)).toBe(5);
    expect(elapsedMs(TICKS - 10, 15)).toBe(2.5);
  });
});
