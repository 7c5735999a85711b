/** Contractions: where a word with an apostrophe is cut, and the contractions written without one. */
import { type CutLexicon, fusedSlot, LONGEST_FUSED } from './lexicon.ts';
import { isApostrophe, isDigit, isWordAt } from './tokenize-characters.ts';

/** Lengths of the pieces of a word without an apostrophe that is several in Universal Dependencies (`can not`, `gon na`), all but the last. */
export function fusedPieces(
  text: string,
  start: number,
  end: number,
  { contractions, contractionEnds }: CutLexicon,
): readonly number[] | undefined {
  const length = end - start;
  if (length > LONGEST_FUSED || length < 2) return undefined;
  const ends = contractionEnds[fusedSlot(text.charCodeAt(start), length)] ?? 0;
  if (((ends >> (text.charCodeAt(end - 1) & 31)) & 1) === 0) return undefined;
  const form = text.slice(start, end);
  const found = contractions.get(form.toLowerCase());
  // "IM", "ITS" and other short words in capitals may be acronyms.
  if (!found || (length < 4 && form === form.toUpperCase())) return undefined;
  return !found.before || found.before.has(nextWord(text, end)) ? found.lengths : undefined;
}

/** The word behind a blank at `at`, in small letters; empty where none is or a hyphen joins it to more. */
function nextWord(text: string, at: number): string {
  if (text.charAt(at) !== ' ') return '';
  let end = at + 1;
  while (end - at < 16 && isWordAt(text, end)) end++;
  return text.charAt(end) === '-' ? '' : text.slice(at + 1, end).toLowerCase();
}

/** Where the last clitic of the word begins (`n't`, `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m`), or `end` where it has none. */
export function cliticStart(text: string, start: number, end: number): number {
  for (let k = end - 1; k > start && k >= end - 3; k--) {
    if (!isApostrophe(text.charCodeAt(k))) continue;
    const tail = text.slice(k + 1, end).toLowerCase();
    const before = text.charCodeAt(k - 1);
    if (tail === 't') return (before | 32) === 110 && k - 1 > start ? k - 1 : end;
    // "the 1980's" is one word; "the MiG-29's range" is not.
    if (tail === 's') return before === 48 && isDigit(text.charCodeAt(k - 2)) ? end : k;
    return tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm' ? k : end;
  }
  return end;
}

const LEADING = /['’](?:(?:s|re|ve|ll|d|m)(?![\p{L}\d'’])|\d\ds?(?![\p{L}\d]))/iuy;

/** Where a word that begins with its apostrophe ends (`'em`, `'s` after a blank, `’80s`), or `i` where the mark is a quote. */
export function leadingApostropheEnd(text: string, i: number, { words }: CutLexicon): number {
  LEADING.lastIndex = i;
  const clitic = LEADING.exec(text)?.[0].length ?? 0;
  if (clitic > 0) return i + clitic;
  let end = i + 1;
  while (end - i < 8 && isWordAt(text, end)) end++;
  return words['words-with-apostrophe-first'].has(text.slice(i + 1, end).toLowerCase()) && !isApostrophe(text.charCodeAt(end)) ? end : i;
}
