/** One row of a lexicon table, by column name. */
export type LexiconRow = Readonly<Record<string, string | undefined>>;

/** The meanings of a word by kind: `second` is an `ordinal` (2) and a `unit` (second). */
export type TimeWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Kinds whose words count only with a capital: "may" and "march" are seldom months, "friday" is seldom written so. */
const CAPITAL_KINDS: ReadonlySet<string> = new Set(['month', 'weekday', 'zone']);

/** The words of `times-words.tsv` (columns `word kind value`). */
export function readTimeWords(rows: readonly LexiconRow[]): TimeWords {
  const words = new Map<string, Map<string, string>>();
  for (const { word, kind, value } of rows) {
    if (!word || !kind) continue;
    const meanings = words.get(word) ?? new Map<string, string>();
    meanings.set(kind, value ?? '');
    words.set(word, meanings);
  }
  return words;
}

/** What a word means as a kind; undefined when it is none of that kind. */
export function meaningOf(words: TimeWords, word: string, kind: string): string | undefined {
  return words.get(word)?.get(kind);
}

/** Whether patterns take a word only when it has a capital. */
export function needsCapital(words: TimeWords, word: string): boolean {
  return [...(words.get(word)?.keys() ?? [])].some((kind) => CAPITAL_KINDS.has(kind));
}
