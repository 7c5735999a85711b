// Panels: every pair in every period, zeros among them, with codes; and the parts add up to the series.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/7-store/index.ts';
import { daysOf, panelRows, seriesOf, stateCodes, tellingsOf } from '../../src/9-measure/index.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { agencyRecord, manyRecords, talksRecord } from '../7-store/records.ts';

const codes = stateCodes(loadKnowledge());
const records = [talksRecord(), agencyRecord(), ...manyRecords(12)];
let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:', { create: true });
  await store.upsert(records);
});
afterAll(() => store.close());

describe('codes', () => {
  it('are the ones that trip people', () => {
    const of = (id: string) => [codes.get(id)?.cow, codes.get(id)?.gw];
    expect(['KOR', 'PRK', 'CHN', 'TWN', 'RUS', 'DEU', 'PSE'].map(of)).toEqual([
      [732, 732],
      [731, 731],
      [710, 710],
      [713, 713],
      [365, 365],
      [255, 260],
      [undefined, undefined],
    ]);
    expect(codes.get('XKX')).toMatchObject({ cow: 347, iso3: 'XKX' });
  });
});

describe('a panel', () => {
  it('has each pair of the states named in each period, with zeros', async () => {
    const rows = [
      ...panelRows(await store.dyadCounts('year'), await store.reportDays(), codes, { by: 'year', among: ['NOR', 'CHN', 'RUS'] }),
    ];
    expect(rows.map((r) => [r.period, r.a, r.b])).toEqual(
      ['2021', '2022'].flatMap((year) => [
        [year, 'CHN', 'NOR'],
        [year, 'CHN', 'RUS'],
        [year, 'NOR', 'RUS'],
      ]),
    );
    expect(rows.find((r) => r.period === '2022' && r.b === 'NOR')).toMatchObject({
      events: 1,
      mentions: 14,
      reports: 2,
      goldsteinMean: 2.5,
    });
    expect(rows.find((r) => r.b === 'RUS')).not.toHaveProperty('goldsteinMean');
  });

  it('has all members of the system, and those alone', async () => {
    const rows = [...panelRows([], [{ day: '1980-05-01', reports: 1 }], codes, { by: 'year' })];
    const members = new Set(rows.flatMap((r) => [r.a, r.b]));
    expect(members.has('KOR')).toBe(true);
    expect(members.has('SUN') || members.has('RUS')).toBe(true);
    expect(members.has('EST')).toBe(false);
    expect(members.has('ABW')).toBe(false);
    expect(rows).toHaveLength((members.size * (members.size - 1)) / 2);
  });

  it('directed has both directions of what both do', async () => {
    const rows = [
      ...panelRows(await store.dyadCounts('month'), await store.reportDays(), codes, {
        by: 'month',
        among: ['NOR', 'CHN'],
        directed: true,
        since: '2022-05',
        until: '2022-05',
      }),
    ];
    expect(rows.map((r) => [r.a, r.b, r.events])).toEqual([
      ['CHN', 'NOR', 1],
      ['NOR', 'CHN', 1],
    ]);
  });

  it('adds up to the series of records', async () => {
    const series = seriesOf(tellingsOf(records, ['NOR', 'CHN']), daysOf(records), ['NOR', 'CHN'], { by: 'year' });
    const rows = [...panelRows(await store.dyadCounts('year'), await store.reportDays(), codes, { by: 'year', among: ['NOR', 'CHN'] })];
    expect(rows.map((r) => [r.period, r.events, r.mentions, r.goldsteinSum, r.reports])).toEqual(
      series.map((r) => [r.period, r.events, r.mentions, r.goldsteinSum, r.reports]),
    );
  });

  it('is counted by a store as by records', async () => {
    const bare = (rows: ReturnType<typeof seriesOf>) => rows.map(({ tellings, ...row }) => ({ ...row, tellings: tellings.length }));
    for (const pair of [
      ['NOR', 'CHN'],
      ['person:kari-holm', 'CHN'],
      ['person:li-wen', 'person:kari-holm'],
    ] as const)
      for (const all of [false, true])
        expect(
          bare(seriesOf(await store.tellings(pair[0], pair[1], { all }), await store.reportDays(), pair, { by: 'day', directed: true })),
        ).toEqual(bare(seriesOf(tellingsOf(records, pair, { all }), daysOf(records), pair, { by: 'day', directed: true })));
  });
});
