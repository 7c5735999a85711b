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
  /** "Dear Ms. Novak,": the greeting at the start of a block, up to its comma, before a capital. */
  readonly greeting: RegExp;
  /** What stands alone at the start of a sentence, to be asked at a place: "Best regards," before a name, "Email:" and its address. */
  readonly head: RegExp;
  /** A word that begins a sentence of a message, behind a small letter or a digit. */
  readonly opening: RegExp;
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
  const closing = `${alternatives(words.closings)},(?=\\s+\\p{Lu})`;
  const address = `${alternatives(words['mail-labels'])}:[^\\n@]{0,60}@[^\\s@]+(?=\\s)`;
  return {
    abbreviations: abbreviationTable(lexicon('abbreviations')),
    words,
    contractions,
    greeting: new RegExp(`^${alternatives(words.greetings)}(?: \\p{Lu}[\\p{L}.'’-]*){1,4}[,:](?=\\s+\\p{Lu})`, 'u'),
    head: new RegExp(`${closing}|${address}`, 'uy'),
    opening: new RegExp(`(?<=[\\p{Ll}\\d] )${alternatives(words['begins-messages'])}(?=[\\s,!])`, 'gu'),
    file: new RegExp(`[^\\s<>()[\\]"“”,;]*\\.${alternatives(words['file-endings'])}(?![\\w])`, 'iy'),
  };
}

/** One of some phrases as a pattern, the longest first; phrases are of letters and blanks. */
function alternatives(phrases: ReadonlySet<string>): string {
  return `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`;
}
