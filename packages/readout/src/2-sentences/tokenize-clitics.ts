/** Contractions: where a word with an apostrophe is cut, and the contractions written without one. */
import { isApostrophe, isDigit } from './tokenize-characters.ts';

/** Words that are two or three: the lengths of all pieces but the last. */
const FUSED: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3]],
  ['gonna', [3]],
  ['wanna', [3]],
  ['gotta', [3]],
  ['outta', [3]],
  ['lotta', [3]],
  ['dunno', [2, 1]],
  ['gimme', [3]],
  ['lemme', [3]],
  ...['do', 'does', 'did', 'is', 'was', 'were', 'could', 'would', 'should', 'have', 'has', 'had', 'are', 'ai', 'ca'].map(
    (word): [string, readonly number[]] => [`${word}nt`, [word.length]],
  ),
  ['alot', [1]],
  ['im', [1]],
  ['ive', [1]],
  ['youre', [3]],
  ['youve', [3]],
  ['theyre', [4]],
  ['theyve', [4]],
  ['thats', [4]],
  ['whats', [4]],
  ['theres', [5]],
]);

/** Lengths of the pieces of a word without an apostrophe that is several in Universal Dependencies (`can not`, `gon na`), all but the last. */
export function fusedPieces(text: string, start: number, end: number): readonly number[] | undefined {
  const length = end - start;
  if (length > 8 || length < 2) return undefined;
  const last = text.charCodeAt(end - 1) | 32;
  // Only words that end in a, e, o, m, s or t are in the list; most others need no look-up.
  if (last !== 97 && last !== 101 && last !== 111 && last !== 109 && last !== 115 && last !== 116) return undefined;
  const form = text.slice(start, end);
  // "IM", "IVE" and other all-capital words may be acronyms.
  return length < 6 && form === form.toUpperCase() && form.charCodeAt(0) < 97 ? undefined : FUSED.get(form.toLowerCase());
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

const LEADING = /['’](?:(?:s|re|ve|ll|d|m|em|tis|twas|til|cause|n)(?![\p{L}\d'’])|\d\ds?(?![\p{L}\d]))/iuy;

/** Where a word that begins with its apostrophe ends (`'em`, `'s` after a blank, `’80s`), or `i` where the mark is a quote. */
export function leadingApostropheEnd(text: string, i: number): number {
  LEADING.lastIndex = i;
  return i + (LEADING.exec(text)?.[0].length ?? 0);
}
