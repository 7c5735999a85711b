// Pages and numbers over the API: shaped as documented, each number opening a list of as many items, in each form that is promised.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { makeApp } from '../../src/http/index.ts';
import * as schemas from '../../src/http/schemas/measures.ts';
import { agencyRecord, manyRecords, talksRecord } from '../7-store/records.ts';
import { HOSTILE } from './records.ts';
import { type Filled, filledStore } from './store.ts';

let filled: Filled;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  filled = await filledStore(5);
  await filled.store.upsert([talksRecord(), agencyRecord(), ...manyRecords(12)]);
  await filled.store.noteReadings({ refused: [{ at: 'news/a.html', code: 'article/empty', message: 'The input has no text.' }], read: [] });
  app = makeApp({ store: filled.store, webFolder: '/nowhere' });
});
afterAll(() => filled.close());

const ask = (path: string) => app.request(`http://127.0.0.1:4321${path}`, { headers: { host: '127.0.0.1:4321' } });

/** The answer, which must have the documented fields and no others. */
async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const answer = await ask(path);
  expect(answer.status, path).toBe(200);
  const value: unknown = await answer.json();
  const parsed = schema.parse(value);
  expect(parsed, path).toEqual(value);
  return parsed;
}

/** How many items a list has, over all its pages. */
async function length(list: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? '' : `${list.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(list + more);
    expect(answer.status, list).toBe(200);
    const page = (await answer.json()) as { items: unknown[]; next?: string };
    count += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined);
  return count;
}

describe('a dyad', () => {
  it.each(['month', 'year', 'day'])('by %s has rows whose lists have as many items as they count tellings', async (by) => {
    const { series } = await get(`/api/dyads/NOR/CHN?by=${by}&all=1&since=2022-04&until=2022-06`, schemas.dyadPage);
    expect(series.some((r) => r.mentions > 0)).toBe(true);
    for (const row of series.filter((r) => by !== 'day' || r.mentions > 0)) expect(await length(row.list), row.list).toBe(row.mentions);
  });

  it('directed has the lists of each direction', async () => {
    const { series } = await get('/api/dyads/CHN/NOR/series?by=year&directed=1&all=1', schemas.seriesAnswer);
    for (const row of series) expect(await length(row.list), row.list).toBe(row.mentions);
    expect(series.map((r) => `${r.from}-${r.to}`)).toContain('NOR-CHN');
  });

  it('is found by ids in any case and by people, with relations from both sides', async () => {
    const page = await get('/api/dyads/kor/prk', schemas.dyadPage);
    expect([page.a.name, page.b.name]).toEqual(['South Korea', 'North Korea']);
    expect(new Set(page.relations.map((r) => r.says))).toContain('knowledge');
    const people = await get('/api/dyads/person:kari-holm/person:li-wen', schemas.dyadPage);
    expect(people.totals).toMatchObject({ events: 1, mentions: 14 });
    expect(await length(people.totals.list)).toBe(14);
  });

  it('is not there where nobody knows a party', async () => {
    expect((await ask('/api/dyads/NOR/XYZZY')).status).toBe(404);
    expect((await ask('/api/dyads/NOR/CHN?by=week')).status).toBe(400);
    expect((await ask('/api/dyads/NOR/CHN?since=2024-13')).status).toBe(400);
  });
});

describe('a page', () => {
  it('of a state has codes, offices, relations, partners, events, claims, and what its media say', async () => {
    const page = await get('/api/states/chn', schemas.statePage);
    expect(page.state).toMatchObject({ id: 'CHN', codes: { iso3: 'CHN', cow: 710, gw: 710 } });
    expect(page.offices.length).toBeGreaterThan(5);
    expect(page.media.publishers.map((p) => p.id).sort()).toEqual(['river-daily', 'sudar-news']);
    for (const p of page.media.publishers) expect(await length(p.list)).toBe(p.reports);
    for (const tie of page.partners) expect(await length(tie.list), tie.list).toBe(tie.weight);
    expect(await length(page.seen.list)).toBe(page.seen.articles);
    for (const r of page.relations) for (const t of r.text) expect(await length(t.list), t.list).toBeGreaterThanOrEqual(t.reports);
  });

  it('of a leader has offices and meetings', async () => {
    const page = await get('/api/leaders/yoon-suk-yeol', schemas.leaderPage);
    expect(page.offices).toContainEqual(expect.objectContaining({ office: 'president', start: '2022-05-10', end: '2025-04-04' }));
    for (const tie of page.partners) expect(await length(tie.list), tie.list).toBe(tie.weight);
    expect((await ask('/api/leaders/KOR')).status).toBe(404);
    expect((await ask('/api/states/yoon-suk-yeol')).status).toBe(404);
  });
});

describe('numbers', () => {
  it('of a network open their lists, and keep to the limit', async () => {
    for (const path of ['/api/network?states=1', '/api/network?kinds=meets,accuses', '/api/network?entity=NOR&states=1']) {
      const { edges, nodes } = await get(path, schemas.network);
      expect(nodes.length).toBeLessThanOrEqual(150);
      for (const e of edges.filter((x) => x.kind !== 'speaks-for')) expect(await length(e.list), e.list).toBe(e.weight);
    }
    const { nodes, of } = await get('/api/network?limit=2&states=1', schemas.network);
    expect([nodes.length, of.nodes > 2]).toEqual([2, true]);
    expect((await ask('/api/network?kinds=hates')).status).toBe(400);
    expect((await ask('/api/network?limit=151')).status).toBe(400);
  });

  it('of places, coverage and search open their lists', async () => {
    const { points } = await get('/api/map', schemas.map);
    expect(points.length).toBeGreaterThan(0);
    for (const p of points) expect(await length(p.list), p.list).toBe(p.events);
    const { publishers } = await get('/api/coverage?topics=NOR,CHN', schemas.coverage);
    for (const p of publishers) for (const cell of p.cells) expect(await length(cell.list), cell.list).toBe(cell.reports);
    const found = await get('/api/search?q=talks', schemas.searchAnswer);
    expect(found.articles).toBe(await length('/api/articles?q=talks'));
    for (const f of Object.values(found.facets).flat()) expect(await length(f.list), f.list).toBe(f.articles);
    expect((await ask('/api/search')).status).toBe(400);
  });

  it('of a timeline are acts, each once', async () => {
    const { entries, list, more } = await get('/api/timeline?entity=NOR', schemas.timeline);
    expect(entries).toMatchObject([{ day: '2022-05-02', event: 'CONSULT', part: 'together', reports: 14 }]);
    expect([await length(list), more]).toEqual([14, false]);
    expect((await get('/api/timeline?entity=NOR&limit=3', schemas.timeline)).more).toBe(true);
  });

  it('take ids in any case and names, and refuse what nobody knows: zeros would look like an answer', async () => {
    const { topics, publishers } = await get('/api/coverage?topics=nor,China,CHN', schemas.coverage);
    expect([topics, publishers[0]?.cells.length]).toEqual([['NOR', 'CHN'], 2]);
    expect((await get('/api/timeline?entity=norway', schemas.timeline)).entries).toHaveLength(1);
    expect((await get('/api/network?entity=Norway&states=1', schemas.network)).edges.length).toBeGreaterThan(0);
    expect((await get('/api/dyads/norway/china?by=year', schemas.dyadPage)).a.id).toBe('NOR');
    for (const path of [
      '/api/coverage?topics=NOR,nosuch',
      '/api/timeline?entity=nosuch',
      '/api/network?entity=nosuch',
      '/api/coverage?state=nosuch',
    ])
      expect(await (await ask(path)).json(), path).toMatchObject({ status: 404, detail: expect.stringContaining('"nosuch"') });
    expect(await (await ask('/api/states/person:kari-holm')).json()).toMatchObject({
      status: 404,
      detail: 'Kari Holm (person:kari-holm) is not a state but a person.',
    });
    expect(await (await ask('/api/leaders/NOR')).json()).toMatchObject({ detail: 'Norway (NOR) is not a person but a state.' });
  });

  it('say what stands, and who says it', async () => {
    const day = await get('/api/standing?actor=KOR&with=PRK&on=2024-11-15', schemas.standingAnswer);
    expect(day.items.length).toBeGreaterThan(2);
    expect(day.items.map((i) => i.says)).toContain('both');
    const ever = await get('/api/standing?actor=NOR', schemas.standingAnswer);
    expect(ever.items.some((i) => i.says === 'text' || i.says === 'both')).toBe(true);
    expect((await ask('/api/standing')).status).toBe(400);
  });

  it('of health and method say what was read and by what', async () => {
    const health = await get('/api/health', schemas.ingest);
    expect(health.refused).toEqual({ count: 1, items: [{ at: 'news/a.html', code: 'article/empty', message: 'The input has no text.' }] });
    expect(health.engines.reduce((sum, e) => sum + e.articles, 0)).toBe(health.counts.articles);
    const method = await get('/api/method', schemas.method);
    expect(method.rules.length).toBeGreaterThan(100);
  });
});

describe('twins', () => {
  it('are refused where there are none, rather than be JSON under another name', async () => {
    for (const path of ['/api/counts.csv', '/api/stories.csv', '/api/omissions.atom', '/api/codebooks/comparison.csv'])
      expect((await ask(path)).status, path).toBe(404);
    expect((await ask('/api/counts.json')).status).toBe(200);
  });

  it('.json is the answer itself', async () => {
    expect(await (await ask('/api/dyads/NOR/CHN.json?by=year')).json()).toEqual(await (await ask('/api/dyads/NOR/CHN?by=year')).json());
  });

  it.each([
    [
      '/api/dyads/NOR/CHN/series.csv?by=year',
      /^period,from,from_iso3,from_cow,from_gw,to,/,
      '2022,NOR,NOR,385,385,CHN,CHN,710,710,0,1,14,',
    ],
    [
      '/api/network.csv?states=1&kinds=meets',
      /^kind,from,from_name,to,to_name,weight,reports,first,last\r\n/,
      'meets,CHN,China,NOR,Norway,14,14,',
    ],
    [
      '/api/coverage.csv?topics=NOR',
      /^publisher,publisher_name,publisher_state,topic,topic_name,reports,of,share\r\n/,
      'sudar-news,Sudar News,CHN,NOR,Norway,1,1,1',
    ],
    ['/api/timeline.csv?entity=NOR', /^day,event,part,others,others_names,reports\r\n/, '2022-05-02,CONSULT,together,'],
    ['/api/map.csv', /^place,name,state,latitude,longitude,events,/, 'place:oslo,Oslo,NOR,'],
    ['/api/standing.csv?actor=NOR&with=CHN', /^kind,parties,a,a_name,a_as,b,b_name,b_as,says,/, ',text,holds,'],
    ['/api/states/CHN.csv', /^person,person_name,office,title,state,organisation,start,end,head,source/, 'xi-jinping'],
    ['/api/events.csv?actor=NOR', /^id,day,actor,event,recipient,/, '2022-05-02'],
    ['/api/articles.csv', /^id,published,publisher,state,title,url,/, 'Ministers meet in Oslo'],
    ['/api/entities.csv', /^id,name,kind,state,sector,mentions,reports\r\n/, 'NOR,Norway,state,NOR'],
  ])('%s is CSV', async (path, head, holds) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const text = await answer.text();
    expect(text).toMatch(head);
    expect(text).toContain(holds);
    const again = await app.request(`http://127.0.0.1:4321${path}`, {
      headers: { host: '127.0.0.1:4321', 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('CSV holds every item of a list, and nothing that a spreadsheet would run', async () => {
    const text = await (await ask('/api/events.csv?all=1')).text();
    expect(text.trimEnd().split('\r\n').length - 1).toBeGreaterThanOrEqual(await length('/api/events?all=1'));
    const all = await (await ask('/api/articles.csv')).text();
    for (const line of all.split('\r\n')) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@\t\r]/);
  });

  it('Atom is XML in which text stays text, with days from the reports alone', async () => {
    const answer = await ask('/api/articles.atom?q=talks');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await (await ask('/api/articles.atom')).text();
    expect(feed.match(/<entry>/g)?.length).toBe(await length('/api/articles'));
    expect(feed).toContain('<updated>2024-12-31T00:00:00Z</updated>');
    expect(feed).not.toMatch(/<(?:script|img|iframe|svg)/i);
    for (const string of HOSTILE.filter((h) => /[<&]/.test(h))) expect(feed).not.toContain(string);
    expect(await (await ask('/api/events.atom?actor=NOR')).text()).toContain('<summary type="text">');
  });

  it('that are not promised are not there', async () => {
    for (const path of ['/api/states/KOR.atom', '/api/entities.atom', '/api/health.csv']) expect((await ask(path)).status, path).toBe(404);
  });
});
