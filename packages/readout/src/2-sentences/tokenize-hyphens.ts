/** Hyphens: a compound is cut at them (`well - known`), a word with a prefix, a telephone number or a Korean or Chinese given name is not. */
import { isLowerAt, isUpperAt, isWordAt } from './tokenize-characters.ts';

/** First parts that English Universal Dependencies keeps joined with what follows. */
const PREFIXES: ReadonlySet<string> = new Set(
  'anti arch bi co counter cross de e ex extra hyper inter intra macro mega micro mid mini mis multi neo non over pan post pre pro proto pseudo re semi socio sub super trans tri ultra un under'.split(
    ' ',
  ),
);

const TELEPHONE = /(?:\d-)?\d{3}-\d{3}-\d{4}(?!\w)|\d{3}-\d{4}(?!\w)|\d{5}-\d{4}(?!\w)|\d{1,4}-\d{1,2}-\d{2,4}(?!\w)/y;

/** One syllable of a romanised Korean or Chinese given name. */
const SYLLABLE = /^(?:[bpmfdtnlgkhjqxrzcswy]|[zcstk]h|ch|sh|ts|tz|kw|gw|hw|hs|ng|kk|ss)?[yw]?[aeiouü]{1,3}(?:ng?|[mklptr]|ck|h)?$/i;
/** Second parts that are English words after a short name ("the Bo-led group"). */
const ENGLISH: ReadonlySet<string> = new Set(['led', 'run', 'hit', 'up', 'on', 'off', 'out', 'to', 'by', 'at', 'old', 'era', 'man']);

/** Where the telephone number or the date in digits at `i` ends, or `i`. */
export function telephoneEnd(text: string, i: number): number {
  TELEPHONE.lastIndex = i;
  return i + (TELEPHONE.exec(text)?.[0].length ?? 0);
}

/** Whether the hyphen at `hyphen`, inside the word that began at `start`, joins what stands on its two sides to one token. */
export function isJoiningHyphen(text: string, start: number, hyphen: number): boolean {
  if (hyphen - start > 7 || !isWordAt(text, hyphen + 1)) return false;
  const left = text.slice(start, hyphen);
  // "e-mail", but not the "e" of "Lashkar-e-Taiba".
  if (PREFIXES.has(left.toLowerCase())) return text.charAt(start - 1) !== '-';
  return isGivenName(text, start, hyphen, left);
}

/** "Mi-na" after "Novak": two syllables with a capitalised word before them. */
function isGivenName(text: string, start: number, hyphen: number, left: string): boolean {
  if (!isUpperAt(text, start) || !isLowerAt(text, start + 1) || !SYLLABLE.test(left)) return false;
  let end = hyphen + 1;
  while (end - hyphen < 9 && isWordAt(text, end)) end++;
  const right = text.slice(hyphen + 1, end);
  if (text.charAt(end) === '-' || ENGLISH.has(right) || !SYLLABLE.test(right)) return false;
  let i = start - 1;
  if (text.charAt(i) !== ' ') return false;
  while (i > 0 && start - i < 20 && isWordAt(text, i - 1)) i--;
  return i < start - 1 && isUpperAt(text, i);
}
