/**
 * Articles a second and core of each stage but the network, over corpus/wikinews and corpus/kremlin in equal parts: `npx tsx bench/speed/stages.ts`.
 * With READOUT_PARSES the parses are kept, so that a run takes seconds. `--records FILE` writes the records, to compare the bytes of two versions;
 * `--n 150` articles of each corpus, `--rounds 3` times over, the fastest round counts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { annotate } from '../../packages/readout/src/2-sentences/index.ts';
import { readTree } from '../../packages/readout/src/2-sentences/syntax.ts';
import { makeDocument } from '../../packages/readout/src/3-mentions/document.ts';
import { findMentions } from '../../packages/readout/src/3-mentions/index.ts';
import { findClaims } from '../../packages/readout/src/4-claims/index.ts';
import { findEvents } from '../../packages/readout/src/5-events/index.ts';
import { findRelations } from '../../packages/readout/src/6-relations/index.ts';
import { loadKnowledge } from '../../packages/readout/src/knowledge.ts';
import { openParts } from '../../packages/readout/src/open.ts';
import { documentOf, read, recordOf } from '../../packages/readout/src/pipeline.ts';
import { openBenchParts } from '../parses.ts';

const { values } = parseArgs({ options: { n: { type: 'string' }, rounds: { type: 'string' }, records: { type: 'string' } } });
const n = Number(values.n ?? 150);
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
  const parts = await openBenchParts();
  const reads = rows.map((r) => read({ source: r.text, hints: r.date ? { date: r.date } : {} }, parts));
  const sentences: Awaited<ReturnType<typeof annotate>> = [];
  for (let i = 0; i < reads.length; i += 32)
    sentences.push(
      ...(await annotate(
        reads.slice(i, i + 32).map((r) => r.article),
        parts.network,
        parts.sentences,
      )),
    );
  if (values.records)
    writeFileSync(values.records, reads.map((r, i) => `${JSON.stringify(recordOf(r, sentences[i] ?? [], parts))}\n`).join(''));
  const best = new Map<string, number>();
  const stage = <T>(name: string, one: (i: number) => T): T[] => {
    const from = process.cpuUsage();
    const results = reads.map((_, i) => one(i));
    const { user, system } = process.cpuUsage(from);
    const ms = (user + system) / 1000;
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, ms));
    return results;
  };
  for (let round = 0; round < Number(values.rounds ?? 3); round++) {
    stage('1 article', (i) => read({ source: rows[i]?.text ?? '', hints: rows[i]?.date ? { date: rows[i]?.date as string } : {} }, parts));
    const trees = stage('2 trees', (i) => (sentences[i] ?? []).map((s) => readTree(s, parts.words)));
    stage('3 mentions', (i) => findMentions(reads[i]?.article as never, trees[i] ?? [], parts.mentions));
    const docs = stage('3 mentions, times, document', (i) => documentOf(reads[i] as never, sentences[i] ?? [], parts));
    const said = stage('4 claims', (i) => findClaims(docs[i] as never, parts.claims));
    const spoken = docs.map((doc, i) =>
      said[i]?.mentions === doc.mentions
        ? doc
        : makeDocument(doc.article, doc.trees, { mentions: said[i]?.mentions ?? [], entities: [...doc.entities.values()] }, doc.times),
    );
    const events = stage('5 events', (i) => findEvents(spoken[i] as never, said[i]?.claims ?? [], parts.events));
    stage('6 relations', (i) => findRelations(spoken[i] as never, said[i]?.claims ?? [], events[i] ?? [], parts.relations));
  }
  for (const [name, ms] of best) console.log(`${name.padEnd(30)}${String(Math.round((1000 * rows.length) / ms)).padStart(8)} articles/s`);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const knowledge = loadKnowledge();
  await openParts({ knowledge, network: parts.network });
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `opening without the network   ${String(Math.round((user + system) / 1000)).padStart(8)} ms of CPU, ${Math.round(performance.now() - started)} ms`,
  );
}
