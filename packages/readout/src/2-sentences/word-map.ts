/**
 * Lists of words that a text is held against word by word. Most words of a text are in none of them, and to learn that from a Map costs half a dozen looks
 * into memory; a bit for the letters that a word has at four places costs one, and says no to nearly all of them.
 */
export interface WordMap<T> {
  get(word: string): T | undefined;
  set(word: string, value: T): void;
  readonly size: number;
  values(): Iterable<T>;
}

const BITS = 1 << 16;

/** A number below `BITS` for a word, by its length and four of its letters, the first and the last among them; places that any word has, so that none need be asked for. */
function slotOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const front = word.charCodeAt(0) * 31 + word.charCodeAt(length >> 2) * 6151;
  const back = word.charCodeAt(length >> 1) * 887 + word.charCodeAt(length - 1) * 2221;
  return (front + back + length * 97) & (BITS - 1);
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
