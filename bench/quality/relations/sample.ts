/**
 * A fixed sample of corpus articles with the relations and figures stage 6 finds in them, to be read by eye (bench/results/relations.md):
 *   node --import tsx bench/quality/relations/sample.ts [WIKINEWS, default 40] [KREMLIN, default 20] [SEED, default 7]
 */
import { findRelations } from '../../../packages/readout/src/6-relations/index.ts';
import { openBenchParts } from '../../parses.ts';
import { readAll } from '../../read-all.ts';
import { drawer } from '../draw.ts';

const counts = { wikinews: Number(process.argv[2] ?? 40), kremlin: Number(process.argv[3] ?? 20) };
const draw = drawer(Number(process.argv[4] ?? 7));

const parts = await openBenchParts();
for (const [corpus, count] of Object.entries(counts)) {
  const articles = draw(corpus, count);
  const reads = await readAll(articles, parts);
  reads.forEach(({ doc, claims, events }, k) => {
    const { relations, figures } = findRelations(doc, claims, events, parts.relations);
    console.log(`\n== ${articles[k]?.id} ${articles[k]?.date ?? ''}`);
    console.log(JSON.stringify({ relations, figures }, null, 1));
  });
}
