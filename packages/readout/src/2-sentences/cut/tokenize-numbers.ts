/** Numbers: dates with slashes, and units written without a blank (`5km`, `$3m`, `10am`). */
import type { CutLexicon } from './lexicon.ts';
import { isDigit } from './tokenize-characters.ts';

const DATE = /\d{1,4}\/\d{1,2}\/\d{2,4}(?!\w)|(\d{1,2})\/(\d{1,2})(?!\w)/y;
const SHARES: ReadonlySet<string> = new Set([
  '1/2',
  '1/3',
  '2/3',
  '1/4',
  '3/4',
  '1/5',
  '2/5',
  '3/5',
  '4/5',
  '1/8',
  '3/8',
  '5/8',
  '7/8',
  '24/7',
]);

/** Where the date in digits at `i` ends (`9/11`, `11/28/2000`), or `i`; a simple fraction is not one. */
export function slashDateEnd(text: string, i: number): number {
  DATE.lastIndex = i;
  const match = DATE.exec(text);
  if (!match) return i;
  const [form, first, second] = match;
  if (first !== undefined && second !== undefined) {
    if (SHARES.has(form) || Math.max(Number(first), Number(second)) > 31 || Math.min(Number(first), Number(second)) > 12) return i;
  }
  return i + form.length;
}

const CURRENCY = /[$£€¥₩₽₹]/;

/** Where the unit begins in a word that starts with a digit (`430` `km`), or `end` where the word stays whole (`4A`, `20th`). */
export function unitStart(text: string, start: number, end: number, { words }: CutLexicon): number {
  let k = end;
  while (k > start && !isDigit(text.charCodeAt(k - 1))) k--;
  if (k === end || k === start) return end;
  const unit = text.slice(k, end);
  // "20minutes": a blank was forgotten.
  if (end - k > 3 && k - start > 1 && /^[a-z]+$/.test(unit)) return k;
  const small = unit.toLowerCase();
  const isMoney = start > 0 && CURRENCY.test(text.charAt(start - 1));
  if (words['magnitude-letters'].has(small) && (isMoney || text.slice(start, k).includes('.'))) return k;
  return words['units-without-blank'].has(small) && !words['no-units-in-capitals'].has(unit) ? k : end;
}
