/** Web and mail addresses and names of files, which stay one token. */
import type { CutLexicon } from './lexicon.ts';

const URL = /(?:(?:https?|ftp):\/\/|mailto:|www\.)\S+/iy;
const MAIL = /[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)*/y;
const PATH = /(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,}\/[^\s"<>]*/iy;
const TRAILING = new Set('.,;:!?\'"”’»)]>');

/** Where the address that begins at `i` ends, or `i` where none does. It never reaches past `end`, the end of the unbroken text. */
export function addressEnd(text: string, i: number, end: number, { file }: CutLexicon): number {
  const length = matchLength(URL, text, i) || matchLength(MAIL, text, i) || matchLength(PATH, text, i) || matchLength(file, text, i);
  let j = Math.min(i + length, end);
  // A stop, quote or bracket at the end belongs to the sentence, unless its bracket was opened inside.
  while (j > i && TRAILING.has(text.charAt(j - 1)) && !(text.charAt(j - 1) === ')' && text.slice(i, j).includes('('))) j--;
  return j;
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
