/** What every store answers to questions about what is in it; part of the contract. */
import { beforeEach, describe, expect, it } from 'vitest';
import { recordKeys, type Store } from '../../src/7-store/index.ts';
import { agencyRecord, jointRecord, privateRecord, talksRecord } from './records.ts';

/** Questions to the store that `open` gives, in which two reports of one meeting are put. */
export function askedContract(open: () => Store): void {
  describe('asked', () => {
    let store: Store;
    beforeEach(async () => {
      store = open();
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

    it('takes nobody to speak for a state who only belongs to one', async () => {
      await store.upsert([privateRecord()]);
      const found = async (source: string): Promise<string> =>
        (await store.claims({ since: '2022-05-06', source })).items.map((c) => c.record.id).join(' ');
      expect(await found('NOR')).toBe('c2');
      expect(await found('person:kari-holm')).toBe('c1 c3');
      expect(await store.ties({ kinds: ['speaks-for'], states: false, since: '2022-05-06' })).toEqual([]);
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

    it('finds a name that begins with another letter than A to Z, in any case', async () => {
      const record = talksRecord();
      const named = record.entities.map((e) => (e.id === 'person:kari-holm' ? { ...e, name: 'Øyvind Årdal' } : e));
      await store.upsert([{ ...record, engine: { ...record.engine, version: '3' }, entities: named }]);
      for (const name of ['Øyvind Årdal', 'øyvind årdal', 'ØYVIND ÅRDAL']) {
        expect(await rules({ actor: name })).toBe('consult.meet');
        expect((await store.entities({ name: name.slice(7), publisher: 'harbour-post' })).items.map((e) => e.id)).toEqual([
          'person:kari-holm',
        ]);
      }
    });

    it('counts nothing without a day where days are asked for', async () => {
      const record = talksRecord({ day: '2022-05-04' });
      const undated = record.events.map(({ date: _, ...event }) => event);
      await store.upsert([{ ...record, events: undated }]);
      const meetings = async (filter: object): Promise<number | undefined> =>
        (await store.ties({ kinds: ['meets'], states: true, who: 'NOR', ...filter }))[0]?.weight;
      const [all, dated] = [await meetings({}), await meetings({ since: '2000' })];
      expect(dated).toBeLessThan(all ?? 0);
      expect(await meetings({ until: '2099' })).toBe(dated);
      expect((await store.tellings('NOR', 'CHN', { until: '2099' })).every((t) => t.day !== undefined)).toBe(true);
    });

    it('counts the places of what a month is known of as lists have them', async () => {
      const record = talksRecord({ day: '2022-06-30' });
      const month = { start: '2022-06-01', end: '2022-06-30', precision: 'month', basis: 'implied' } as const;
      await store.upsert([{ ...record, events: record.events.slice(0, 1).map((e) => ({ ...e, date: month })) }]);
      const filter = { since: '2022-06-15', event: 'CONSULT' } as const;
      const { items } = await store.events({ ...filter, location: 'place:oslo' });
      expect((await store.places(filter)).map((p) => p.events)).toEqual([items.length]);
      expect(items).toHaveLength(1);
    });
  });
}
