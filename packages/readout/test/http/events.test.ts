// One event over the API, its other accounts, the CSV of a comparison, and how often may be asked.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, recordKeys, type Store } from '../../src/7-store/index.ts';
import { comparisonColumns } from '../../src/cli/format/comparison-columns.ts';
import { makeApp } from '../../src/http/index.ts';
import { limited } from '../../src/http/rate.ts';
import { eventAccounts, eventView, recordAt } from '../../src/http/schemas/event-page.ts';
import type { Record } from '../../src/model/index.ts';
import { sampleRecords } from '../8-compare/samples.ts';
import { newFolder } from '../folder.ts';

let folder: string;
let store: Store;
let records: readonly Record[];
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  folder = newFolder('events');
  store = await openStore(join(folder, 'store.sqlite'), { create: true });
  records = (await sampleRecords()).map((s) => s.record);
  await store.upsert(records);
  app = makeApp({ store, webFolder: '/nowhere' });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const ask = (path: string): Promise<Response> =>
  Promise.resolve(app.request(`http://127.0.0.1:4321${path}`, { headers: { host: '127.0.0.1:4321' } }));
const get = async (path: string): Promise<unknown> => {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return response.json();
};
const lines = (csv: string): readonly string[] => csv.trim().split('\r\n');

describe('one event', () => {
  it('each of the samples: its words slice, its rule and its table row are there, the twin and the short ways say the same', async () => {
    for (const record of records)
      for (const { id, local } of recordKeys(record).filter((k) => k.kind === 'event')) {
        const page = eventView.strict().parse(await get(`/api/events/${id}`));
        expect(page.record).toEqual(record.events.find((e) => e.id === local));
        for (const { span, text } of page.words) expect(text).toBe(record.article.text.slice(span.start, span.end));
        const { text, start } = page.passage;
        expect(text).toBe(record.article.text.slice(start, start + text.length));
        const trigger = page.words.find((w) => w.as === 'trigger');
        if (trigger) expect(text.slice(trigger.span.start - start, trigger.span.end - start)).toBe(trigger.text);
        expect(page.rule).toMatchObject({ id: page.record.rule, wording: expect.any(Array) });
        expect(page.table?.code).toBe(page.record.cameo);
        expect(page.claim?.id).toBe(page.record.claim);
        if (local !== 'e1') continue;
        expect(await get(`/api/events/${id}.json`)).toEqual(page);
        expect(await get(`/api/events/${id.slice(0, 14)}`)).toEqual(page);
        expect(await get(`/api/events/${record.article.id.slice(7, 23)}:e1`)).toEqual(page);
        if (page.list) expect(((await get(page.list)) as { items: { id: string }[] }).items.length).toBeGreaterThanOrEqual(0);
      }
  });

  it('of the meeting: three accounts have it, as JSON and as CSV; an event of one report alone has none', async () => {
    const seoul = records.find((r) => r.article.publisher?.id.startsWith('han-river') && r.article.text.includes('Lima')) as Record;
    const met = seoul.events.find((e) => e.event === 'CONSULT' && e.status === 'current' && e.modality === 'asserted');
    const at = `/api/events/${seoul.article.id.slice(7, 23)}:${met?.id}/accounts`;
    const found = eventAccounts.strict().parse(await get(at));
    expect(found.story?.reports).toBe(3);
    expect(found.row).toMatchObject({ kind: 'event', heldBy: 3 });
    const csv = lines(await (await ask(`${at}.csv`)).text());
    expect(csv).toHaveLength(4);
    expect(csv[0]?.split(',')).toEqual(comparisonColumns().map((c) => c.name));
    const alone = records.find((r) => r !== seoul && r.article.publisher?.state === 'SWE' && r.events.length > 0) ?? seoul;
    expect(eventAccounts.parse(await get(`/api/events/${alone.article.id.slice(7, 23)}:e1/accounts`)).reports.length).toBeGreaterThan(0);
  });

  it('what is not there, or is no event, is a 404; any record says where it stands', async () => {
    const [record] = records as [Record];
    const claim = recordKeys(record).find((k) => k.kind === 'claim');
    for (const id of [`e_${'0'.repeat(32)}`, 'nothing', `${record.article.id.slice(7, 23)}:e999`, claim?.id, "'; DROP TABLE events"])
      expect((await ask(`/api/events/${encodeURIComponent(id ?? '')}`)).status).toBe(404);
    const at = recordAt.strict().parse(await get(`/api/records/${claim?.id}`));
    expect(at).toEqual({ id: claim?.id, kind: 'claim', article: record.article.id, local: claim?.local });
    expect((await ask('/api/records/c_ffff0000')).status).toBe(404);
  });

  it('is what a feed leads to, by an id that a new reading keeps', async () => {
    const feed = await (await ask('/api/events.atom?limit=5')).text();
    const links = [...feed.matchAll(/<link href="[^"]*(\/event\/e_[0-9a-f]{32})"/g)].map((m) => m[1]);
    expect(links).toHaveLength(5);
    for (const link of links) expect((await ask(`/api${link?.replace('/event/', '/events/')}`)).status).toBe(200);
    expect(await (await ask('/api/claims.atom?limit=2')).text()).toMatch(/\/r\/c_[0-9a-f]{32}"/);
  });
});

describe('a comparison as CSV', () => {
  it('has a line for each thing and account, says where its columns are explained, and they are', async () => {
    const { items } = (await get('/api/stories?party=CHN')) as { items: { id: string; articles: string[] }[] };
    const story = items.find((s) => s.articles.length === 3);
    const answer = await ask(`/api/stories/${story?.id}/comparison.csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const csv = await answer.text();
    const { comparison } = (await get(`/api/stories/${story?.id}/comparison`)) as {
      comparison: { rows: unknown[]; silences: { accounts: unknown[] }[] };
    };
    const silent = comparison.silences.reduce((n, s) => n + Math.max(1, s.accounts.length), 0);
    // A cell may hold a line feed; a record ends with CR LF.
    expect(lines(csv)).toHaveLength(1 + 3 * comparison.rows.length + silent);
    expect(await (await ask(`/api/compare.csv?articles=${story?.articles.join(',')}`)).text()).toBe(csv);
    const book = /<([^>]+)>; rel="describedby"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    const codebook = await (await ask(book)).text();
    for (const { name } of comparisonColumns()) expect(codebook).toContain(`| \`${name}\` |`);
  });
});

describe('how often may be asked', () => {
  it('so many at once and so many a second; then 429 and when to come again', async () => {
    const slow = makeApp({ store, webFolder: '/nowhere', rate: { burst: 3, perSecond: 0.001 } });
    const once = (): Promise<Response> => Promise.resolve(slow.request('http://127.0.0.1/healthz', { headers: { host: '127.0.0.1' } }));
    for (let i = 0; i < 3; i++) expect((await once()).status).toBe(200);
    const refused = await once();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toMatch(/problem\+json/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('a client that waits is let through again, and others are not held up', async () => {
    let now = 0;
    const guard = limited({ burst: 1, perSecond: 1 }, () => now);
    const from = async (address: string): Promise<number> => {
      const c = { env: { incoming: { socket: { remoteAddress: address } } }, req: { path: '/' } };
      const answer = await guard(c as never, async () => {});
      return answer instanceof Response ? answer.status : 200;
    };
    expect([await from('a'), await from('a'), await from('b')]).toEqual([200, 429, 200]);
    now = 2_000;
    expect(await from('a')).toBe(200);
  });
});
