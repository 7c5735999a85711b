/**
 * The signs of the events that were judged by eye (judged.tsv), where the engine still finds them, one event a line for fit.py:
 *   READOUT_PARSES=FILE npx tsx --conditions=@readout/source training/5-events/signs.ts > signs.tsv
 * Columns: article, wrong (0 or 1), then one of 0 or 1 for each sign. What is doubtful is left out; lost events are counted on stderr.
 */
import { SIGN_NAMES, signsOf } from '../../packages/readout/src/5-events/confidence.ts';
import { keyOf, readJudged, VERDICTS } from './judged.ts';

console.log(['article', 'wrong', ...SIGN_NAMES].join('\t'));
let found = 0;
for (const { article, doc, events } of await readJudged()) {
  for (const e of events) {
    const verdict = VERDICTS.get(keyOf(article, e));
    if (verdict === undefined) continue;
    found++;
    const signs = new Set(signsOf(doc, e));
    if (verdict !== 'doubtful')
      console.log([article, verdict === 'wrong' ? 1 : 0, ...SIGN_NAMES.map((s) => (signs.has(s) ? 1 : 0))].join('\t'));
  }
}
console.error(`${found} of ${VERDICTS.size} judged events are found as they were`);
