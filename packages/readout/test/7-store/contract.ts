/** What every store must do, whatever is below it. `open` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRecord, recordKeys, type Store } from '../../src/7-store/index.ts';
import type { Record } from '../../src/model/index.ts';
import { agencyRecord, jointRecord, manyRecords, talksRecord } from './records.ts';

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

    describe('asked', () => {
      beforeEach(async () => {
        await store.upsert([talksRecord(), agencyRecord()]);
      });

      const rules = async (filter: Parameters<Store['events']>[0]): Promise<string> =>
        (await store.events({ publisher: 'harbour-post', ...filter })).items.map((e) => e.record.rule).join(' ');

      it('shows events that happened, unless asked for all', async () => {
        expect(await rules({})).toBe('consult.meet');
        expect(await rules({ all: true })).toBe('consult.meet agree.sign consult.talk');
        expect(await rules({ status: 'background' })).toBe('agree.sign');
        expect(await rules({ modality: 'intended' })).toBe('consult.talk');
      });

      it('leaves doubtful events to who asks for them, in lists and in counts', async () => {
        const record = talksRecord();
        const doubtful = { ...record, events: record.events.map((e) => ({ ...e, confidence: e.id === 'e1' ? 0.6 : 0.9 })) };
        expect(await store.upsert([doubtful])).toMatchObject({ replaced: 1 });
        expect(await rules({})).toBe('');
        expect(await rules({ confidence: 0 })).toBe('consult.meet');
        expect(await rules({ confidence: 0.6 })).toBe('consult.meet');
        expect(await rules({ confidence: 0.61 })).toBe('');
        expect(await rules({ all: true })).toBe('consult.meet agree.sign consult.talk');
        expect(await rules({ all: true, confidence: 0.8 })).toBe('agree.sign consult.talk');
        const atOslo = async (all: boolean): Promise<number | undefined> =>
          (await store.places({ all })).find((p) => p.place === 'place:oslo')?.events;
        expect([await atOslo(false), await atOslo(true)]).toEqual([1, 2]);
      });

      it('finds events by party, on the side that is meant', async () => {
        expect(await rules({ actor: 'KOR' })).toBe('');
        expect(await rules({ actor: 'NOR', recipient: 'CHN' })).toBe('consult.meet');
        expect(await rules({ actor: 'China', recipient: 'norway' })).toBe('consult.meet');
        expect(await rules({ actor: 'NOR', recipient: 'NOR' })).toBe('');
        expect(await rules({ actor: 'NOR', recipient: 'CHN', all: true })).toBe('consult.meet agree.sign');
        expect(await rules({ actor: 'CHN', recipient: 'NOR', all: true })).toBe('consult.meet');
        expect(await rules({ actor: 'Kari Holm' })).toBe('consult.meet');
        expect(await rules({ recipient: 'li wen' })).toBe('consult.meet');
        expect(await rules({ state: 'chn', all: true })).toBe('consult.meet agree.sign');
      });

      it('finds events by type and day', async () => {
        expect(await rules({ event: 'AGREE', all: true })).toBe('agree.sign');
        expect(await rules({ since: '2022-05-02', until: '2022-05' })).toBe('consult.meet');
        expect(await rules({ until: '2022-05-01', all: true })).toBe('agree.sign');
        expect(await rules({ since: '2019-06-01', until: '2019-06-30', all: true })).toBe('agree.sign');
        expect(await rules({ since: '2022-05-03' })).toBe('');
      });

      it('gives an event with its id, article, words and names', async () => {
        const [event] = (await store.events({ publisher: 'Harbour Post' })).items;
        expect(event).toMatchObject({
          kind: 'event',
          id: recordKeys(talksRecord()).find((k) => k.local === 'e1')?.id,
          article: { publisher: { id: 'harbour-post' }, published: '2022-05-03' },
          quote: 'Norwegian Foreign Minister Kari Holm met her Chinese counterpart Li Wen in Oslo on Monday.',
          names: { 'person:kari-holm': 'Kari Holm', 'place:oslo': 'Oslo' },
          record: { id: 'e1' },
        });
      });

      it('finds claims by source and topic, relations by parties, silences by whom and about what', async () => {
        const total = async (page: Promise<{ readonly items: readonly unknown[] }>): Promise<number> => (await page).items.length;
        expect(await total(store.claims({ source: 'NOR' }))).toBe(2);
        expect(await total(store.claims({ source: 'CHN' }))).toBe(0);
        expect(await total(store.claims({ about: 'China', publisher: 'sudar-news' }))).toBe(1);
        expect(await total(store.claims({ state: 'CHN', until: '2022-05-03' }))).toBe(1);
        expect(await total(store.claims({ act: 'deny' }))).toBe(0);
        expect(await total(store.relations({ parties: ['CHN', 'NOR'] }))).toBe(2);
        expect(await total(store.relations({ parties: ['CHN', 'PRK'] }))).toBe(0);
        expect(await total(store.relations({ kind: 'alliance' }))).toBe(0);
        expect(await total(store.silences({ by: 'CHN', about: 'the fishing dispute' }))).toBe(2);
        expect(await total(store.silences({ by: 'NOR' }))).toBe(0);
        expect((await store.silences()).items[0]?.quote).toBe('Chinese state media did not mention the fishing dispute.');
      });

      it('finds what several say together by each of them, once', async () => {
        await store.upsert([jointRecord()]);
        const found = async (filter: Parameters<Store['claims']>[0]): Promise<string> =>
          (await store.claims({ since: '2022-05-05', ...filter })).items.map((c) => c.record.id).join(' ');
        expect(await found({ source: 'CHN' })).toBe('c2 c3');
        expect(await found({ source: 'NOR' })).toBe('c1 c2 c3');
        expect(await found({ source: 'Li Wen' })).toBe('c3');
        expect(await found({ source: 'norway' })).toBe('c1 c2 c3');
        expect(await found({ source: 'KOR' })).toBe('');
        expect(await found({ state: 'CHN' })).toBe('c1 c2 c3');
        expect(await found({ source: 'CHN', publisher: 'harbour-post', act: 'state' })).toBe('c2 c3');
        const first = await store.claims({ source: 'NOR', since: '2022-05-05', limit: 2 });
        expect(await found({ source: 'NOR', limit: 2, ...(first.next === undefined ? {} : { cursor: first.next }) })).toBe('c3');
        expect(first.items[1]?.names).toMatchObject({ NOR: 'Norway', CHN: 'China' });
      });

      it('counts who speaks for a state with what is said together, a report once', async () => {
        await store.upsert([jointRecord()]);
        for (const filter of [{}, { who: 'CHN' }, { who: 'Li Wen' }, { since: '2022-05-05' }]) {
          const ties = await store.ties({ kinds: ['speaks-for'], states: false, ...filter });
          expect(ties.find((t) => t.from === 'person:li-wen')).toEqual({
            kind: 'speaks-for',
            from: 'person:li-wen',
            to: 'CHN',
            weight: 1,
            reports: 1,
            first: '2022-05-05',
            last: '2022-05-05',
          });
        }
        const all = await store.ties({ kinds: ['speaks-for'], states: false });
        expect(all.find((t) => t.from === 'person:kari-holm')).toMatchObject({ to: 'NOR', weight: 4, reports: 3, last: '2022-05-05' });
        const [latest] = await store.ties({ kinds: ['speaks-for'], states: false, who: 'NOR', since: '2022-05-05' });
        expect(latest).toMatchObject({ from: 'person:kari-holm', weight: 2, reports: 1 });
      });

      it('counts entities over articles', async () => {
        expect((await store.entities()).items[0]).toEqual({
          id: 'person:kari-holm',
          kind: 'person',
          name: 'Kari Holm',
          state: 'NOR',
          sector: 'GOV',
          articles: 2,
          mentions: 4,
        });
        expect((await store.entities({ kind: 'place' })).items.map((e) => e.id)).toEqual(['place:oslo']);
        expect((await store.entities({ name: 'STATE media' })).items.map((e) => e.id)).toEqual(['outlet:chinese-state-media']);
        expect((await store.entities({ state: 'CHN', publisher: 'sudar-news' })).items).toHaveLength(3);
      });

      it('searches words, phrases, beginnings and names, and nothing else means anything', async () => {
        const found = async (words: string): Promise<number> => (await store.search(words)).items.length;
        expect(await found('fishing dispute')).toBe(2);
        expect(await found('"trading partner"')).toBe(2);
        expect(await found('"partner trading"')).toBe(0);
        expect(await found('fish*')).toBe(2);
        expect(await found('fish')).toBe(0);
        expect(await found('ministers OSLO')).toBe(2);
        expect(await found('NOT OR ( AND')).toBe(0);
        expect(await found('oslo - NEAR(')).toBe(0);
        expect((await store.search('fishing', { publisher: 'sudar-news' })).items[0]).toMatchObject({
          publisher: { id: 'sudar-news' },
          counts: { events: 3, claims: 1, relations: 1, silences: 1 },
          snippet: expect.stringContaining('\u0002fishing\u0003'),
        });
        await expect(store.search(' " ')).rejects.toMatchObject({ code: 'usage/bad-value' });
        await store.upsert([{ ...talksRecord({ engine: '2' }), entities: [] }]);
        expect(await found('"state media"')).toBe(2);
      });

      it('finds anything by id or its unique beginning', async () => {
        const record = talksRecord();
        for (const { id, kind, local } of recordKeys(record)) {
          expect(await store.find(id)).toMatchObject({ kind, id, item: { id: local }, record: { article: { id: record.article.id } } });
          expect(await store.find(id.slice(0, 12))).toMatchObject({ id });
        }
        expect(await store.find(record.article.id.slice(7, 19))).toMatchObject({ kind: 'article', id: record.article.id });
        expect(await store.find('CHN')).toMatchObject({ kind: 'entity', entity: { name: 'China', articles: 2 } });
        expect(await store.find('nothing')).toBeUndefined();
        expect(await store.find('e_ffffffffffff')).toBeUndefined();
        await expect(store.find('e_')).rejects.toMatchObject({ code: 'store/ambiguous' });
      });
    });

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
      await expect(store.events({ cursor: 'x' })).rejects.toMatchObject({ code: 'usage/bad-value' });
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
