// Change points: found where the rate changes, nowhere else, and never because there were more reports.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChanges } from '../../src/9-measure/index.ts';

const times = (n: number, value: number): number[] => Array.from({ length: n }, () => value);
const places = (counts: readonly number[], exposure: readonly number[]) => findChanges(counts, exposure).map((c) => c.at);

describe('a change', () => {
  it('is found where the rate becomes another one', () => {
    const counts = [2, 3, 2, 1, 3, 2, 2, 3, 12, 10, 13, 11, 12, 10, 11, 12];
    expect(findChanges(counts, times(16, 100))).toMatchObject([{ at: 8, before: 0.0225, after: 0.1138 }]);
  });

  it('is found twice, up and down again', () => {
    const counts = [...times(10, 2), ...times(6, 15), ...times(10, 2)];
    expect(places(counts, times(26, 50))).toEqual([10, 16]);
  });

  it('is none where only the number of reports grows', () => {
    const exposure = [...times(10, 100), ...times(10, 1000)];
    expect(places([...times(10, 2), ...times(10, 20)], exposure)).toEqual([]);
    expect(places([...times(10, 2), ...times(10, 20)], times(20, 100))).toEqual([10]);
  });

  it('is none in noise, in a single month, in nothing', () => {
    expect(places([3, 0, 5, 1, 4, 0, 2, 6, 1, 3, 0, 4, 2, 5, 1], times(15, 100))).toEqual([]);
    expect(places([0, 0, 0, 0, 0, 1, 0, 0, 0, 0], times(10, 100))).toEqual([]);
    expect(places(times(12, 0), times(12, 100))).toEqual([]);
    expect(places([5], [10])).toEqual([]);
    expect(places([], [])).toEqual([]);
  });

  it('is found at once among the days of a century with few acts', () => {
    const counts = times(40_000, 0).map((_, i) => (i >= 30_000 && i % 3 === 0 ? 1 : i % 900 === 0 ? 1 : 0));
    expect(places(counts, times(40_000, 10))).toEqual([30_000]);
  });

  it('lies within, in order, and gains something, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 4, maxLength: 25 }), (counts) => {
        const found = findChanges(counts, times(counts.length, 10));
        expect(found.every((c) => c.at >= 2 && c.at <= counts.length - 2)).toBe(true);
        expect(found.map((c) => c.at)).toEqual([...found.map((c) => c.at)].sort((a, b) => a - b));
        expect(found.every((c) => Number.isFinite(c.gain) && c.gain > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
