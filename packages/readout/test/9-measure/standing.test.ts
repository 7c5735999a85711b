// Relations and offices as intervals: the text and the knowledge side by side.
import { describe, expect, it } from 'vitest';
import type { KnownRelation } from '../../src/6-relations/index.ts';
import type { Told } from '../../src/7-store/index.ts';
import { standingRelations, termsOf, toldBy } from '../../src/9-measure/index.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { agencyRecord, talksRecord } from '../7-store/records.ts';

const known = (change: Partial<KnownRelation>): KnownRelation => ({
  kind: 'alliance',
  a: 'NOR',
  aAs: 'member',
  b: 'CHN',
  bAs: 'member',
  name: 'a pact',
  start: '1990-05-01',
  end: '2010',
  status: 'holds',
  source: 'recall',
  ...change,
});
const told = (change: Partial<Told>): Told => ({
  kind: 'alliance',
  parties: [{ entity: 'CHN' }, { entity: 'NOR' }],
  status: 'holds',
  first: '2005-06-15',
  last: '2005-07-01',
  reports: 3,
  ...change,
});
const says = (on: string, rows: readonly KnownRelation[], tales: readonly Told[]) =>
  standingRelations(rows, tales, { on }).map((s) => s.says);

describe('what stands', () => {
  it('is one relation however its parties are ordered, with who says it', () => {
    const [one, ...more] = standingRelations([known({})], [told({})]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'alliance',
      says: 'both',
      knowledge: [{ start: '1990-05-01', end: '2010' }],
      text: [{ reports: 3 }],
    });
    expect(standingRelations([known({ kind: 'trade' })], [told({})]).map((s) => [s.kind, s.says])).toEqual([
      ['alliance', 'text'],
      ['trade', 'knowledge'],
    ]);
  });

  it('on a day is what the knowledge has then, and what reports had told by then', () => {
    expect(says('2005-06-20', [known({})], [told({})])).toEqual(['both']);
    expect(says('1990-04-30', [known({})], [told({})])).toEqual([]);
    expect(says('2010-12-31', [known({})], [])).toEqual(['knowledge']);
    expect(says('2011-01-01', [known({})], [])).toEqual([]);
    expect(says('2004-01-01', [], [told({})])).toEqual([]);
  });

  it('reaches a week before the first report, and back to the start that a text gives', () => {
    expect(says('2005-06-08', [], [told({})])).toEqual(['text']);
    expect(says('2005-06-07', [], [told({})])).toEqual([]);
    expect(says('1999-01-01', [], [told({ start: '1998' })])).toEqual(['text']);
    expect(says('2006-01-01', [], [told({ end: '2005-12-31' })])).toEqual([]);
    expect(says('2006-01-01', [], [told({})])).toEqual(['text']);
  });

  it('on a day is nothing that is denied, sought or past', () => {
    for (const status of ['denied', 'sought', 'held'] as const)
      expect(says('2005-06-20', [known({ status })], [told({ status })])).toEqual([]);
  });

  it('is told by records as a store tells it', () => {
    expect(toldBy([talksRecord(), agencyRecord()], ['NOR', 'CHN'])).toEqual([
      {
        kind: 'trade',
        parties: [{ entity: 'CHN' }, { entity: 'NOR' }],
        status: 'holds',
        first: '2022-05-03',
        last: '2022-05-04',
        reports: 2,
      },
    ]);
    expect(toldBy([talksRecord()], ['NOR', 'RUS'])).toEqual([]);
  });
});

describe('offices', () => {
  it('are intervals, heads of state first', () => {
    const terms = termsOf(loadKnowledge(), { of: 'KOR' });
    expect(terms.length).toBeGreaterThan(10);
    expect(terms[0]?.head).toBe('state');
    expect(terms.filter((t) => t.person === 'yoon-suk-yeol' && t.office === 'president')).toMatchObject([
      { start: '2022-05-10', end: '2025-04-04' },
    ]);
  });
});
