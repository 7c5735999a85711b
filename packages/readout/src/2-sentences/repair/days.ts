/** Days that the parser made the head of the noun before them: "killed a man Monday". */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import { withChanges } from './tools.ts';

const isWeekday = (form: string, words: WordSets): boolean => form.endsWith('day') && words['days-and-months'].has(form.toLowerCase());

/**
 * "deported a man Monday who had served", "told the United States Friday": newswire leaves out the *on*. The noun before the day takes its place
 * and what hangs on it, the day becomes a time of the verb; not "on Easter Monday" (word set `before-weekdays`).
 */
export function dayBehindNoun(tokens: readonly Token[], day: number, words: WordSets): Token[] | undefined {
  const d = tokens[day];
  const noun = tokens[day - 1];
  if (!d || !noun || !isWeekday(d.form, words) || noun.head !== day || !/^(NOUN|PROPN)$/.test(noun.upos)) return undefined;
  if (words['before-weekdays'].has(noun.form.toLowerCase())) return undefined;
  // "the first week Monday to Friday", "a Tuesday": the noun's phrase needs words of its own, or a preposition before it.
  const marks = tokens.filter(
    (t, k) => k < day - 1 && t.head >= day - 1 && t.head <= day && /^(det|case|nmod:poss|nummod|amod)$/.test(t.deprel),
  );
  if (marks.length === 0) return undefined;
  let verb = d.head;
  while (verb >= 0 && !/^(VERB|AUX)$/.test(tokens[verb]?.upos ?? '')) verb = tokens[verb]?.head ?? -1;
  if (verb < 0) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === day && t.deprel !== 'punct') changes.set(k, { head: day - 1 });
  });
  changes.set(day - 1, { head: d.head, deprel: nounsRelation(tokens, d, day, marks) });
  changes.set(day, { head: verb, deprel: 'obl:unmarked' });
  return withChanges(tokens, changes);
}

/** What the noun is to the word that the day hung on: as the day was, or the object where it stood as a bare time. */
function nounsRelation(tokens: readonly Token[], d: Token, day: number, marks: readonly Token[]): string {
  if (d.deprel !== 'obl:unmarked' && d.deprel !== 'nmod:unmarked') return d.deprel;
  const isVerbs = tokens[d.head]?.upos === 'VERB';
  if (marks.some((t) => t.deprel === 'case')) return isVerbs ? 'obl' : 'nmod';
  const hasObject = tokens.some((t, k) => k !== day && t.head === d.head && t.deprel === 'obj');
  return isVerbs && d.head < day && !hasObject ? 'obj' : d.deprel;
}
