/**
 * A fixed sample of corpus sentences with what stage 3 links in them, to be read by eye (bench/results/mentions.md):
 *   node --import tsx bench/quality/mentions/sample.ts [SENTENCES a corpus, default 50] [SEED, default 1] [FILE of ids to leave out]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { annotate } from '../../../packages/readout/src/2-sentences/index.ts';
import { documentOf } from '../../../packages/readout/src/pipeline.ts';
import { openBenchParts } from '../../parses.ts';
import { plainArticle } from '../../read-all.ts';

const data = process.env.READOUT_DATA ?? resolve(import.meta.dirname, '../../../../shared/data');
const count = Number(process.argv[2] ?? 50);
let seed = Number(process.argv[3] ?? 1);
const leftOut = new Set(process.argv[4] ? readFileSync(process.argv[4], 'utf8').split(/\s+/) : []);
/** A small generator with a fixed start, so that the sample is the same everywhere. */
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % below;
};

const parts = await openBenchParts();
for (const corpus of ['wikinews', 'kremlin']) {
  const file = join(data, 'corpus', `${corpus}.jsonl`);
  if (!existsSync(file)) {
    console.log(`${corpus}: no data`);
    continue;
  }
  const rows: { id: string; text: string; date?: string }[] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l))
    .filter((r) => !leftOut.has(r.id));
  const articles = Array.from({ length: count }, () => rows[draw(rows.length)] ?? { id: '', text: '' });
  // As the engine would know it: who publishes kremlin.ru.
  const publisher = corpus === 'kremlin' ? parts.publishers.byDomain('kremlin.ru') : undefined;
  const read = articles
    .map((a) => plainArticle(a.text, a.date))
    .map((r) => (publisher ? { ...r, article: { ...r.article, publisher } } : r));
  const sentences = await annotate(
    read.map((r) => r.article),
    parts.network,
    parts.sentences,
  );
  read.forEach((r, k) => {
    const doc = documentOf(r, sentences[k] ?? [], parts);
    const tree = doc.trees[draw(doc.trees.length)];
    if (!tree) return;
    const { span, index } = tree.sentence;
    console.log(`\n${corpus} ${k + 1} ${articles[k]?.date ?? ''}: ${doc.article.text.slice(span.start, span.end).replace(/\s+/g, ' ')}`);
    for (const m of doc.mentionsIn(index)) {
      const words = doc.article.text.slice(m.span.start, m.span.end);
      console.log(`   [${words}] ${m.entities.join('+')} ${m.via} ${doc.stateOf(m) ?? ''} ${doc.sectorOf(m) ?? ''}`);
    }
  });
}
