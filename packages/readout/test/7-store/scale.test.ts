// A store of some size: lists, searches and pages stay quick, and all is as its records say. The full size is `npm run bench:scale`.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureStore } from '../../../../bench/scale/measure.ts';
import { scaleRecord } from '../../../../bench/scale/records.ts';
import { saidBy } from '../../src/4-claims/said-by.ts';
import { openStore, type Store, type Tie } from '../../src/7-store/index.ts';
import { daysOf, networkEdges, seriesOf, tellingsOf } from '../../src/9-measure/index.ts';
import { folderOfTests } from '../folder.ts';

const ARTICLES = 3_000;
const folder = folderOfTests('scale');
let store: Store;
beforeAll(async () => {
  store = await openStore(join(folder, 'scale.db'), { create: true });
  for (let n = 0; n < ARTICLES; n += 1_000) await store.upsert(Array.from({ length: 1_000 }, (_, i) => scaleRecord(n + i)));
});
afterAll(() => store.close());

describe(`a store of ${ARTICLES} articles`, () => {
  it('holds what it was given', async () => {
    expect(await store.counts()).toMatchObject({ articles: ARTICLES, superseded: 0 });
    const record = scaleRecord(17);
    expect(await store.article(record.article.id)).toEqual(record);
    expect(scaleRecord(17)).toEqual(record);
  });

  it('answers what a person clicks on in little processor time', async () => {
    // Time of the processor, not of the clock: other tests run beside this one. The bars are a 30th of the articles below those of the full size.
    const timings = await measureStore(store, 6);
    for (const { what, cpu95 } of timings) expect(cpu95, what).toBeLessThan(400);
  });

  it('counts a dyad as its records do', async () => {
    const records = Array.from({ length: ARTICLES }, (_, n) => scaleRecord(n));
    const bare = (rows: ReturnType<typeof seriesOf>) => rows.map(({ tellings, ...row }) => ({ ...row, tellings: tellings.length }));
    for (const pair of [
      ['CHN', 'USA'],
      ['KOR', 'PRK'],
    ] as const)
      expect(bare(seriesOf(await store.tellings(pair[0], pair[1]), await store.reportDays(), pair))).toEqual(
        bare(seriesOf(tellingsOf(records, pair), daysOf(records), pair)),
      );
  });

  it('has who says what, alone or together, as its records do', async () => {
    const records = Array.from({ length: ARTICLES }, (_, n) => scaleRecord(n));
    const bare = (ties: readonly Tie[]) =>
      ties.map(({ kind, from, to, weight, reports, first, last }) => [kind, from, to, weight, reports, first, last]);
    for (const who of [undefined, 'NOR', 'person:nor-1']) {
      const made = networkEdges(records, { kinds: ['speaks-for'] }).filter((t) => who === undefined || t.from === who || t.to === who);
      expect(made.length).toBeGreaterThan(0);
      expect(bare(await store.ties({ kinds: ['speaks-for'], states: false, ...(who === undefined ? {} : { who }) }))).toEqual(bare(made));
    }
    const said = records.flatMap((r) =>
      r.claims.filter((c) => saidBy(c).some((id) => id.startsWith('person:nor-'))).map((c) => `${r.article.id} ${c.id}`),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await store.claims({ source: 'NOR', limit: 97, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map((i) => `${i.article.id} ${i.record.id}`));
      cursor = page.next;
    }
    expect(new Set(seen)).toEqual(new Set(said));
    expect(seen).toHaveLength(said.length);
  });

  it('goes through a list page by page without losing or doubling anything', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.happenings({ state: 'NOR', limit: 97, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map((i) => `${i.article} ${i.record.id}`));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    const records = Array.from({ length: ARTICLES }, (_, n) => scaleRecord(n));
    const made = records.flatMap((r) =>
      r.events.filter(
        (e) => e.modality === 'asserted' && e.status === 'current' && [...e.actor, ...e.recipient].some((p) => p.state === 'NOR'),
      ),
    );
    expect(seen).toHaveLength(made.length);
  });
});
