/** Whether two texts with mostly the same words tell of different things: the same sentence with another number, name or date in it. */
import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Record } from '../model/record.ts';
import { readSpans } from './traits.ts';

/** One sentence. */
export interface Line {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Shared words, of all words of two sentences, from which they are one sentence told twice. */
const SAME_SENTENCE = 0.6;
const SAME_LEAD = 0.5;
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** The sentences of a record as sets of words, once for many comparisons. */
export function linesOf({ article }: Pick<Record, 'article'>): readonly Line[] {
  return readSpans(article)
    .flatMap((part) => roughSentences(article.text, part))
    .map(({ start, end }) => {
      const words = article.text.slice(start, end).match(/\p{N}+(?:st|nd|rd|th)?|[\p{L}\p{M}]+/gu) ?? [];
      return {
        words: new Set(words.map((w) => w.toLowerCase())),
        numbers: new Set(words.filter((w) => /^\p{N}/u.test(w))),
        names: new Set(words.filter((w, i) => (i > 0 && /^\p{Lu}\p{Ll}/u.test(w)) || MONTH.test(w)).map((w) => w.toLowerCase())),
      };
    })
    .filter((line) => line.words.size >= 5);
}

/** Sentences told in both with another number or another name in the place: each side has one that the other has nowhere in the sentence. */
export function conflictsBetween(a: readonly Line[], b: readonly Line[]): number {
  let conflicts = 0;
  for (const line of a) {
    let best: Line | undefined;
    let most = SAME_SENTENCE;
    for (const other of b) {
      const likeness = dice(line.words, other.words);
      if (likeness > most || (likeness === most && !best)) [best, most] = [other, likeness];
      if (likeness === 1) break;
    }
    if (!best || most === 1) continue;
    if (isSwapped(line.numbers, best.numbers, best.words, line.words) || isSwapped(line.names, best.names, best.words, line.words))
      conflicts++;
  }
  return conflicts;
}

/** Whether each text begins with a sentence that the other does not have in any form: two items from one template, such as two laws signed on one day. */
export function haveOtherLeads(a: readonly Line[], b: readonly Line[]): boolean {
  const isAlone = (lead: Line | undefined, all: readonly Line[]): boolean =>
    lead !== undefined && all.every((line) => dice(lead.words, line.words, SAME_LEAD) < SAME_LEAD);
  return isAlone(a[0], b) && isAlone(b[0], a);
}

function isSwapped(ofA: ReadonlySet<string>, ofB: ReadonlySet<string>, wordsB: ReadonlySet<string>, wordsA: ReadonlySet<string>): boolean {
  return [...ofA].some((x) => !wordsB.has(x)) && [...ofB].some((x) => !wordsA.has(x));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>, least = SAME_SENTENCE): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if ((2 * small.size) / (small.size + large.size) < least) return 0;
  let n = 0;
  for (const x of small) if (large.has(x)) n++;
  return (2 * n) / (a.size + b.size);
}
