/** What splitting and tokenising know of words: lexicon/abbreviations.tsv, contractions.tsv, and of word-sets.tsv the sets that they ask for. */
import type { Row } from '../knowledge.ts';
import { type Abbreviation, abbreviationTable } from './split-abbreviations.ts';
import { type WordSets, wordSets } from './word-sets.ts';

export interface Contraction {
  /** The lengths of all pieces but the last. */
  readonly lengths: readonly number[];
  /** Only before one of these words (`its` before `a`); undefined: before any. */
  readonly before: ReadonlySet<string> | undefined;
}

export interface CutLexicon {
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly words: WordSets;
  /** Words written as one without an apostrophe that are several (`gonna`). */
  readonly contractions: ReadonlyMap<string, Contraction>;
  /** "Best regards," and "Dear Ms. Novak,": the formula at the start of a block, up to its comma, before a capital. */
  readonly formula: RegExp;
  /** The name of a file (`Annex 2.doc` from `2` on), to be asked at a place. */
  readonly file: RegExp;
}

/** From the knowledge's tables, by name. */
export function cutLexicon(lexicon: (name: string) => readonly Row[]): CutLexicon {
  const words = wordSets(lexicon('word-sets'));
  const contractions = new Map<string, Contraction>();
  for (const { pieces = '', before = '' } of lexicon('contractions')) {
    const lengths = pieces.split(' ').map((p) => p.length);
    contractions.set(pieces.replaceAll(' ', ''), {
      lengths: lengths.slice(0, -1),
      before: before ? new Set(before.split('|')) : undefined,
    });
  }
  const closing = alternatives(words.closings);
  const greeting = `${alternatives(words.greetings)}(?: \\p{Lu}[\\p{L}.'’-]*){1,4}`;
  return {
    abbreviations: abbreviationTable(lexicon('abbreviations')),
    words,
    contractions,
    formula: new RegExp(`^(?:${closing},|${greeting}[,:])(?=\\s+\\p{Lu})`, 'u'),
    file: new RegExp(`[^\\s<>()"“”,;]*\\.${alternatives(words['file-endings'])}(?![\\w])`, 'iy'),
  };
}

/** One of some phrases as a pattern, the longest first; phrases are of letters and blanks. */
function alternatives(phrases: ReadonlySet<string>): string {
  return `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`;
}
