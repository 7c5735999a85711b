/** Punctuation and symbols: which of them stand together as one token. */
import { isDigit, isWordAt } from './tokenize-characters.ts';

/** `!?`, `?!`, `...`, `.?` */
/** `‘’`, a double quote typed as two single ones. */
const QUOTES = /‘’/y;
const STOPS = /\.{2,}[?!]*|[.?!…]+/y;
/** A rule drawn with two characters. */
const RULE = /[-=]{4,}/y;
const FACE = /[:;=]-?[()DPpO](?![\w)(])|\^_+\^|-_+-|\(:(?!\S)/y;
const TAG = /#[\p{L}_][\p{L}\p{M}\p{N}_]*|@[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{N}]+)*/uy;
const RUNS: ReadonlySet<string> = new Set("-=*_~+<>#|$'’‘`—–");

/** Where the token of punctuation at `i` ends; `end` is where the unbroken text ends. */
export function markEnd(text: string, i: number, end: number): number {
  const c = text.charCodeAt(i);
  if (c === 46 || c === 33 || c === 63 || c === 0x2026) return Math.min(end, i + longest(STOPS, text, i));
  if (c === 58 || c === 59 || c === 61 || c === 94 || c === 45 || c === 40) {
    const face = longest(FACE, text, i);
    if (face > 0) return i + face;
  }
  if (c === 0x2018 && longest(QUOTES, text, i) > 0) return i + 2;
  if (c === 35 || c === 64) {
    const tag = longest(TAG, text, i);
    if (tag > 0) return i + tag;
  }
  const rule = c === 45 || c === 61 ? longest(RULE, text, i) : 0;
  if (rule > 0) return Math.min(end, i + rule);
  const mark = text.charAt(i);
  if (RUNS.has(mark)) {
    let j = i + 1;
    while (j < end && text.charAt(j) === mark) j++;
    return j;
  }
  if (c >= 0xd800 && c <= 0xdbff) return pictureEnd(text, i, end);
  return i + 1;
}

/** Whether a number begins with the mark at `i`: `.5`, `+44`. */
export function startsNumber(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return (c === 46 || c === 43) && isDigit(text.charCodeAt(i + 1)) && (i === 0 || !isWordAt(text, i - 1));
}

/** An emoji with its modifiers and joined parts. */
function pictureEnd(text: string, i: number, end: number): number {
  let j = i + pair(text, i);
  while (j < end) {
    const c = text.charCodeAt(j);
    if (c === 0xfe0f || (c === 0xd83c && text.charCodeAt(j + 1) >= 0xdffb)) j += c === 0xfe0f ? 1 : 2;
    else if (c === 0x200d && j + 1 < end) j += 1 + pair(text, j + 1);
    else break;
  }
  return Math.min(j, end);
}

function pair(text: string, i: number): number {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

function longest(pattern: RegExp, text: string, i: number): number {
  pattern.lastIndex = i;
  return pattern.exec(text)?.[0].length ?? 0;
}
