// Stories day by day: the same as long as they are told apart by names, whatever the order within a day, and no more is kept than is within reach.
import { describe, expect, it } from 'vitest';
import { OpenStories } from '../../src/8-compare/index.ts';
import type { Traits } from '../../src/8-compare/traits.ts';

const dayOf = (n: number): string => new Date(Date.UTC(2030, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const report = (story: number, n: number, day: string): Traits => {
  const names = new Map(Array.from({ length: 8 }, (_, k) => [`name${story}-${k}`, 1] as const));
  return {
    id: `${story}/${n}`,
    names,
    pairs: names,
    lead: names,
    entities: names,
    acts: new Set([`CONSULT ${story}`]),
    days: { first: day, last: day },
  };
};

function run(turned: boolean): { readonly groups: readonly string[]; readonly most: number } {
  const open = new OpenStories(0.135);
  const closed: (readonly Traits[])[] = [];
  let most = 0;
  for (let d = 0; d < 120; d++) {
    const reports = [0, 1, 2].flatMap((n) => [report(2 * d, n, dayOf(d)), report(2 * d + 1, n, dayOf(d))]);
    closed.push(...open.add(dayOf(d), turned ? reports.reverse() : reports));
    most = Math.max(most, open.size);
  }
  closed.push(...open.end());
  return {
    groups: closed
      .map((g) =>
        g
          .map((t) => t.id)
          .sort()
          .join(' '),
      )
      .sort(),
    most,
  };
}

describe('open stories', () => {
  it('hold each story once, in either order, and forget what no day can reach', () => {
    const { groups, most } = run(false);
    expect(groups).toHaveLength(240);
    for (const group of groups) expect(new Set(group.split(' ').map((id) => id.split('/')[0])).size).toBe(1);
    expect(run(true).groups).toEqual(groups);
    expect(most).toBeLessThanOrEqual(6 * 13);
  });

  it('keep the same names a month later as another story', () => {
    const open = new OpenStories(0.135);
    open.add(dayOf(0), [report(1, 0, dayOf(0))]);
    const closed = open.add(dayOf(30), [report(1, 1, dayOf(30))]);
    expect(closed.map((g) => g.map((t) => t.id))).toEqual([['1/0']]);
    expect(open.end()).toHaveLength(1);
  });
});
