/** The dated memberships: a state stands in an organisation in one way at a time, and no interval ends before it starts. */
import { describe, expect, it } from 'vitest';
import { testKnowledge } from '../engine.ts';

type Row = ReturnType<ReturnType<typeof testKnowledge>['list']>[number];

/** A year or month may mean any of its days: an interval lasts for certain from the last day of its start to the first of its end. */
const certain = (r: Row): [string, string] => [
  r.start ? r.start.padEnd(10, '-99') : '0000-00-00',
  r.end ? r.end.padEnd(10, '-00') : '9999-99-99',
];
const overlap = (a: Row, b: Row): boolean => certain(a)[0] < certain(b)[1] && certain(b)[0] < certain(a)[1];
const shown = (r: Row): string => `${r.organisation} ${r.state} ${r.status} ${r.start}..${r.end}`;

describe('memberships', () => {
  const rows = testKnowledge().list('memberships');

  it('end after they start', () => {
    const ended = rows.filter((r) => r.start && r.end && r.end.padEnd(10, '-99') < r.start.padEnd(10, '-00'));
    expect(ended.map(shown)).toEqual([]);
  });

  it('of one state in one organisation do not overlap', () => {
    const pairs = new Map<string, Row[]>();
    for (const r of rows) {
      const key = `${r.organisation}/${r.state}`;
      const have = pairs.get(key);
      if (have) have.push(r);
      else pairs.set(key, [r]);
    }
    const overlaps = [...pairs.values()].flatMap((list) =>
      list.flatMap((a, i) => list.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${shown(a)} / ${shown(b)}`] : []))),
    );
    expect(overlaps).toEqual([]);
  });
});
