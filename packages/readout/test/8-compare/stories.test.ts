// Stories over the samples: the four happenings and no others, whatever the order; the same leaders a month later are another story.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { groupStories } from '../../src/8-compare/index.ts';
import { type Sample, sampleRecords, sampleText } from './samples.ts';

const LATER = 'lima-later.txt';
let samples: readonly Sample[] = [];
let later: Sample | undefined;

beforeAll(async () => {
  const text = sampleText('lima-great-wall.txt')
    .replaceAll('2024-11-16', '2024-12-16')
    .replaceAll('20241116', '20241216')
    .replace('Nov. 16', 'Dec. 16');
  const all = await sampleRecords([{ name: LATER, text }]);
  samples = all.filter((s) => s.name !== LATER);
  later = all.find((s) => s.name === LATER);
});

const happeningsOf = (given: readonly Sample[]): readonly (readonly string[])[] =>
  groupStories(given.map((s) => s.record)).map((story) =>
    story.articles.map((id) => given.find((s) => s.record.article.id === id)?.name ?? '').sort(),
  );

describe('stories of the samples', () => {
  it('are exactly the four happenings', () => {
    const wanted = [...new Set(samples.map((s) => s.happening))].map((h) => samples.filter((s) => s.happening === h).map((s) => s.name));
    expect([...happeningsOf(samples)].sort()).toEqual(wanted.sort());
  });

  it('are the same with the same ids for any order of reports', () => {
    const once = groupStories(samples.map((s) => s.record));
    fc.assert(
      fc.property(fc.shuffledSubarray([...samples], { minLength: samples.length }), (order) => {
        expect(groupStories(order.map((s) => s.record))).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('put every report into one story, of whatever reports', () => {
    fc.assert(
      fc.property(fc.subarray([...samples]), (some) => {
        const ids = groupStories(some.map((s) => s.record)).flatMap((s) => s.articles);
        expect([...ids].sort()).toEqual(some.map((s) => s.record.article.id).sort());
      }),
      { numRuns: 20 },
    );
  });

  it('know the act and the parties that their reports share', () => {
    const lima = groupStories(samples.filter((s) => s.happening === 'lima').map((s) => s.record))[0];
    expect(lima?.parties).toEqual(expect.arrayContaining(['CHN', 'KOR']));
    expect(lima?.core).toMatchObject({ event: 'CONSULT', parties: ['CHN', 'KOR'], date: '2024-11-15' });
  });

  it('keep two meetings of the same leaders a month apart as two', () => {
    const all = [...samples.filter((s) => s.happening === 'lima'), ...(later ? [later] : [])];
    expect(happeningsOf(all)).toHaveLength(2);
    expect(happeningsOf(all)[1]).toEqual([LATER]);
  });

  it('are none of no reports', () => {
    expect(groupStories([])).toEqual([]);
  });
});
