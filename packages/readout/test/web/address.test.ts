// Addresses of the page: what it knows of its query.
import { expect, it } from 'vitest';
import { knownQuery } from '../../../../apps/web/src/lib/address.ts';
import { makeApp } from '../../src/http/app.ts';
import { filledStore } from '../http/store.ts';

it('leaves out what another site added to an address', () => {
  expect(knownQuery('utm_source=x')).toBe('');
  expect(knownQuery('party=KOR&utm_source=x&fbclid=1&since=2022-05-01')).toBe('party=KOR&since=2022-05-01');
  expect(knownQuery('kinds=claims,events&q=%22two%20words%22')).toBe('kinds=claims,events&q=%22two%20words%22');
});

it('knows each name that an address of the API takes', async () => {
  const filled = await filledStore(0);
  const app = makeApp({ store: filled.store, webFolder: '/nowhere' });
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Readout', version: '0' } });
  const parameters = Object.values(paths).flatMap((path) => path.get?.parameters ?? []);
  const names = new Set(parameters.flatMap((p) => ('name' in p && p.in === 'query' ? [p.name] : [])));
  expect(names.size).toBeGreaterThan(30);
  expect([...names].filter((name) => knownQuery(`${name}=1`) === '')).toEqual([]);
  await filled.close();
});
