/**
 * A fixed sample of corpus articles with the relations and figures stage 6 finds in them, to be read by eye (bench/results/relations.md):
 *   node --import tsx bench/quality/relations/sample.ts [WIKINEWS, default 40] [KREMLIN, default 20] [SEED, default 7]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findRelations } from '../../../packages/readout/src/6-relations/index.ts';
import { openBenchParts } from '../../parses.ts';
import { readAll } from '../../read-all.ts';

const data = process.env.READOUT_DATA ?? resolve(import.meta.dirname, '../../../../shared/data');
const counts = { wikinews: Number(process.argv[2] ?? 40), kremlin: Number(process.argv[3] ?? 20) };
let seed = Number(process.argv[4] ?? 7);
/** A small generator with a fixed start, so that the sample is the same everywhere. */
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const parts = await openBenchParts();
for (const [corpus, count] of Object.entries(counts)) {
  const file = join(data, 'corpus', `${corpus}.jsonl`);
  if (!existsSync(file)) {
    console.log(`${corpus}: no data`);
    continue;
  }
  const rows: { id: string; text: string; date?: string }[] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l));
  const articles = Array.from({ length: Math.min(count, rows.length) }, () => rows.splice(draw(rows.length), 1)[0] ?? { id: '', text: '' });
  const reads = await readAll(articles, parts);
  reads.forEach(({ doc, claims, events }, k) => {
    const { relations, figures } = findRelations(doc, claims, events, parts.relations);
    console.log(`\n== ${articles[k]?.id} ${articles[k]?.date ?? ''}`);
    console.log(JSON.stringify({ relations, figures }, null, 1));
  });
}
