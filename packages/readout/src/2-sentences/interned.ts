/**
 * One string for each word, whichever text it was cut out of. Pieces of texts are hashed anew at each look into a list of words and compared letter by
 * letter, and they come in half a dozen representations, which makes every call of a string's methods several times as slow. A string that is the key of an
 * object is compared by its address.
 */

/** Words kept at most; then all are forgotten. */
const MOST = 100_000;
const words = new Map<string, string>();
const small = new Map<string, string>();

/** The same word, always as the same string. */
export function interned(word: string): string {
  const have = words.get(word);
  if (have !== undefined) return have;
  const one = asKey(word);
  return keep(words, one, one);
}

/** A word in small letters, always as the same string. */
export function lowerCase(word: string): string {
  return hasOnlySmall(word) ? word : (small.get(word) ?? keep(small, asKey(word), interned(word.toLowerCase())));
}

/** Whether all letters of a word are plain and small, its marks and digits aside. */
function hasOnlySmall(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

function keep(kept: Map<string, string>, word: string, as: string): string {
  if (kept.size >= MOST) kept.clear();
  kept.set(word, as);
  return as;
}

/** The string that an object has for this key: one without a prototype, since V8 remembers the keys that were added to `{}`, and gets slow by many. */
function asKey(word: string): string {
  const keys: { [key: string]: true } = Object.create(null);
  keys[word] = true;
  for (const key in keys) return key;
  return word;
}
