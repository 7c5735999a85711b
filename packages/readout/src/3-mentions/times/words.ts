import type { WordMap } from '../../2-sentences/word-map.ts';

/** One row of a lexicon table, by column name. */
export type LexiconRow = Readonly<Record<string, string | undefined>>;

/** A word that rules may ask for, looked up once for each token. */
export interface TimeWord {
  /** What it means by kind: `second` is an `ordinal` (2) and a `unit` (second). Empty for a word that patterns only name as such. */
  readonly meanings: ReadonlyMap<string, string>;
  /** The code of the character that stands for it in the patterns. */
  readonly code: number;
  /** Whether a number written out may begin with it. */
  readonly isNumber: boolean;
  /** Whether patterns take it only with a capital. */
  readonly needsCapital: boolean;
}

/** The words that rules may ask for. */
export type TimeWords = Pick<WordMap<TimeWord>, 'get'>;

/** The meanings of each word of the tables by kind. */
export type Meanings = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Kinds whose words count only with a capital: "may" and "march" are seldom months, "friday" is seldom written so. */
const CAPITAL_KINDS: ReadonlySet<string> = new Set(['month', 'weekday', 'zone', 'clockzone', 'shortday']);

/** The words of `times-words.tsv` (columns `word kind value`). */
export function readMeanings(rows: readonly LexiconRow[]): Meanings {
  const words = new Map<string, Map<string, string>>();
  for (const { word, kind, value } of rows) {
    if (!word || !kind) continue;
    const meanings = words.get(word) ?? new Map<string, string>();
    meanings.set(kind, value ?? '');
    words.set(word, meanings);
  }
  return words;
}

/** Whether a word of these meanings counts only with a capital. */
export function needsCapital(meanings: ReadonlyMap<string, string>): boolean {
  return [...meanings.keys()].some((kind) => CAPITAL_KINDS.has(kind));
}
