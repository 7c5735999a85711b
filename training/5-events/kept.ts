/**
 * What has become of the events that were judged by eye (judged.tsv): how many right, wrong and doubtful ones the engine still has as asserted, current
 * events, and the right ones that it has no longer, to be looked at. A mended link changes an event's parties, so what is lost here may have become better:
 *   READOUT_PARSES=FILE npx tsx --conditions=@readout/source training/5-events/kept.ts
 */
import type { Event } from '../../packages/readout/src/model/index.ts';
import { keyOf, readJudged, VERDICTS } from './judged.ts';

const kept = new Set<string>();
const now = new Map<string, Event[]>();
const sentences = new Map<string, string>();
let news = 0;
for (const { article, doc, events } of await readJudged()) {
  for (const e of events) {
    const at = e.evidence.find((x) => x.as === 'trigger')?.span.start ?? 0;
    const place = `${article}\t${at}`;
    now.set(place, [...(now.get(place) ?? []), e]);
    if (e.modality !== 'asserted' || e.status !== 'current') continue;
    news++;
    const key = keyOf(article, e);
    if (VERDICTS.has(key)) kept.add(key);
  }
  for (const [key] of VERDICTS) {
    const [id = '', start = ''] = key.split('\t');
    if (id !== article) continue;
    const sentence = doc.trees.find((t) => t.sentence.span.start <= Number(start) && Number(start) < t.sentence.span.end)?.sentence.span;
    if (sentence) sentences.set(key, doc.article.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' '));
  }
}
for (const [key, verdict] of VERDICTS) {
  if (verdict !== 'right' || kept.has(key)) continue;
  const [article = '', start = '', ...rest] = key.split('\t');
  const instead = (now.get(`${article}\t${start}`) ?? []).map(
    (e) => `${keyOf(article, e).split('\t').slice(2).join(' ')} ${e.modality} ${e.status}`,
  );
  console.log(`${article} ${start} ${rest.join(' ')}\n    now: ${instead.join('; ') || 'none'}\n    ${sentences.get(key) ?? ''}`);
}
for (const verdict of ['right', 'wrong', 'doubtful']) {
  const all = [...VERDICTS].filter(([, v]) => v === verdict).map(([k]) => k);
  console.log(`${verdict}: ${all.filter((k) => kept.has(k)).length} of ${all.length} are there`);
}
console.log(`${news - kept.size} others, which nobody judged`);
