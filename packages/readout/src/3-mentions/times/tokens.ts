import type { Span } from '../../model/span.ts';
import { sortShort } from '../short-sort.ts';
import type { TimeWord, TimeWords } from './words.ts';

/** What a token looks like when it is no word: the kinds that patterns may ask for beside those of the lexicon. */
export type Shape =
  | 'day'
  | 'short'
  | 'year'
  | 'number'
  | 'ordinal'
  | 'clock'
  | 'iso'
  | 'slashed'
  | 'decade'
  | 'ampm'
  | 'yy'
  | 'holiday'
  | 'spoken';

/** A word, number or mark of the text; `word` is in lower case, and `''` for a break between paragraphs. */
export interface TimeToken {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly capital: boolean;
  /** What the lexicon has under the word; nothing for what has a shape. */
  readonly known: TimeWord | undefined;
  readonly shape: Shape | undefined;
  /** The number a number stands for. */
  readonly number: number | undefined;
}

/** A token without a shape, its fields laid out one way, as those of all tokens. */
function wordToken(start: number, end: number, word: string, capital: boolean, known: TimeWord | undefined): TimeToken {
  return { start, end, word, capital, known, shape: undefined, number: undefined };
}

/** A token with a shape. */
export function shapeToken(start: number, end: number, word: string, shape: Shape, number?: number, capital = false): TimeToken {
  return { start, end, word, capital, known: undefined, shape, number };
}

const WORD = /['’]?[A-Za-zÀ-ɏ]+/y;
const BREAK = /[ \t\r]*\n[ \t\r]*\n\s*/y;
// Each begins with a digit or an apostrophe; the first that fits wins.
const FIGURES: readonly (readonly [shape: Shape, regexp: RegExp])[] = [
  ['iso', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y],
  ['slashed', /(?:\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}(?:\/\d{1,2}\/(?:\d{4}|\d{2})|\.\d{1,2}\.\d{4}))(?![\d/])/y],
  ['clock', /\d{1,2}:\d{2}(?!\d)(?::\d{2}(?!\d))?/y],
  ['decade', /(?:\d{2}|['’])?\d0s(?![A-Za-z\d])/y],
  ['ordinal', /\d{1,3}(?:st|nd|rd|th)(?![A-Za-z])/y],
  ['number', /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?: \d\/\d(?!\d)|½)?/y],
  ['yy', /['’]\d{2}(?!\d)/y],
];

/** The tokens of a text, in order; those within `skip` stand as marks that no pattern takes. */
export function readTokens(text: string, words: TimeWords, skip: readonly Span[] = []): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  const spans = sortShort([...skip], (a, b) => a.start - b.start);
  let span = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code !== 10 && code <= 32) || isWideBlank(code)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, code, words);
    at = token.end;
    if (token.word === ' ') continue;
    while ((spans[span]?.end ?? Infinity) <= token.start) span += 1;
    const skipped = (spans[span]?.start ?? Infinity) < token.end;
    tokens.push(skipped ? wordToken(token.start, token.end, SKIPPED, false, undefined) : token);
  }
  return tokens;
}

/** Blanks that keep words together or set them wider, as pages have them between a number and its word. */
const isWideBlank = (code: number): boolean => code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f;

/** Hyphens and dashes. */
const isDash = (code: number): boolean => code >= 0x2010 && code <= 0x2014;

const SKIPPED = '\u0000';

/** Whether a letter is small and plain, so that a word of such is in lower case as it stands. */
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** The letters of `WORD`. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);

/** The token at an offset; a line's end that is no break has the word `' '`. */
function tokenAt(text: string, at: number, code: number, words: TimeWords): TimeToken {
  if (isLetter(code)) {
    let end = at;
    while (isSmall(text.charCodeAt(end))) end++;
    const isLower = !isLetter(text.charCodeAt(end));
    while (isLetter(text.charCodeAt(end))) end++;
    return wordAt(text, at, end, isLower, words);
  }
  if (code === 10) {
    const end = endOf(BREAK, text, at);
    return wordToken(at, end ?? at + 1, end === undefined ? ' ' : '', false, undefined);
  }
  const apostrophe = code === 39 || code === 0x2019;
  if (apostrophe || (code >= 48 && code <= 57)) {
    for (const [shape, regexp] of FIGURES) {
      const end = endOf(regexp, text, at);
      if (end !== undefined) return figure(shape, text.slice(at, end), at, end);
    }
    const end = apostrophe ? endOf(WORD, text, at) : undefined;
    if (end !== undefined) return wordAt(text, at, end, false, words);
  }
  const mark = isDash(code) ? '-' : (text[at] ?? '');
  return wordToken(at, at + 1, mark, false, words.get(mark));
}

function endOf(regexp: RegExp, text: string, at: number): number | undefined {
  regexp.lastIndex = at;
  return regexp.test(text) ? regexp.lastIndex : undefined;
}

function wordAt(text: string, start: number, last: number, isLower: boolean, words: TimeWords): TimeToken {
  let end = last;
  const first = text.charCodeAt(start);
  let word = text.slice(start, end);
  if (!isLower) word = word.toLowerCase();
  if (first === 0x2019) word = `'${word.slice(1)}`;
  const capital = (first >= 65 && first <= 90) || (first >= 0xc0 && first <= 0xde);
  if (text.charCodeAt(end) === 46) {
    // A month's or weekday's abbreviation and `a.m.` have their full stops in the word.
    const half = end === start + 1 && (word === 'a' || word === 'p') ? endOf(AMPM, text, start) : undefined;
    if (half !== undefined) return shapeToken(start, half, word === 'a' ? 'am' : 'pm', 'ampm');
    if (words.get(`${word}.`)) {
      end += 1;
      word += '.';
    }
  }
  if (end === start + 2 && (word === 'am' || word === 'pm')) return shapeToken(start, end, word, 'ampm');
  return wordToken(start, end, word, capital, words.get(word));
}

const AMPM = /[ap]\.m(?![A-Za-z])\.?/iy;

function figure(shape: Shape, raw: string, start: number, end: number): TimeToken {
  if (shape === 'number') return figureToken(raw, start, end);
  if (shape === 'ordinal') return shapeToken(start, end, raw, shape, Number.parseInt(raw, 10));
  return shapeToken(start, end, raw.replace('’', "'"), shape);
}

function figureToken(raw: string, start: number, end: number): TimeToken {
  const fraction = /^([\d,]+) (\d)\/(\d)$/.exec(raw);
  const whole = Number((fraction?.[1] ?? raw).replaceAll(',', '').replace('½', ''));
  const number = whole + (fraction ? Number(fraction[2]) / Math.max(1, Number(fraction[3])) : raw.endsWith('½') ? 0.5 : 0);
  let shape: Shape = 'number';
  if (/^\d{4}$/.test(raw) && number >= 1000 && number < 2200) shape = 'year';
  else if (/^\d{1,2}$/.test(raw)) shape = number >= 1 && number <= 31 ? 'day' : 'short';
  return shapeToken(start, end, raw, shape, number);
}
