/**
 * Lists of words that a text is held against word by word. Most words of a text are in none of them, and to learn that from a Map costs half a dozen looks
 * into memory; a bit for the letters that a word has at three places costs one, and says no to nine in ten of them.
 */
export interface WordMap<T> {
  get(word: string): T | undefined;
  set(word: string, value: T): void;
  readonly size: number;
  values(): Iterable<T>;
}

const BITS = 1 << 13;

/** A number below `BITS` for a word, by its length and its first, middle and last letter. */
function slotOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const letters = word.charCodeAt(0) * 31 + word.charCodeAt(length >> 1) * 887 + word.charCodeAt(length - 1) * 7;
  return (letters + length * 97) & (BITS - 1);
}

/** An empty map by word. */
export function wordMap<T>(): WordMap<T> {
  const map = new Map<string, T>();
  const met = new Int32Array(BITS >> 5);
  return {
    get(word) {
      const slot = slotOf(word);
      return (((met[slot >> 5] ?? 0) >> (slot & 31)) & 1) === 0 ? undefined : map.get(word);
    },
    set(word, value) {
      const slot = slotOf(word);
      met[slot >> 5] = (met[slot >> 5] ?? 0) | (1 << (slot & 31));
      map.set(word, value);
    },
    get size() {
      return map.size;
    },
    values: () => map.values(),
  };
}

/** Whether a word is among some. */
export function wordTest(words: Iterable<string>): (word: string) => boolean {
  const map = wordMap<true>();
  for (const word of words) map.set(word, true);
  return (word) => map.get(word) === true;
}
