/** Hyphens: a compound is cut at them (`well - known`), a word with a prefix, a telephone number or a Korean or Chinese given name is not. */
import type { CutLexicon } from './lexicon.ts';
import { isLowerAt, isUpperAt, isWordAt } from './tokenize-characters.ts';

const TELEPHONE = /(?:\d-)?\d{3}[-/]\d{3}-\d{4}(?!\w)|\d{3}-\d{4}(?!\w)|\d{5}-\d{4}(?!\w)|[2-9]-\d{4}(?!\w)|\d{1,4}-\d{1,2}-\d{2,4}(?!\w)/y;

/** One syllable of a romanised Korean or Chinese given name. */
const SYLLABLE = /^(?:[bpmfdtnlgkhjqxrzcswy]|[zcstk]h|ch|sh|ts|tz|kw|gw|hw|hs|ng|kk|ss)?[yw]?[aeiouü]{1,3}(?:ng?|[mklptr]|ck|h)?$/i;

/** Where the telephone number or the date in digits at `i` ends, or `i`. */
export function telephoneEnd(text: string, i: number): number {
  TELEPHONE.lastIndex = i;
  return i + (TELEPHONE.exec(text)?.[0].length ?? 0);
}

/** Whether the hyphen at `hyphen`, inside the word that began at `start`, joins what stands on its two sides to one token. */
export function isJoiningHyphen(text: string, start: number, hyphen: number, lexicon: CutLexicon): boolean {
  if (hyphen - start > 7 || !isWordAt(text, hyphen + 1)) return false;
  const left = text.slice(start, hyphen);
  // "e-mail", but not the "e" of "Lashkar-e-Taiba".
  if (lexicon.words['joined-prefixes'].has(left.toLowerCase())) return text.charAt(start - 1) !== '-';
  return isGivenName(text, start, hyphen, left, lexicon);
}

/** "Mi-na" after "Novak": two syllables with a capitalised word before them. */
function isGivenName(text: string, start: number, hyphen: number, left: string, { words }: CutLexicon): boolean {
  if (!isUpperAt(text, start) || !isLowerAt(text, start + 1) || !SYLLABLE.test(left)) return false;
  if (words['name-articles'].has(left)) return false;
  let end = hyphen + 1;
  while (end - hyphen < 9 && isWordAt(text, end)) end++;
  const right = text.slice(hyphen + 1, end);
  if (text.charAt(end) === '-' || words['after-short-names'].has(right) || !SYLLABLE.test(right)) return false;
  let i = start - 1;
  if (text.charAt(i) !== ' ') return false;
  while (i > 0 && start - i < 20 && isWordAt(text, i - 1)) i--;
  return i < start - 1 && isUpperAt(text, i);
}
