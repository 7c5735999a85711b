import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../src/http/index.ts';
import { record as recordSchema } from '../../src/http/schemas/record.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Record } from '../../src/model/index.ts';
import { hostileRecord, meetingRecord, shortRecord } from './records.ts';
import { type Filled, filledStore } from './store.ts';

let filled: Filled;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  filled = await filledStore();
  // All are one client here, and there are more rules than one may ask for at once (events.test.ts has the limit).
  app = makeApp({ store: filled.store, webFolder: '/nowhere', rate: { burst: 100_000, perSecond: 100_000 } });
});
afterAll(() => filled.close());

const HOST = { host: '127.0.0.1:4321' };
const get = (path: string, headers: { [name: string]: string } = {}): Promise<Response> =>
  Promise.resolve(app.request(`http://127.0.0.1:4321${path}`, { headers: { ...HOST, ...headers } }));
async function body<T>(path: string): Promise<T> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return (await response.json()) as T;
}
interface Page {
  items: { id: string; title?: string; record?: { id: string }; counts?: { events: number } }[];
  next?: string;
}

describe('lists', () => {
  it('gives reports, latest first, in pages that end', async () => {
    const seen: string[] = [];
    let page = await body<Page>('/api/articles?limit=25');
    expect(page.items[0]?.title).toBe(hostileRecord().article.title);
    for (;;) {
      seen.push(...page.items.map((i) => i.id));
      if (page.next === undefined) break;
      page = await body<Page>(`/api/articles?limit=25&cursor=${encodeURIComponent(page.next)}`);
    }
    expect(seen).toHaveLength(62);
    expect(new Set(seen).size).toBe(62);
  });

  it('searches and filters', async () => {
    expect((await body<Page>('/api/articles?q=peninsula')).items.map((i) => i.id)).toEqual([meetingRecord().article.id]);
    expect((await body<Page>('/api/articles?publisher=bay-wire')).items).toHaveLength(1);
    expect((await body<Page>('/api/articles?since=2024-12-31')).items).toHaveLength(1);
    expect((await body<Page>('/api/articles?q=nowhere-to-be-found')).items).toEqual([]);
  });

  it('refuses a filter that there is not, rather than answer with everything', async () => {
    for (const path of ['/api/events?recipent=CHN', '/api/counts?publisher=xinhua', '/api/states/KOR?since=2024']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(400);
      expect(((await answer.json()) as { detail: string }).detail).toContain('there is no parameter');
    }
    expect(((await (await get('/api/events.csv?recipent=CHN')).json()) as { detail: string }).detail).toContain('recipient');
  });

  it('gives each kind of record; the default view leaves out what is background or only intended', async () => {
    const article = meetingRecord().article.id;
    const ids = async (path: string): Promise<(string | undefined)[]> => (await body<Page>(path)).items.map((i) => i.record?.id).sort();
    expect(await ids(`/api/events?article=${article}`)).not.toContain('e2');
    expect(await ids(`/api/events?article=${article}&all=1`)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(await ids(`/api/claims?article=${article}&all=1`)).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(await ids('/api/relations?parties=CHN,PRK')).toEqual(['r2']);
    expect(await ids(`/api/silences?article=${article}`)).toEqual(['s1']);
    expect((await body<Page>('/api/entities?kind=person')).items.map((i) => i.id).sort()).toEqual(['xi-jinping', 'yoon-suk-yeol']);
  });

  it('counts', async () => {
    expect(await body('/api/counts')).toMatchObject({ articles: 62, relations: 3 });
    expect(await body('/healthz')).toMatchObject({ status: 'ok' });
  });
});

describe('one report', () => {
  it('is the whole record, by its id or a beginning of it', async () => {
    const made = meetingRecord();
    expect(await body(`/api/articles/${made.article.id}`)).toEqual(made);
    expect(await body(`/api/articles/${made.article.id.slice(7, 23)}`)).toEqual(made);
  });

  it.each([
    '/api/articles/sha256:abc',
    '/api/articles/%3Cscript%3E',
    '/api/articles?since=soon',
    '/api/events?event=PARTY',
    '/api/articles?limit=0',
    '/api/articles?cursor=%00',
  ])('refuses %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      status: 400,
      title: expect.any(String),
      type: expect.stringMatching(/^urn:readout:error:/),
    });
  });

  it.each([
    ['/api/articles?limit=many', 'limit: is not a number'],
    ['/api/articles?limit=1.5', 'limit: is not a whole number'],
    ['/api/events?period=2024', 'period: only with two sides, as between or as actor and recipient'],
    ['/api/events?actor=KOR&own=1', 'own: only with two sides, as between or as actor and recipient'],
    ['/api/events?between=%20,%20', 'between: two parties with a comma'],
    ['/api/compare?articles=,,,,,,,,', 'articles: the ids of reports, with commas'],
    ['/api/articles?state=KOR&state=CHN', 'state: takes one value, not several'],
    ['/api/events?confidence=sure', 'confidence: a number from 0 to 1'],
    ['/api/events?status=old', 'status: is none of current, background'],
    [`/api/articles?q=${'a'.repeat(201)}`, 'q: has more than 200 characters'],
  ])('says of %s what is wrong', async (path, detail) => {
    expect(await (await get(path)).json()).toMatchObject({ detail });
  });

  it.each([`/api/articles/${'0'.repeat(64)}`, '/api/articles/00000000', '/api/nothing', '/api/rules/no.such-rule', '/assets/none.js'])(
    'has no %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ status: 404 });
    },
  );
});

describe('answers', () => {
  it('have strong ETags from their content, and 304 when known', async () => {
    const first = await get('/api/counts');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await get('/api/counts', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/api/counts', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(['/', '/api/articles', '/api/nothing', '/healthz'])('keep the page to itself: %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; script-src 'self'; style-src 'self';/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are never markup, whatever a text holds', async () => {
    const response = await get(`/api/articles/${hostileRecord().article.id}`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual(hostileRecord());
    const nasty = await get('/api/articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(nasty.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('guards', () => {
  it.each([
    [{ host: 'rebound.example' }],
    [{ host: '127.0.0.1.evil.example:4321' }],
    [{ host: '' }],
    [{ ...HOST, origin: 'https://evil.example' }],
    [{ ...HOST, origin: 'null' }],
    [{ ...HOST, origin: 'http://127.0.0.1:9999' }],
    [{ ...HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('refuse %j', async (headers) => {
    const response = await app.request('http://127.0.0.1:4321/api/counts', { headers });
    expect(response.status).toBe(403);
  });
  it.each([
    [HOST],
    [{ host: 'localhost:8080' }],
    [{ host: '[::1]:4321' }],
    [{ ...HOST, origin: 'http://127.0.0.1:4321' }],
    [{ ...HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('let %j in', async (headers) => {
    expect((await app.request('http://127.0.0.1:4321/api/counts', { headers })).status).toBe(200);
  });
  it('only read', async () => {
    expect((await app.request('http://127.0.0.1:4321/api/articles', { method: 'POST', headers: HOST, body: '{}' })).status).toBe(405);
    const refused = await app.request('http://127.0.0.1:4321/api/articles', { method: 'DELETE', headers: HOST });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe('GET, HEAD');
  });
  it('ask for the token where others can reach the server', async () => {
    const open = makeApp({ store: filled.store, webFolder: '/nowhere', token: 'tök en' });
    const ask = (path: string, headers: { [name: string]: string } = {}): Promise<Response> =>
      Promise.resolve(open.request(`http://desk.example${path}`, { headers: { host: 'desk.example', ...headers } }));
    expect((await ask('/api/counts')).status).toBe(403);
    expect((await ask('/api/counts', { authorization: 'Bearer no' })).status).toBe(403);
    const entered = await ask(`/api/counts?token=${encodeURIComponent('tök en')}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/api/counts']);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await ask('/api/counts', { cookie })).status).toBe(200);
  });
});

describe('rules', () => {
  it('say what they look for', async () => {
    const said = await body<{ wording: string[]; makes?: string }>('/api/rules/claim.verb.say');
    expect(said.wording[0]).toContain('“say”');
    expect((await body<{ stage: string }>('/api/rules/silence.make-no-mention')).stage).toBe('silences');
    expect((await body<{ wording: string[] }>('/api/rules/claim.as-quoted-by')).wording).toHaveLength(1);
  });
  it('of events and relations each have words', async () => {
    const knowledge = loadKnowledge();
    for (const data of [...knowledge.eventRules, ...knowledge.relationRules]) {
      const rule = await body<{ wording: string[] }>(`/api/rules/${encodeURIComponent(String(data.id))}`);
      expect(rule.wording.length, String(data.id)).toBeGreaterThan(0);
    }
  });
});

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and names every route', async () => {
    const api = await body<{ openapi: string; paths: { [path: string]: object }; components: { schemas: { [name: string]: object } } }>(
      '/openapi.json',
    );
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths).sort()).toEqual([
      '/api/articles',
      '/api/articles/{id}',
      '/api/claims',
      '/api/codebooks/comparison',
      '/api/compare',
      '/api/counts',
      '/api/coverage',
      '/api/dyads/{a}/{b}',
      '/api/dyads/{a}/{b}/series',
      '/api/entities',
      '/api/events',
      '/api/events/{id}',
      '/api/events/{id}/accounts',
      '/api/health',
      '/api/leaders/{id}',
      '/api/map',
      '/api/method',
      '/api/network',
      '/api/omissions',
      '/api/read',
      '/api/records/{id}',
      '/api/relations',
      '/api/rules/{id}',
      '/api/search',
      '/api/silences',
      '/api/standing',
      '/api/states/{id}',
      '/api/stories',
      '/api/stories/{id}',
      '/api/stories/{id}/comparison',
      '/api/timeline',
      '/healthz',
    ]);
    expect(Object.keys(api.components.schemas)).toEqual(
      expect.arrayContaining(['Record', 'Event', 'Claim', 'Relation', 'Silence', 'Entity', 'Span', 'Problem']),
    );
  });
  it.each([
    ['meeting', meetingRecord],
    ['short', () => shortRecord(1)],
    ['hostile', hostileRecord],
  ] as const)('describes the %s record without loss', (_, make: () => Record) => {
    const made = make();
    expect(recordSchema.parse(made)).toEqual(made);
  });
});
