// Dyad series: what counts, which way, and the zeros between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dyadSeries, type Period, seriesOf } from '../../src/9-measure/index.ts';
import type { Event, Record } from '../../src/model/index.ts';
import { agencyRecord, manyRecords, talksRecord } from '../7-store/records.ts';

/** The talks record with one event in place of its own. */
function withEvent(change: Partial<Event>, day: string, url: string): Record {
  const record = talksRecord({ day, url });
  const [event] = record.events;
  return { ...record, article: { ...record.article, id: `sha256:${url}` }, events: event ? [{ ...event, ...change }] : [] };
}

const party = (entity: string, state: string) => ({ entity, state, mention: 'm6' });
const on = (day: string) => ({ start: day, end: day, precision: 'day', basis: 'known' }) as const;
const accuse = (from: string, to: string, day: string, url: string): Record =>
  withEvent(
    { event: 'ACCUSE', cameo: '112', quad: 3, goldstein: -2, actor: [party(from, from)], recipient: [party(to, to)], date: on(day) },
    day,
    url,
  );

describe('a dyad series', () => {
  it('ends with the year 9999, and has no more rows than anybody reads', () => {
    const periods = (by: Period, since: string, until: string): readonly string[] =>
      seriesOf([], [], ['NOR', 'CHN'], { by, since, until }).map((r) => r.period);
    expect(periods('month', '9999-11', '9999-12')).toEqual(['9999-11', '9999-12']);
    expect(periods('year', '9998', '9999')).toEqual(['9998', '9999']);
    expect(periods('day', '9999-12-30', '9999')).toEqual(['9999-12-30', '9999-12-31']);
    expect(() => periods('day', '0001', '2024')).toThrow(expect.objectContaining({ code: 'usage/bad-value' }));
  });

  it('counts one meeting told by two reports once, and both tellings', () => {
    const [row, ...more] = dyadSeries([talksRecord(), agencyRecord()], ['NOR', 'CHN']);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      period: '2022-05',
      events: 1,
      mentions: 2,
      reports: 2,
      byQuad: { 1: 1, 2: 0, 3: 0, 4: 0 },
      byType: { CONSULT: 1 },
      goldsteinMean: 2.5,
    });
    expect(row?.refs).toEqual([talksRecord(), agencyRecord()].map((r) => ({ article: r.article.id, id: 'e1' })));
  });

  it('leaves out background and what is only intended, unless all are asked for', () => {
    const all = dyadSeries([talksRecord()], ['NOR', 'CHN'], { all: true, by: 'year' });
    expect(all[0]).toMatchObject({ period: '2019', events: 1, reports: 0 });
    expect(dyadSeries([talksRecord()], ['NOR', 'CHN'], { by: 'year' }).map((r) => r.period)).toEqual(['2022']);
  });

  it('knows who acts on whom', () => {
    const records = [
      accuse('NOR', 'CHN', '2022-05-01', 'a'),
      accuse('CHN', 'NOR', '2022-05-01', 'b'),
      accuse('CHN', 'NOR', '2022-05-02', 'c'),
      talksRecord(),
    ];
    const rows = dyadSeries(records, ['NOR', 'CHN'], { directed: true });
    expect(rows.map((r) => [r.from, r.to, r.byType.ACCUSE, r.byType.CONSULT])).toEqual([
      ['NOR', 'CHN', 1, 1],
      ['CHN', 'NOR', 2, 1],
    ]);
    expect(dyadSeries(records, ['CHN', 'NOR'])[0]).toMatchObject({ events: 4, goldsteinSum: -3.5 });
  });

  it('has zeros, without a mean, for periods in which nothing was reported', () => {
    const rows = dyadSeries([accuse('NOR', 'CHN', '2022-01-31', 'a'), accuse('NOR', 'CHN', '2022-04-01', 'b')], ['NOR', 'CHN']);
    expect(rows.map((r) => [r.period, r.events, r.reports])).toEqual([
      ['2022-01', 1, 1],
      ['2022-02', 0, 0],
      ['2022-03', 0, 0],
      ['2022-04', 1, 1],
    ]);
    expect(rows[1]).not.toHaveProperty('goldsteinMean');
  });

  it('keeps to the bounds that are given', () => {
    const rows = dyadSeries([talksRecord()], ['NOR', 'CHN'], { since: '2022', until: '2022-06' });
    expect(rows.map((r) => r.period)).toEqual(['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06']);
    expect(dyadSeries([talksRecord()], ['NOR', 'CHN'], { by: 'day', since: '2022-02-27', until: '2022-03' })).toHaveLength(33);
  });

  it('puts no act of a known month into a day', () => {
    const record = withEvent({ date: { start: '2022-05-01', end: '2022-05-31', precision: 'month', basis: 'known' } }, '2022-05-03', 'a');
    expect(dyadSeries([record], ['NOR', 'CHN'], { by: 'day' }).every((r) => r.events === 0)).toBe(true);
    expect(dyadSeries([record], ['NOR', 'CHN'])[0]?.events).toBe(1);
  });

  it('is about nobody else', () => {
    expect(dyadSeries([talksRecord()], ['NOR', 'RUS'])[0]?.events).toBe(0);
    expect(dyadSeries([talksRecord()], ['NOR', 'NOR'])[0]?.events).toBe(0);
    expect(dyadSeries([], ['NOR', 'CHN'])).toEqual([]);
  });

  it('does not depend on the order of records, and its parts add up', () => {
    const records = [...manyRecords(20), accuse('NOR', 'CHN', '2021-03-01', 'x'), accuse('CHN', 'NOR', '2021-05-09', 'y')];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(records, { minLength: 1 }),
        fc.constantFrom<Period>('month', 'year'),
        fc.boolean(),
        (some, by, directed) => {
          const rows = dyadSeries(some, ['NOR', 'CHN'], { by, directed });
          const bare = (list: typeof rows) => list.map(({ refs, ...rest }) => ({ ...rest, refs: refs.length }));
          expect(bare(dyadSeries([...some].reverse(), ['NOR', 'CHN'], { by, directed }))).toEqual(bare(rows));
          for (const r of rows) {
            expect(r.byQuad[1] + r.byQuad[2] + r.byQuad[3] + r.byQuad[4]).toBe(r.events);
            expect(Object.values(r.byType).reduce((a, b) => a + b, 0)).toBe(r.events);
            expect(r.refs).toHaveLength(r.mentions);
            expect(r.events).toBeLessThanOrEqual(r.mentions);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
