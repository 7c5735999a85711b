/**
 * The signs of the events that were judged by eye (judged.tsv), where the engine still finds them, one event a line for fit.py:
 *   READOUT_PARSES=FILE npx tsx --conditions=@readout/source training/5-events/signs.ts > signs.tsv
 * Columns: article, wrong (0 or 1), then one of 0 or 1 for each sign. What is doubtful is left out; lost events are counted on stderr.
 */
import { readFileSync } from 'node:fs';
import { openBenchParts } from '../../bench/parses.ts';
import { readAll } from '../../bench/read-all.ts';
import { SIGN_NAMES, signsOf } from '../../packages/readout/src/5-events/confidence.ts';
import type { Event } from '../../packages/readout/src/model/index.ts';

const shared = new URL('../../../shared/data/corpus/', import.meta.url);
const lines = (url: URL): string[] => readFileSync(url, 'utf8').trim().split('\n');

/** What tells one event from another: article, first trigger, type, parties, polarity. */
const keyOf = (article: string, e: Event): string =>
  [
    article,
    e.evidence.find((x) => x.as === 'trigger')?.span.start,
    e.event,
    e.actor.map((p) => p.entity).join('|'),
    e.recipient.map((p) => p.entity).join('|'),
    e.polarity,
  ].join('\t');

const verdicts = new Map(
  lines(new URL('judged.tsv', import.meta.url))
    .slice(1)
    .map((l) => l.split('\t'))
    .map((row) => [row.slice(0, 6).join('\t'), row[6] ?? '']),
);
const wanted = new Set([...verdicts.keys()].map((k) => k.split('\t', 1)[0]));
const parts = await openBenchParts();
console.log(['article', 'wrong', ...SIGN_NAMES].join('\t'));
let found = 0;
for (const corpus of ['wikinews', 'kremlin']) {
  const articles = lines(new URL(`${corpus}.jsonl`, shared))
    .map((l) => JSON.parse(l))
    .filter((a) => wanted.has(a.id));
  const reads = await readAll(articles, parts);
  reads.forEach(({ doc, events }, i) => {
    for (const e of events) {
      const verdict = verdicts.get(keyOf(articles[i].id, e));
      if (verdict === undefined) continue;
      found++;
      const signs = new Set(signsOf(doc, e));
      if (verdict !== 'doubtful')
        console.log([articles[i].id, verdict === 'wrong' ? 1 : 0, ...SIGN_NAMES.map((s) => (signs.has(s) ? 1 : 0))].join('\t'));
    }
  });
}
console.error(`${found} of ${verdicts.size} judged events are found as they were`);
