/** Asks a server what a person would click on, one after the other, and says how long answers take. */

import type { Store } from '../../packages/readout/src/7-store/index.ts';
import { makeApp } from '../../packages/readout/src/http/index.ts';
import { numbersFrom } from './records.ts';

export interface Timing {
  readonly what: string;
  readonly asked: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** Processor time: what a busy machine does not change. */
  readonly cpu95: number;
  /** Size of a typical answer in bytes. */
  readonly bytes: number;
}

const TOP = ['USA', 'CHN', 'RUS', 'KOR', 'PRK', 'JPN', 'ISR', 'UKR', 'IRN', 'GBR'];
const REST = ['POL', 'NOR', 'KEN', 'CUB', 'THA', 'CHL'];
const WORDS = ['summit', 'harbour river', '"ministry garden"', 'accord', 'steel trea*', 'detained'];

/** Ids of some events, filled before they are asked for. */
const EVENTS: string[] = [];

/** What is asked, by kind; `pick` takes the next of a list. */
const ASKED: readonly (readonly [what: string, path: (pick: <T>(list: readonly T[]) => T) => string])[] = [
  ['list of reports', () => '/api/articles'],
  [
    'list of reports, filtered',
    (pick) =>
      pick([
        `/api/articles?entity=${pick([...TOP, ...REST])}`,
        `/api/articles?publisher=synthetic-${pick([0, 3, 40, 110])}`,
        `/api/articles?state=${pick(TOP)}&since=2020`,
      ]),
  ],
  ['list of events', () => '/api/events'],
  [
    'list of events, filtered',
    (pick) =>
      pick([
        `/api/events?actor=${pick(TOP)}`,
        `/api/events?actor=${pick(TOP)}&recipient=${pick(REST)}`,
        `/api/events?state=${pick([...TOP, ...REST])}&event=ACCUSE`,
        `/api/events?between=${pick(TOP)},${pick(REST)}`,
        `/api/events?event=ASSAULT&since=2018&until=2018-06`,
        `/api/events?publisher=synthetic-${pick([0, 3, 110])}`,
        `/api/events?actor=person:${pick(TOP).toLowerCase()}-1`,
      ]),
  ],
  [
    'list of claims, filtered',
    (pick) =>
      pick([
        `/api/claims?source=${pick(TOP)}`,
        `/api/claims?about=${pick([...TOP, ...REST])}`,
        `/api/claims?source=${pick(TOP)}&about=${pick(REST)}`,
        `/api/claims?media=${pick(TOP)}`,
      ]),
  ],
  [
    'list of relations, filtered',
    (pick) =>
      pick([`/api/relations?parties=${pick(TOP)},${pick(REST)}`, `/api/relations?kind=alliance`, `/api/relations?state=${pick(TOP)}`]),
  ],
  ['list of entities', (pick) => pick(['/api/entities', '/api/entities?kind=person', `/api/entities?name=official+1`])],
  ['search', (pick) => `/api/articles?q=${encodeURIComponent(pick(WORDS))}`],
  ['search with facets', (pick) => `/api/search?q=${encodeURIComponent(pick(WORDS))}`],
  ['dyad page, months', (pick) => `/api/dyads/${pick(TOP)}/${pick([...TOP, ...REST])}`],
  ['dyad page, heaviest', () => '/api/dyads/CHN/USA'],
  ['dyad page, days', (pick) => `/api/dyads/${pick(TOP)}/${pick(REST)}?by=day&since=2020&until=2021`],
  ['event page', (pick) => `/api/events/${pick(EVENTS)}`],
  ['stories, latest', () => '/api/stories'],
  ['state page', (pick) => `/api/states/${pick([...TOP, ...REST])}`],
  ['network of a year', (pick) => `/api/network?states=1&since=${pick([2016, 2019, 2023])}&until=${pick([2016, 2019, 2023])}`],
  ['network of all years', () => '/api/network?states=1'],
  ['ego network', (pick) => `/api/network?states=1&entity=${pick(TOP)}`],
  ['timeline', (pick) => `/api/timeline?entity=${pick([...TOP, ...REST])}`],
  ['map', () => '/api/map'],
  ['coverage', () => '/api/coverage?topics=KOR,CHN,NOR'],
  ['counts', () => '/api/counts'],
  ['health', () => '/api/health'],
];

/** Times of `times` questions of each kind, the first few of which warm up and do not count. */
export async function measureStore(store: Store, times: number, only?: string): Promise<readonly Timing[]> {
  const app = makeApp({ store, webFolder: '/nowhere' });
  for (const { id } of (await store.events({ limit: 100 })).items) EVENTS.push(id);
  const timings: Timing[] = [];
  for (const [what, path] of ASKED) {
    if (only !== undefined && !what.includes(only)) continue;
    const next = numbersFrom(what.length + 7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    const taken: number[] = [];
    const spent: number[] = [];
    let bytes = 0;
    for (let i = -3; i < times; i++) {
      const address = `http://127.0.0.1:4321${path(pick)}`;
      const started = performance.now();
      const before = process.cpuUsage();
      const answer = await app.request(address, { headers: { host: '127.0.0.1:4321' } });
      const body = await answer.text();
      const ms = performance.now() - started;
      const { user, system } = process.cpuUsage(before);
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${body.slice(0, 200)}`);
      if (i >= 0) {
        taken.push(ms);
        spent.push((user + system) / 1000);
      }
      bytes = Math.max(bytes, body.length);
    }
    timings.push({ what, asked: times, p50: at(taken, 0.5), p95: at(taken, 0.95), most: at(taken, 1), cpu95: at(spent, 0.95), bytes });
  }
  return timings;
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10;
}

export function timingTable(timings: readonly Timing[]): string {
  const rows = timings.map(
    (t) => `| ${t.what} | ${t.asked} | ${t.p50} | ${t.p95} | ${t.most} | ${t.cpu95} | ${Math.round(t.bytes / 1024)} |`,
  );
  return ['| what is asked | times | p50 ms | p95 ms | most ms | p95 CPU ms | KB |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}
