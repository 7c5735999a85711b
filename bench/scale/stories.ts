/**
 * `npm run bench:scale-stories -- [--articles 1000000] [--every 50000]`: made-up records as a stream by rising day through the grouping into stories;
 * a line for every so many records: records a second of the grouping's own time, memory, and how many stories came. Nothing is stored.
 */
import { parseArgs } from 'node:util';
import { streamStories } from '../../packages/readout/src/8-compare/index.ts';
import type { Record as ArticleRecord } from '../../packages/readout/src/model/index.ts';
import { dayOf, scaleRecord } from './records.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000000' }, every: { type: 'string', default: '50000' } },
});
const articles = Number(values.articles);
const every = Number(values.every);

let making = 0;
let given = 0;
let stories = 0;
const cpu = (): number => process.cpuUsage().user / 1e6;

/** The records by rising day: their numbers sorted by the day that each will have, a stable order. */
async function* records(): AsyncGenerator<ArticleRecord> {
  const days = Uint16Array.from({ length: articles }, (_, n) => dayOf(n));
  const order = Uint32Array.from({ length: articles }, (_, n) => n).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
  for (const n of order) {
    const before = cpu();
    const record = scaleRecord(n);
    making += cpu() - before;
    yield record;
    if (++given % every === 0) report();
  }
}

let last = cpu();
let lastMaking = 0;
function report(): void {
  (globalThis as { gc?: () => void }).gc?.();
  // Vectors lie outside the heap.
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  const own = cpu() - last - (making - lastMaking);
  console.log(
    `| ${given} | ${stories} | ${Math.round(every / own)} | ${Math.round((heapUsed + arrayBuffers) / 2 ** 20)} | ${Math.round(rss / 2 ** 20)} |`,
  );
  last = cpu();
  lastMaking = making;
}

console.log('| records | stories | records a second of processor time | heap and vectors MB | resident MB |\n|---|---|---|---|---|');
for await (const { story } of streamStories(records())) stories += story.articles.length > 0 ? 1 : 0;
report();
