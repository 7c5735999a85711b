/** Names as they are looked for: cleaned, shortened, as initials, and how near two spellings are. */
import { contentWords } from '../words.ts';

/** Words that refer to anything: looked for never, since every text has them. */
export const ANYTHING =
  /^(?:i|me|my|he|him|his|she|her|hers|it|its|we|us|our|they|them|their|theirs|you|your|who|whom|whose|which|that|this|these|those|here|there|one|ones|himself|herself|itself|themselves|he's|she's|they're|it's|both|some|others?)$/i;

/** A name without article, preposition, possessive ending, quotation marks, escapes and what stands in brackets behind it. */
export function cleanName(name: string): string {
  return name
    .replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('_', ' ')
    .replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')
    .replace(/(?<!\s),?\s+(?:Jr|Sr)\.?$/, '')
    .replace(/\b(\p{Lu})\.\s+(?=\p{Lu}\.)/gu, '$1.')
    .replace(/(?<!\s)\s*['’]s?\s*$/, '')
    .replace(/^["“'‘\s]+|(?<!["”\s])["”\s]+$/g, '')
    .replace(/^(?:(?:in|on|at|of|off|from|near|to|for|by|with|outside|inside)\s+)?(?:(?:the|a|an|his|her|their|its)\s+)?/i, '')
    .trim();
}

/** Whether a word of it begins with a capital or a digit: a name, not a common noun. */
export function isProper(name: string): boolean {
  return /(?:^|\s)[\p{Lu}\p{N}]/u.test(name);
}

/**
 * The name in a title that says what kind of thing it is in lower-case words behind it ("Watergate scandal", "Oslo metro station"): texts leave
 * those unsaid. Absent when there are none.
 */
export function withoutKind(name: string): string | undefined {
  const m = /^((?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{N}+)(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{N}+))*)(?:\s+\p{Ll}[\p{L}'’-]*){1,4}$/u.exec(name);
  return m?.[1] !== undefined && m[1].length > 3 ? m[1] : undefined;
}

/** The name before what only says which of several it is: "Gonzaga Institute, Palermo". Absent when there is nothing of the kind. */
export function beforeComma(name: string): string | undefined {
  const [first = '', second, third] = name.split(/(?<!\s)\s*,\s+/);
  return second !== undefined && third === undefined && /^\p{Lu}/u.test(second) && first.length >= 4 ? first : undefined;
}

/** Initials by which a name may go: of all its words, and of three or more at either end ("FTU" of "Hong Kong Federation of Trade Unions"). */
export function initialsOf(name: string): ReadonlySet<string> {
  const capitals = name.match(/\p{Lu}(?=[\p{L}\p{M}.'’]|\b)/gu) ?? [];
  const words = name.split(/[\s-]+/).filter((w) => /^\p{Lu}/u.test(w));
  const letters = words.map((w) => (/^(?:\p{Lu}\.)+$/u.test(w) ? w.replaceAll('.', '') : (w[0] ?? ''))).join('');
  const all = new Set<string>();
  // "District health board": of a phrase with one capital all words count.
  const low = name.split(/[\s-]+/).filter((w) => !/^(?:of|the|and|for|in|on|at|to)$/.test(w));
  if (low.length >= 3 && /^\p{Lu}/u.test(low[0] ?? '') && low.slice(1).every((w) => /^\p{Ll}/u.test(w)))
    all.add(
      low
        .map((w) => w[0])
        .join('')
        .toLowerCase(),
    );
  if (capitals.length >= 2 && letters.length >= 2) all.add(letters.toLowerCase());
  // "DoD", "TOI": with the small words inside.
  const inner = name.split(/[\s-]+/).filter((w) => /^\p{Lu}/u.test(w) || /^(?:of|and|for|the)$/.test(w));
  if (inner.length > words.length && words.length >= 2 && words.length === name.split(/[\s-]+/).length - (inner.length - words.length))
    all.add(
      inner
        .map((w) => w[0])
        .join('')
        .toLowerCase(),
    );
  for (let n = Math.max(3, Math.ceil(letters.length / 2)); n < letters.length; n++) {
    all.add(letters.slice(0, n).toLowerCase());
    all.add(letters.slice(-n).toLowerCase());
  }
  return all;
}

/** Whether two words are one in two spellings: one letter other, more, less or two turned round; the first the same, unless `isFirstFree` or both are vowels. */
export function isSpeltLike(a: string, b: string, least = 7, isFirstFree = false): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < least || Math.abs(a.length - b.length) > 1) return false;
  if (a[0] !== b[0] && !isFirstFree && !(/^[aeiou]/.test(a) && /^[aeiou]/.test(b))) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = Math.max(a.length, b.length) - start - end;
  return left <= 1 || (left === 2 && a.length === b.length && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

/** A word in lower case without accents, an umlaut written out as its vowel. */
export function foldSound(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([aou])e(?=[^aeiou])/g, '$1');
}

/** Where the noun stands that says what a name is of: the last word before "of", "for" or "on", else the last. An index into its content words. */
export function headOf(name: string): number {
  const before = /^(.+?)(?<!\s)\s+(?:of|for|on|in)\s/.exec(name)?.[1] ?? name;
  return Math.max(0, contentWords(before).length - 1);
}
