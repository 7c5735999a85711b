// Stories, comparisons and omissions over the API, on the sample reports.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scaleRecord } from '../../../../bench/scale/records.ts';
import { articleId } from '../../src/1-article/article-id.ts';
import { openStore, type Store } from '../../src/7-store/index.ts';
import { searchWords } from '../../src/8-compare/index.ts';
import { makeApp } from '../../src/http/index.ts';
import { comparisonView, omissionPage, storyPage, storyView } from '../../src/http/schemas/compare.ts';
import { StoryBook } from '../../src/http/story-book.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Publisher } from '../../src/model/index.ts';
import { manyRecords, talksRecord } from '../7-store/records.ts';
import { sampleRecords } from '../8-compare/samples.ts';
import { newFolder } from '../folder.ts';

let folder: string;
let store: Store;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  folder = newFolder('stories');
  store = await openStore(join(folder, 'store.sqlite'), { create: true });
  await store.upsert((await sampleRecords()).map((s) => s.record));
  app = makeApp({ store, webFolder: '/nowhere' });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await app.request(`http://127.0.0.1:4321${path}`, { headers: { host: '127.0.0.1:4321' } });
  return { status: response.status, body: await response.json() };
};

describe('stories', () => {
  it('come latest first, with the heads of their reports, as described', async () => {
    const page = storyPage.strict().parse((await get('/api/stories?limit=3')).body);
    expect(page.items).toHaveLength(3);
    expect(page.items[0]?.parties).toEqual(expect.arrayContaining(['CHN', 'KOR']));
    for (const s of page.items) for (const id of s.articles) expect(page.reports[id]?.publisher?.name).toBeTruthy();
    const rest = storyPage.parse((await get(`/api/stories?limit=3&cursor=${page.next}`)).body);
    expect(rest.items.length).toBeGreaterThan(0);
  });

  it('of no day come after all others', async () => {
    const text = 'The lighthouse keeper retired after forty winters.';
    const id = articleId(text, undefined, undefined);
    const none = { entities: [], mentions: [], times: [], claims: [], events: [], relations: [], silences: [], figures: [] };
    const article = { id, text, language: 'en', parts: [{ kind: 'body' as const, span: { start: 0, end: text.length } }] };
    const small = await openStore(join(folder, 'undated.sqlite'), { create: true });
    await small.upsert([{ ...talksRecord(), ...none, article }, ...manyRecords(3)]);
    const answer = await makeApp({ store: small, webFolder: '/nowhere' }).request('http://127.0.0.1/api/stories', {
      headers: { host: '127.0.0.1' },
    });
    const { items } = storyPage.parse(await answer.json());
    await small.close();
    expect(items.length).toBeGreaterThan(1);
    expect(items.at(-1)?.articles).toEqual([id]);
    expect(items[0]?.start).toBeDefined();
  });

  it('are chosen by party, days and publisher', async () => {
    const ids = async (query: string): Promise<number> => storyPage.parse((await get(`/api/stories?${query}`)).body).items.length;
    expect(await ids('party=SWE')).toBe(1);
    expect(await ids('since=2024-11-01')).toBe(1);
    expect(await ids('until=2023-12-31')).toBe(1);
    expect(await ids('publisher=volga')).toBe(1);
    expect([await ids('party=sweden'), await ids('party=swe')]).toEqual([1, 1]);
    expect([await ids('since=2024-11'), await ids('until=2023'), await ids('since=2023&until=2023')]).toEqual([1, 1, 1]);
    expect((await get('/api/stories?party=nosuch')).status).toBe(404);
  });

  it('have a page of their own, and a comparison', async () => {
    const { items } = storyPage.parse((await get('/api/stories?party=KOR')).body);
    const id = items.find((s) => s.parties.includes('CHN'))?.id ?? '';
    const view = storyView.strict().parse((await get(`/api/stories/${id.slice(0, 14)}`)).body);
    expect(view.reports).toHaveLength(3);
    expect(view.names.PRK).toBe('North Korea');
    const { comparison } = comparisonView.strict().parse((await get(`/api/stories/${id}/comparison`)).body);
    expect(comparison.accounts).toHaveLength(3);
    expect(comparison.framing).toHaveLength(3);
    expect(comparison.omissions.length).toBeGreaterThan(0);
  });

  it('that are not there are a 404', async () => {
    expect((await get('/api/stories/story:0000')).status).toBe(404);
    expect((await get(`/api/compare?articles=sha256:${'0'.repeat(64)}`)).status).toBe(404);
    expect((await get('/api/compare?articles=x')).status).toBe(400);
    expect((await get(`/api/compare?articles=${Array.from({ length: 51 }, (_, i) => `${10_000_000 + i}`).join(',')}`)).status).toBe(400);
  });
});

describe('comparisons', () => {
  it('of one report lay its voices beside each other', async () => {
    const meridian = (await store.articles({ publisher: 'Meridian Press (fictional)', since: '2024-11-01' })).items[0]?.id;
    const { comparison } = comparisonView.parse((await get(`/api/compare?articles=${meridian}`)).body);
    expect(comparison.accounts.every((a) => a.partial)).toBe(true);
    expect(comparison.omissions).toEqual([]);
  });

  it('list omissions by publisher', async () => {
    const page = omissionPage.strict().parse((await get('/api/omissions?by=great+wall&limit=5')).body);
    expect(page.items.length).toBeGreaterThan(0);
    for (const item of page.items) expect(item.publisher).toContain('Great Wall');
    expect((await get('/api/omissions?by=nosuch')).body).toMatchObject({ status: 404, detail: 'No report is by "nosuch".' });
  });

  it('find the omissions of the same stories once for all pages, and anew when a report is there that was not', async () => {
    const changing = await openStore(join(folder, 'changing.sqlite'), { create: true });
    const records = (await sampleRecords()).map((s) => s.record);
    await changing.upsert(records.slice(0, -3));
    const book = new StoryBook(changing, { words: searchWords(loadKnowledge()) });
    const { stories } = await book.book();
    const [first, again] = await Promise.all([book.omissions(stories, undefined), book.omissions(stories, undefined)]);
    expect(first.length).toBeGreaterThan(0);
    expect(again).toBe(first);
    expect(await book.omissions(stories, 'great wall')).not.toBe(first);
    await changing.upsert(records);
    const later = await book.omissions((await book.book()).stories, undefined);
    await changing.close();
    expect(later.length).toBeGreaterThan(first.length);
  });
});

describe('a store with more reports than are grouped at once', () => {
  const words = { words: undefined } as never;
  it('tells of its latest stories, those of days, or those around a report; every story is found by its id', async () => {
    const whole = await new StoryBook(store, words).book();
    expect(whole.part).toBeUndefined();
    const some = new StoryBook(store, words, { most: 4 });
    const latest = await some.book();
    expect(latest.heads.size).toBeLessThan(12);
    expect(latest.part?.of).toBe(12);
    for (const story of whole.stories) {
      expect((await new StoryBook(store, words, { most: 4 }).story(story.id)).story.articles).toEqual(story.articles);
      expect((await some.story(story.id.slice(0, 20))).story.id).toBe(story.id);
      const [article = ''] = story.articles;
      expect((await some.book({ article: article.slice(7, 20) })).stories.find((s) => s.articles.includes(article))?.id).toBe(story.id);
      const { start, end } = story;
      expect((await some.book({ since: start, until: end })).stories.map((s) => s.id)).toContain(story.id);
    }
    await expect(some.story(`story:${'0'.repeat(32)}`)).rejects.toMatchObject({ code: 'store/not-found' });
  });

  it('keeps what it has grouped, in however many cells the reports of a quiet store lie', async () => {
    const records = Array.from({ length: 70 }, (_, n) => {
      const made = scaleRecord(n);
      const published = {
        value: new Date(Date.UTC(1990, 0, 1 + 100 * n)).toISOString().slice(0, 10),
        precision: 'day',
        basis: 'header',
      } as const;
      const id = articleId(made.article.text, made.article.publisher?.id, published.value);
      return { ...made, article: { ...made.article, id, published } };
    });
    const quiet = await openStore(join(folder, 'quiet.sqlite'), { create: true });
    await quiet.upsert(records);
    let read = 0;
    const counted = new Proxy(quiet, {
      get: (target, name) => {
        if (name === 'article') read++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const book = new StoryBook(counted, words, { most: 60 });
    const first = await book.book();
    expect([first.stories.length > 24, read >= 30]).toEqual([true, true]);
    read = 0;
    expect(await book.book()).toEqual(first);
    expect(read).toBe(0);
    await quiet.close();
  });

  it('has each report in one story, the same whatever was asked', async () => {
    const day = (n: number): string => new Date(Date.UTC(2032, 0, 1 + n)).toISOString().slice(0, 10);
    // Two hundred days, and reports that copy each other's words days apart, so that stories lie across cells.
    const records = Array.from({ length: 360 }, (_, n) => {
      const made = scaleRecord(Math.floor(n / 4));
      const published = { value: day((Math.floor(n / 4) * 2 + (n % 4) * 3) % 200), precision: 'day', basis: 'header' } as const;
      const publisher = { ...made.article.publisher, id: `wire-${n % 4}` } as Publisher;
      const id = articleId(made.article.text, publisher.id, published.value);
      return { ...made, article: { ...made.article, id, url: `https://wire.example/${n}`, publisher, published } };
    });
    const large = await openStore(join(folder, 'large.sqlite'), { create: true });
    await large.upsert(records);
    const book = new StoryBook(large, words, { most: 40 });
    const storyOf = new Map<string, string>();
    const look = async (wanted: Parameters<StoryBook['book']>[0]): Promise<void> => {
      const seen = new Set<string>();
      for (const { id, articles } of (await book.book(wanted)).stories)
        for (const article of articles) {
          expect(seen.has(article)).toBe(false);
          seen.add(article);
          const told = `${id} ${articles.join(' ')}`;
          expect(storyOf.get(article) ?? told).toBe(told);
          storyOf.set(article, told);
        }
    };
    await look({});
    for (let n = 0; n < 200; n += 17) await look({ since: day(n), until: day(n + 9) });
    for (let n = 0; n < 360; n += 29) await look({ article: records[n]?.article.id });
    await large.close();
    expect(storyOf.size).toBe(360);
    expect([...new Set(storyOf.values())].some((told) => told.split(' ').length > 2)).toBe(true);
  });
});
