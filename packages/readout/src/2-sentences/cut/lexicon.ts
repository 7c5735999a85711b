/** What splitting and tokenising know of words: lexicon/abbreviations.tsv, contractions.tsv, and of word-sets.tsv the sets that they ask for. */
import type { Row } from '../../knowledge.ts';
import { type WordSets, wordSets } from '../word-sets.ts';
import { type Abbreviation, abbreviationTable } from './split-abbreviations.ts';

/** How a word is cut that is written as one. */
export interface Contraction {
  /** The lengths of all pieces but the last. */
  readonly lengths: readonly number[];
  /** Only before one of these words (`its` before `a`); undefined: before any. */
  readonly before: ReadonlySet<string> | undefined;
}

/** Words, tables and patterns of splitting and tokenising, made once. */
export interface CutLexicon {
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly words: WordSets;
  /** Words written as one without an apostrophe that are several (`gonna`). */
  readonly contractions: ReadonlyMap<string, Contraction>;
  /** The last letters of contractions as bits, by first letter and length (`fusedSlot`): asked of every short word before it is cut out and looked up. */
  readonly contractionEnds: Int32Array;
  /** "Dear Ms. Novak,": the greeting at the start of a block, up to its comma, before a capital. */
  readonly greeting: RegExp;
  /** What stands alone at the start of a sentence, to be asked at a place: "Best regards," before a name, "Email:" and its address. */
  readonly head: RegExp;
  /** A word that begins a sentence of a message, behind a small letter or a digit. */
  readonly opening: RegExp;
  /** The name of a file (`Annex 2.doc` from `2` on), to be asked at a place. */
  readonly file: RegExp;
}

/** The longest word that is looked up as a contraction. */
export const LONGEST_FUSED = 8;
const FUSED_SLOTS = 32 * (LONGEST_FUSED + 1);

/** A place for words of a first letter, large or small, and a length up to `LONGEST_FUSED`. */
export const fusedSlot = (first: number, length: number): number => (first & 31) * (LONGEST_FUSED + 1) + length;

/** From the knowledge's tables, by name. */
export function cutLexicon(lexicon: (name: string) => readonly Row[]): CutLexicon {
  const words = wordSets(lexicon('word-sets'));
  const contractions = new Map<string, Contraction>();
  const contractionEnds = new Int32Array(FUSED_SLOTS);
  for (const { pieces = '', before = '' } of lexicon('contractions')) {
    const lengths = pieces.split(' ').map((p) => p.length);
    const whole = pieces.replaceAll(' ', '');
    const slot = fusedSlot(whole.charCodeAt(0), whole.length);
    contractionEnds[slot] = (contractionEnds[slot] ?? 0) | (1 << (whole.charCodeAt(whole.length - 1) & 31));
    contractions.set(whole, {
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
    contractionEnds,
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
