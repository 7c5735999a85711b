// Pasted texts: read and compared on the spot, kept only when asked, refused as the command line refuses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { makeApp } from '../../src/http/index.ts';
import { compareAnswer, readAnswer } from '../../src/http/schemas/pasted.ts';
import { openTestParts } from '../engine.ts';
import { type Filled, filledStore } from './store.ts';

const TEXT = 'OSLO, May 3 (Harbour Post) - Norwegian Prime Minister Jonas Gahr Store met Chinese President Xi Jinping in Oslo on Friday.';
let filled: Filled;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  filled = await filledStore(2);
  app = makeApp({ store: filled.store, webFolder: '/nowhere', engine: openTestParts });
});
afterAll(() => filled.close());

const JSON_TYPE = { 'content-type': 'application/json' };
async function post(path: string, body: unknown, headers: { [name: string]: string } = JSON_TYPE) {
  const answer = await app.request(`http://127.0.0.1:4321${path}`, {
    method: 'POST',
    headers: { host: '127.0.0.1:4321', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), value: (await answer.json()) as object };
}
const articles = async (): Promise<number> => (await filled.store.counts()).articles;
function as<S extends z.ZodType>(schema: S, value: object): z.infer<S> {
  const parsed = schema.parse(value);
  expect(parsed).toEqual(value);
  return parsed;
}

describe('a pasted report', () => {
  it('is read and not kept', async () => {
    const before = await articles();
    const { status, value } = await post('/api/read', { text: TEXT, date: '2024-05-03', publisher: 'Harbour Post' });
    expect(status).toBe(200);
    const { record, kept } = as(readAnswer, value);
    expect(kept).toBe(false);
    expect(record.article.published?.value).toBe('2024-05-03');
    expect(record.events.map((e) => e.event)).toContain('CONSULT');
    expect(await articles()).toBe(before);
  });

  it('is kept when asked, once', async () => {
    const before = await articles();
    await post('/api/read', { text: TEXT, date: '2024-05-04', keep: true });
    await post('/api/read', { text: TEXT, date: '2024-05-04', keep: true });
    expect(await articles()).toBe(before + 1);
  });

  it('may be a page', async () => {
    const page = `<!doctype html><html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>${TEXT}</p><p>${TEXT.replace('Friday', 'Thursday')}</p></article></body></html>`;
    const { value } = await post('/api/read', { text: page });
    expect(as(readAnswer, value).record.article.text).not.toContain('<p>');
  });

  it('is laid beside another', async () => {
    const { status, value } = await post('/api/compare', {
      texts: [
        { text: TEXT, date: '2024-05-03', publisher: 'Harbour Post' },
        { text: `${TEXT} Norway and China also signed a trade deal.`, date: '2024-05-03', publisher: 'Sudar News' },
      ],
    });
    expect(status).toBe(200);
    const { comparison, records, kept } = as(compareAnswer, value);
    expect([comparison.accounts.length, records.length, kept]).toEqual([2, 2, false]);
    expect(comparison.rows.length).toBeGreaterThan(0);
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [string, unknown, number, string])[] = [
    ['/api/read', { text: '  \n ' }, 422, 'article/empty'],
    ['/api/read', { text: '' }, 400, 'http/bad-request'],
    ['/api/read', { text: TEXT, date: '2024-02-31' }, 400, 'http/bad-request'],
    ['/api/read', '{"text":', 400, 'http/bad-request'],
    ['/api/read', { text: 'x'.repeat(1_100_000) }, 413, 'http/too-large'],
    ['/api/read', { text: TEXT, publishr: 'Yonhap' }, 400, 'http/bad-request'],
    ['/api/compare', { texts: [] }, 400, 'http/bad-request'],
    ['/api/compare', { texts: [{ text: 'The harbour was calm.' }] }, 400, 'http/bad-request'],
    ['/api/articles', { text: TEXT }, 405, 'http/method'],
    ['/api/read.csv', { text: TEXT }, 405, 'http/method'],
  ];
  it.each(cases)('%s %j: %i', async (path, body, status, code) => {
    const answer = await post(path, body);
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', value: { code } });
  });

  it.each([
    [{ text: '' }, 'text: is empty'],
    [{}, 'text: is needed'],
    [{ text: 5 }, 'text: is not text'],
    [{ text: [TEXT] }, 'text: takes one value, not several'],
    [{ text: TEXT, publishr: 'Yonhap' }, 'request: there is no field publishr'],
    [{ text: TEXT, publisher: 'Harbour Post', state: 'Norway' }, 'state: three letters, as KOR'],
    [{ text: TEXT, keep: 'yes' }, 'keep: is neither true nor false'],
    [[], 'request: is not an object'],
  ])('%j: %s', async (body, detail) => {
    expect(await post('/api/read', body)).toMatchObject({ value: { detail } });
  });

  it('is what a foreign page could send without asking', async () => {
    expect(await post('/api/read', { text: TEXT }, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await post('/api/read', { text: TEXT }, {})).toMatchObject({ status: 415 });
    expect(await post('/api/read', { text: TEXT }, { ...JSON_TYPE, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  });

  it('is a sixth request while five wait', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => post('/api/read', { text: TEXT })));
    const statuses = all.map((a) => a.status);
    expect(statuses.filter((s) => s === 200).length).toBeGreaterThanOrEqual(5);
    expect(statuses).toContain(503);
    expect((await post('/api/read', { text: TEXT })).status).toBe(200);
  });
});
