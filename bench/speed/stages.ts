/**
 * npm run bench:stages: articles a second and core of each stage but the network, over corpus/wikinews and corpus/kremlin in equal parts, thirty-two articles
 * at a time as the pipe reads them and V8 optimising as late as in the command `readout`. First by CPU time, the fastest round; then by the sum of each
 * article's fastest run, which leaves out waiting for other programs and most of the collecting of garbage. With READOUT_PARSES the parses are kept, so that a
 * run takes seconds. `-- --records FILE` writes the records, to compare the bytes of two versions; `--n 150` articles of each corpus, `--rounds 8` times
 * over, the first of which are cold.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keptNetwork } from '../parses.ts';
import {
  annotate,
  documentOf,
  findClaims,
  findEvents,
  findMentions,
  findRelations,
  loadKnowledge,
  makeDocument,
  openParts,
  optimiseLater,
  read,
  readTree,
  recordOf,
} from './built.ts';

const { values } = parseArgs({ options: { n: { type: 'string' }, rounds: { type: 'string' }, records: { type: 'string' } } });
const n = Number(values.n ?? 150);
const BATCH = 32;
const data = process.env.READOUT_DATA ?? resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/data');
const rows = ['corpus/wikinews.jsonl', 'corpus/kremlin.jsonl'].flatMap((file) =>
  existsSync(join(data, file))
    ? readFileSync(join(data, file), 'utf8')
        .split('\n', n)
        .filter((l) => l !== '')
        .map((l) => JSON.parse(l) as { text: string; date?: string })
    : [],
);
if (rows.length === 0) console.log('stages  skipped: no data');
else await measure();

async function measure(): Promise<void> {
  // As the command `readout` does.
  optimiseLater();
  const kept = await keptNetwork();
  const parts = await openParts(kept ? { network: kept } : {});
  const inputs = rows.map((r) => ({ source: r.text, hints: r.date ? { date: r.date } : {} }));
  const clock = stopwatch(rows.length);
  const reads = inputs.map((input) => read(input, parts));
  const batches: number[][] = [];
  for (let at = 0; at < rows.length; at += BATCH) batches.push(rows.slice(at, at + BATCH).map((_, k) => at + k));
  const sentences: Awaited<ReturnType<typeof annotate>> = [];
  for (const ids of batches) {
    const articles = ids.flatMap((i) => reads[i]?.article ?? []);
    sentences.push(...(await annotate(articles, parts.network, parts.sentences)));
  }
  for (let round = 0; round < Number(values.rounds ?? 8); round++)
    for (const ids of batches) {
      const stage = <T>(name: string, one: (i: number) => T): T[] => clock.time(name, round, ids, one);
      stage('1 article', (i) => read(inputs[i] as never, parts));
      const trees = stage('2 trees', (i) => (sentences[i] ?? []).map((s) => readTree(s, parts.words)));
      const first = ids[0] ?? 0;
      stage('3 mentions', (i) => findMentions(reads[i]?.article as never, trees[i - first] ?? [], parts.mentions));
      const docs = stage('3 mentions, times, document', (i) => documentOf(reads[i] as never, sentences[i] ?? [], parts));
      const said = stage('4 claims', (i) => findClaims(docs[i - first] as never, parts.claims));
      const spoken = docs.map((doc, k) =>
        said[k]?.mentions === doc.mentions
          ? doc
          : makeDocument(doc.article, doc.trees, { mentions: said[k]?.mentions ?? [], entities: [...doc.entities.values()] }, doc.times),
      );
      const events = stage('5 events', (i) => findEvents(spoken[i - first] as never, said[i - first]?.claims ?? [], parts.events));
      stage('6 relations', (i) =>
        findRelations(spoken[i - first] as never, said[i - first]?.claims ?? [], events[i - first] ?? [], parts.relations),
      );
    }
  if (values.records)
    writeFileSync(values.records, reads.map((r, i) => `${JSON.stringify(recordOf(r, sentences[i] ?? [], parts))}\n`).join(''));
  clock.print();
  const started = performance.now();
  const cpu = process.cpuUsage();
  await openParts({ knowledge: loadKnowledge(), network: parts.network });
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `opening without the network   ${String(Math.round((user + system) / 1000)).padStart(8)} ms of CPU, ${Math.round(performance.now() - started)} ms`,
  );
}

/** Times of stages over articles, in ms: CPU by round, and each article's fastest run. */
function stopwatch(articles: number) {
  const stages = new Map<string, { byRound: number[]; fastest: Float64Array }>();
  return {
    time<T>(name: string, round: number, ids: readonly number[], one: (i: number) => T): T[] {
      const stage = stages.get(name) ?? { byRound: [], fastest: new Float64Array(articles).fill(Number.POSITIVE_INFINITY) };
      stages.set(name, stage);
      const from = process.cpuUsage();
      const results = ids.map((id) => {
        const started = performance.now();
        const result = one(id);
        stage.fastest[id] = Math.min(stage.fastest[id] ?? 0, performance.now() - started);
        return result;
      });
      const { user, system } = process.cpuUsage(from);
      stage.byRound[round] = (stage.byRound[round] ?? 0) + (user + system) / 1000;
      return results;
    },
    print(): void {
      const perSecond = (ms: number): string => String(Math.round((1000 * articles) / ms)).padStart(8);
      for (const [name, { byRound, fastest }] of stages)
        console.log(
          `${name.padEnd(30)}${perSecond(Math.min(...byRound))} articles/s of CPU${perSecond(fastest.reduce((a, b) => a + b, 0))} in the fastest runs`,
        );
    },
  };
}
