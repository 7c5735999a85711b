/** Cuts a sentence into words as English Universal Dependencies does (EWT and GUM, release 2.15 and later). */
import type { Span } from '../../model/span.ts';
import { interned } from '../interned.ts';
import type { CutLexicon } from './lexicon.ts';
import { addressEnd } from './tokenize-addresses.ts';
import { isApostrophe, isBlank, isDigit, isWordAt } from './tokenize-characters.ts';
import { cliticStart, fusedPieces, leadingApostropheEnd } from './tokenize-clitics.ts';
import { markEnd, startsNumber } from './tokenize-marks.ts';
import { unitStart } from './tokenize-numbers.ts';
import { type WordContext, wordEnd } from './tokenize-words.ts';

/** A word and its place in the text: `form` is `text.slice(start, end)`; `spaceAfter` is true before a blank and at the sentence's end. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly spaceAfter: boolean;
}

/**
 * The tokens of `text` between `span.start` and `span.end`, in order; every character there that is not white space is in exactly one.
 */
export function tokenize(text: string, span: Span, lexicon: CutLexicon): TokenSpan[] {
  const tokens: TokenSpan[] = [];
  let from = 0;
  const push = (end: number): void => {
    tokens.push({ start: from, end, form: interned(text.slice(from, end)), spaceAfter: end >= span.end || isBlank(text.charCodeAt(end)) });
    from = end;
  };
  let i = span.start;
  while (i < span.end) {
    if (isBlank(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const begin = i;
    let plain = true;
    let address = false;
    for (; i < span.end; i++) {
      const c = text.charCodeAt(i);
      if (isBlank(c)) break;
      if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) continue;
      plain = false;
      if (c === 64 || c === 47 || c === 46 || c === 58) address = true;
    }
    from = begin;
    if (plain) pushWord(text, begin, i, lexicon, push);
    else pushChunk(text, begin, { end: i, last: span.end, lexicon }, address, push);
  }
  return tokens;
}

/** A stretch without a blank that is more than letters. */
function pushChunk(text: string, begin: number, context: WordContext, address: boolean, push: (end: number) => void): void {
  const { end, lexicon } = context;
  let triesAddress = address;
  for (let i = begin; i < end; ) {
    const word = isWordAt(text, i);
    if (triesAddress) {
      // Only at the first word and after brackets, so that reading stays linear.
      triesAddress = false;
      const after = addressEnd(text, i, end, lexicon);
      if (after > i) {
        push(after);
        i = after;
        continue;
      }
    }
    if (word || startsNumber(text, i)) {
      const after = wordEnd(text, i, context);
      pushWord(text, i, after, lexicon, push);
      i = after;
      continue;
    }
    const c = text.charCodeAt(i);
    if (c === 60 || c === 40 || c === 91) triesAddress = address;
    const apostrophe = isApostrophe(c) ? leadingApostropheEnd(text, i, lexicon) : i;
    const after = apostrophe > i && apostrophe <= end ? apostrophe : Math.min(end, markEnd(text, i, end));
    push(after);
    i = after;
  }
}

/** A word with its clitics or its unit cut off. */
function pushWord(text: string, start: number, end: number, lexicon: CutLexicon, push: (end: number) => void): void {
  if (isDigit(text.charCodeAt(start))) {
    const unit = unitStart(text, start, end, lexicon);
    if (unit < end) push(unit);
    const clitic = unit < end ? end : cliticStart(text, start, end);
    if (clitic < end) push(clitic);
    push(end);
    return;
  }
  const pieces = fusedPieces(text, start, end, lexicon);
  if (pieces) {
    let at = start;
    for (const length of pieces) {
      at += length;
      push(at);
    }
    push(end);
    return;
  }
  const cuts: number[] = [];
  for (let stop = end; ; ) {
    const cut = cliticStart(text, start, stop);
    if (cut >= stop) break;
    cuts.push(cut);
    stop = cut;
  }
  for (let k = cuts.length - 1; k >= 0; k--) push(cuts[k] ?? end);
  push(end);
}
