/** The words that `gaps` needs beside the rules, from the lists that other stages read. */
import type { Knowledge } from '../knowledge.ts';
import type { GapWords } from './gaps.ts';

/** What other stages know of words, made ready once. */
export function gapWords(knowledge: Knowledge): GapWords {
  const lower = (word: string | undefined): string => (word ?? '').toLowerCase();
  return {
    said: new Set(
      knowledge
        .lexicon('cues')
        .filter((r) => r.pos === 'verb')
        .map((r) => lower(r.lemma)),
    ),
    offices: new Set(knowledge.lexicon('roles').map((r) => lower(r.phrase))),
    verbs: new Set([
      ...knowledge
        .lexicon('verb-stems')
        .filter((r) => r.pos === 'VERB')
        .map((r) => lower(r.stem)),
      ...knowledge.eventRules.flatMap((r) => (Array.isArray(r.verb) ? r.verb.map((v) => lower(String(v))) : [])),
    ]),
  };
}
