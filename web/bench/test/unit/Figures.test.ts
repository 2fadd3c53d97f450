import { describe, expect, it } from 'vitest';
import { Figures, percentile } from '../../measure/Figures.mjs';

describe('figures', () => {
  it('are told in order, with what they should be', () => {
    const figures = new Figures();
    figures.put('first_frame_ms_p50', 120.25, 300);
    figures.put('first_frames', 7);
    figures.put('glass_to_glass_ms_p50', 100.001, 100);
    expect(figures.summary()).toEqual([
      '  first_frame_ms_p50                     120.25  target ≤ 300  ok',
      '  first_frames                                7',
      '  glass_to_glass_ms_p50                  100.00  target ≤ 100  MISSED',
    ]);
  });

  it('leave out what was not measured', () => {
    const figures = new Figures();
    figures.put('first_frames', 7);
    figures.put('ratio', figures.value('first_frames') / figures.value('nothing'), 2);
    expect(JSON.parse(figures.json('a machine'))).toEqual({
      name: 'bench web',
      machine: 'a machine',
      figures: { first_frames: 7 },
    });
  });
});

describe('a percentile', () => {
  it.each([
    [50, 3],
    [95, 5],
    [0, 1],
    [100, 5],
    [20, 1],
    [21, 2],
  ])('%i of five values is number %i', (percent, expected) => {
    expect(percentile([5, 3, 1, 4, 2], percent)).toBe(expected);
  });

  it('of nothing is not a number', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
