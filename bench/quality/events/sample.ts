/**
 * A fixed sample of corpus articles with every asserted, current event that stage 5 finds in them beside its sentence, to be judged by eye
 * (bench/results/events.md):
 *   node --import tsx bench/quality/events/sample.ts [WIKINEWS, default 40] [KREMLIN, default 20] [SEED, default 7] [SKIP, default 0]
 * SKIP leaves out the first so many of each corpus in the order drawn, so that articles read while rules were mended are not counted again.
 */
import type { Event } from '../../../packages/readout/src/model/index.ts';
import { openBenchParts } from '../../parses.ts';
import { type Read, readAll } from '../../read-all.ts';
import { drawer } from '../draw.ts';

const counts = { wikinews: Number(process.argv[2] ?? 40), kremlin: Number(process.argv[3] ?? 20) };
const skip = Number(process.argv[5] ?? 0);
const draw = drawer(Number(process.argv[4] ?? 7));

/** One event on two lines: who did what to whom by which rule; the words it is read from. */
function line({ doc }: Read, e: Event): string {
  const party = (p: Event['actor'][number]): string => {
    const words = doc.mentions.find((m) => m.id === p.mention)?.span;
    return `${p.entity}${words ? `“${doc.article.text.slice(words.start, words.end)}”` : ''}`;
  };
  const trigger = e.evidence.find((x) => x.as === 'trigger')?.span ?? { start: 0, end: 0 };
  const sentence = doc.trees.find((t) => {
    const { tokens } = t;
    return (tokens[0]?.start ?? 0) <= trigger.start && trigger.start <= (tokens[tokens.length - 1]?.end ?? 0);
  });
  const tokens = sentence?.tokens ?? [];
  const text = doc.article.text.slice(tokens[0]?.start ?? 0, tokens[tokens.length - 1]?.end ?? 0).replace(/\s+/g, ' ');
  const by = `${e.rule}${e.governor ? ` under ${e.governor}` : ''}${e.claim ? ' (claimed)' : ''}${e.polarity === 'negative' ? ' NOT' : ''}`;
  return `${e.event} ${e.cameo} [${doc.article.text.slice(trigger.start, trigger.end)}] ${e.actor.map(party).join(', ')} → ${e.recipient.map(party).join(', ')} ${by}\n    ${text}`;
}

const parts = await openBenchParts();
let number = 0;
for (const [corpus, count] of Object.entries(counts)) {
  const articles = draw(corpus, count, skip);
  const reads = await readAll(articles, parts);
  reads.forEach((read, k) => {
    const shown = read.events.filter((e) => e.modality === 'asserted' && e.status === 'current');
    console.log(`\n== ${articles[k]?.id} ${articles[k]?.date ?? ''}`);
    for (const e of shown) console.log(`${++number}. ${line(read, e)}`);
  });
}
