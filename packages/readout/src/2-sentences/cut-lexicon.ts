/** What splitting and tokenising know of words: lexicon/abbreviations.tsv, and of lexicon/word-sets.tsv the sets that they ask for. */
import type { Row } from '../knowledge.ts';
import { type Abbreviation, abbreviationTable } from './split-abbreviations.ts';
import { type WordSets, wordSets } from './word-sets.ts';

export interface CutLexicon {
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly words: WordSets;
  /** Words written as one that are several (`gonna`): the lengths of all pieces but the last. */
  readonly together: ReadonlyMap<string, readonly number[]>;
  /** "Best regards," and "Dear Ms. Novak,": the formula at the start of a block, up to its comma, before a capital. */
  readonly formula: RegExp;
}

/** From the rows of both tables. */
export function cutLexicon(tables: { readonly abbreviations: readonly Row[]; readonly words: readonly Row[] }): CutLexicon {
  const words = wordSets(tables.words);
  const together = new Map<string, readonly number[]>();
  for (const entry of words['written-together']) {
    const pieces = entry.split(' ');
    together.set(
      pieces.join(''),
      pieces.slice(0, -1).map((p) => p.length),
    );
  }
  const closing = alternatives(words.closings);
  const greeting = `${alternatives(words.greetings)}(?: \\p{Lu}[\\p{L}.'’-]*){1,4}`;
  return {
    abbreviations: abbreviationTable(tables.abbreviations),
    words,
    together,
    formula: new RegExp(`^(?:${closing},|${greeting}[,:])(?=\\s+\\p{Lu})`, 'u'),
  };
}

/** One of some phrases as a pattern, the longest first; phrases are of letters and blanks. */
function alternatives(phrases: ReadonlySet<string>): string {
  return `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`;
}
