/** `npm run bench:scale -- [--articles 100000] [--times 60] [--store PATH] [--only WORDS] [--paint]`: fills a store, asks it, prints a table. A store that is there is asked as it is; `--paint` times screens in Chromium instead. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStore } from '../../packages/readout/src/7-store/index.ts';
import { measureStore, timingTable } from './measure.ts';
import { scaleRecord } from './records.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    times: { type: 'string', default: '60' },
    store: { type: 'string', default: '/tmp/readout-scale.db' },
    only: { type: 'string' },
    paint: { type: 'boolean', default: false },
  },
});
/** Ids are hashes, so each report touches pages all over the indexes; in large batches each page is written once. */
const BATCH = 4_000;
const articles = Number(values.articles);
const path = values.store;

const store = await openStore(path, { create: true });
const there = (await store.counts()).articles;
const started = performance.now();
let making = 0;
for (let n = there; n < articles; n += BATCH) {
  const before = performance.now();
  const batch = Array.from({ length: Math.min(BATCH, articles - n) }, (_, i) => scaleRecord(n + i));
  making += performance.now() - before;
  await store.upsert(batch);
  console.error(`${n} of ${articles}, ${Math.round((performance.now() - started) / 1000)} s`);
}
const loaded = articles - there;
const seconds = (performance.now() - started - making) / 1000;
if (loaded > 0) console.log(`Loaded ${loaded} articles in ${Math.round(seconds)} s: ${Math.round(loaded / seconds)} a second.`);
const counts = await store.counts();
const size = existsSync(path) ? statSync(path).size / 2 ** 20 : 0;
console.log(
  `${counts.articles} articles, ${counts.events} events, ${counts.claims} claims, ${counts.relations} relations; ${Math.round(size)} MB.\n`,
);
console.log(
  values.paint
    ? await (await import('./paint.ts')).paintTable(store)
    : timingTable(await measureStore(store, Number(values.times), values.only)),
);
await store.close();
