/** What every store must do, whatever is below it. `open` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRecord, type Store } from '../../src/7-store/index.ts';
import type { Record } from '../../src/model/index.ts';
import { askedContract } from './contract-asked.ts';
import { agencyRecord, manyRecords, talksRecord } from './records.ts';

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives a record back byte for byte', async () => {
      const record = { ...talksRecord({ url: 'https://harbour.example/a' }), later: { field: [1, null, 'é'] } };
      await store.upsert([record]);
      expect(JSON.stringify(await store.article(record.article.id))).toBe(JSON.stringify(record));
      expect(await store.article('sha256:none')).toBeUndefined();
    });

    it('keeps the order of keys and texts of any script', async () => {
      const { schema, ...rest } = talksRecord({ text: `${talksRecord().article.text} 北京 😀 “é”`, title: 'Tromsø\u0000' });
      const record = { ...rest, schema } as Record;
      await store.upsert([record]);
      expect(JSON.stringify(await store.article(record.article.id))).toBe(JSON.stringify(record));
    });

    it('is not changed by a replay', async () => {
      const records = [talksRecord(), agencyRecord()];
      expect(await store.upsert(records)).toEqual({ added: 2, unchanged: 0, replaced: 0, superseded: 0 });
      const before = await everything(store);
      expect(await store.upsert([...records].reverse())).toEqual({ added: 0, unchanged: 2, replaced: 0, superseded: 0 });
      expect(await everything(store)).toEqual(before);
    });

    it('holds the same whatever the order of arrival', async () => {
      const records = manyRecords(12);
      await store.upsert(records);
      const other = await open();
      for (const record of [...records].reverse()) await other.upsert([record]);
      expect(await everything(other)).toEqual(await everything(store));
      await other.close();
    });

    it('replaces what another engine read, and says which articles an engine knows', async () => {
      const [old, renewed] = [talksRecord(), { ...talksRecord({ engine: '0.2.0' }), events: [] }];
      await store.upsert([old]);
      expect(await store.known([old.article.id, 'sha256:none'])).toEqual(new Set([old.article.id]));
      expect(await store.known([old.article.id], renewed.engine)).toEqual(new Set());
      expect(await store.upsert([renewed])).toMatchObject({ replaced: 1 });
      expect((await store.events({ all: true })).items).toEqual([]);
      expect(await store.known([old.article.id], renewed.engine)).toEqual(new Set([old.article.id]));
      expect((await store.verify()).mismatches).toEqual([]);
    });

    it('keeps the older version of a page and marks it', async () => {
      const url = 'https://harbour.example/a';
      const first = talksRecord({ url });
      const second = talksRecord({ url, text: `${talksRecord().article.text} Updated.` });
      await store.upsert([first]);
      expect(await store.upsert([second])).toMatchObject({ added: 1, superseded: 1 });
      expect((await store.articles()).items.map((a) => a.id)).toEqual([second.article.id]);
      expect((await store.articles({ all: true })).items).toHaveLength(2);
      expect((await store.events()).items.map((e) => e.article.id)).toEqual([second.article.id]);
      expect((await store.versions(first.article.id)).map((v) => v.supersededBy)).toEqual([second.article.id, undefined]);
      expect(await store.counts()).toMatchObject({ articles: 1, superseded: 1, events: 3 });
      // An older day that comes later is no newer version; a front page is no article.
      expect(await store.upsert([talksRecord({ url, day: '2022-05-01' })])).toMatchObject({ added: 1, superseded: 1 });
      expect((await store.articles()).items.map((a) => a.id)).toEqual([second.article.id]);
      await store.upsert([
        talksRecord({ url: 'https://harbour.example/', day: '2021-01-01' }),
        talksRecord({ url: 'https://harbour.example/', day: '2021-01-02' }),
      ]);
      expect((await store.articles()).items).toHaveLength(3);
    });

    it('refuses a record that does not slice, and then writes none of the batch', async () => {
      const good = agencyRecord();
      const bad = talksRecord();
      const end = bad.article.text.length;
      const broken: readonly Record[] = [
        { ...bad, events: bad.events.map((e) => ({ ...e, evidence: [{ span: { start: 0, end: end + 1 }, as: 'trigger' }] })) },
        { ...bad, mentions: bad.mentions.map((m) => ({ ...m, span: { start: 9, end: 10 } })) },
        { ...bad, claims: bad.claims.map((c) => ({ ...c, cue: [{ start: 5, end: 3 }] })) },
        { ...bad, relations: bad.relations.map((r) => ({ ...r, evidence: [] })) },
        { ...bad, figures: [...bad.figures, ...bad.figures] },
        { ...bad, article: { ...bad.article, text: `${bad.article.text} More.` } },
      ];
      for (const record of broken) {
        expect(checkRecord(record)).not.toEqual([]);
        await expect(store.upsert([good, record])).rejects.toMatchObject({ code: 'store/mismatch', at: record.article.id });
      }
      expect(await store.counts()).toMatchObject({ articles: 0, events: 0 });
      expect(checkRecord(good)).toEqual([]);
    });

    askedContract(() => store);

    it('pages through all, each once', async () => {
      await store.upsert(manyRecords(25));
      for (const page of [
        (p: object) => store.articles(p),
        (p: object) => store.events({ ...p, all: true }),
        (p: object) => store.claims(p),
        (p: object) => store.entities(p),
        (p: object) => store.search('oslo', p),
      ]) {
        const whole = (await page({ limit: 1_000 })).items.map((item) => item.id);
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const { items, next }: { readonly items: readonly { readonly id: string }[]; readonly next?: string } = await page({
            limit: 4,
            ...(cursor === undefined ? {} : { cursor }),
          });
          ids.push(...items.map((item) => item.id));
          cursor = next;
        } while (cursor !== undefined);
        expect(ids).toEqual(whole);
        expect(new Set(ids).size).toBe(ids.length);
      }
      for (const cursor of ['x', '[1.5]', '[1e400]', '["2022-05-03","sha256:",1.5]'].map((c) => Buffer.from(c).toString('base64url'))) {
        await expect(store.events({ cursor })).rejects.toMatchObject({ code: 'usage/bad-value' });
        await expect(store.search('oslo', { cursor })).rejects.toMatchObject({ code: 'usage/bad-value' });
      }
      await expect(store.events({ limit: 0 })).rejects.toMatchObject({ code: 'usage/bad-value' });
    });

    it('verifies what it holds', async () => {
      await store.upsert([talksRecord(), agencyRecord()]);
      const seen: string[] = [];
      const { articles, spans, mismatches } = await store.verify((done, total) => seen.push(`${done}/${total}`));
      expect({ articles, mismatches, seen }).toEqual({ articles: 2, mismatches: [], seen: ['1/2', '2/2'] });
      expect(spans).toBeGreaterThan(40);
    });
  });
}

async function everything(store: Store): Promise<unknown> {
  const [articles, events, claims, relations, silences, entities] = await Promise.all([
    store.articles({ all: true }),
    store.events({ all: true }),
    store.claims({ all: true }),
    store.relations({ all: true }),
    store.silences({ all: true }),
    store.entities({ all: true }),
  ]);
  return { articles, events, claims, relations, silences, entities, counts: await store.counts() };
}
