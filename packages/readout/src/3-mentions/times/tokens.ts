import type { Span } from '../../model/span.ts';
import type { TimeWords } from './words.ts';

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
  readonly shape?: Shape;
  /** The number a number stands for. */
  readonly number?: number;
  readonly capital: boolean;
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
  const spans = [...skip].sort((a, b) => a.start - b.start);
  let span = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code !== 10 && code <= 32)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, code, words);
    at = token.end;
    if (token.word === ' ') continue;
    while ((spans[span]?.end ?? Infinity) <= token.start) span += 1;
    const skipped = (spans[span]?.start ?? Infinity) < token.end;
    tokens.push(skipped ? { start: token.start, end: token.end, word: SKIPPED, capital: false } : token);
  }
  return tokens;
}

const SKIPPED = '\u0000';

/** The token at an offset; a line's end that is no break has the word `' '`. */
function tokenAt(text: string, at: number, code: number, words: TimeWords): TimeToken {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
  if (letter) return wordAt(text, at, words);
  if (code === 10) {
    const end = endOf(BREAK, text, at);
    return { start: at, end: end ?? at + 1, word: end === undefined ? ' ' : '', capital: false };
  }
  const apostrophe = code === 39 || code === 0x2019;
  if (apostrophe || (code >= 48 && code <= 57)) {
    for (const [shape, regexp] of FIGURES) {
      const end = endOf(regexp, text, at);
      if (end !== undefined) return figure(shape, text.slice(at, end), at, end);
    }
    if (apostrophe && endOf(WORD, text, at) !== undefined) return wordAt(text, at, words);
  }
  const mark = text[at] ?? '';
  return { start: at, end: at + 1, word: mark === '–' || mark === '—' ? '-' : mark, capital: false };
}

function endOf(regexp: RegExp, text: string, at: number): number | undefined {
  regexp.lastIndex = at;
  return regexp.test(text) ? regexp.lastIndex : undefined;
}

function wordAt(text: string, start: number, words: TimeWords): TimeToken {
  let end = endOf(WORD, text, start) ?? start + 1;
  let word = text.slice(start, end).toLowerCase();
  if (word.startsWith('’')) word = `'${word.slice(1)}`;
  const first = text.charCodeAt(start);
  const capital = (first >= 65 && first <= 90) || (first >= 0xc0 && first <= 0xde);
  if (text[end] === '.') {
    // A month's or weekday's abbreviation and `a.m.` have their full stops in the word.
    const half = end === start + 1 && (word === 'a' || word === 'p') ? endOf(AMPM, text, start) : undefined;
    if (half !== undefined) return { start, end: half, word: word === 'a' ? 'am' : 'pm', shape: 'ampm', capital: false };
    if (words.has(`${word}.`)) {
      end += 1;
      word += '.';
    }
  }
  if (word === 'am' || word === 'pm') return { start, end, word, shape: 'ampm', capital: false };
  return { start, end, word, capital };
}

const AMPM = /[ap]\.m(?![A-Za-z])\.?/iy;

function figure(shape: Shape, raw: string, start: number, end: number): TimeToken {
  if (shape === 'number') return { start, end, ...numberLook(raw) };
  if (shape === 'ordinal') return { start, end, word: raw, shape, number: Number.parseInt(raw, 10), capital: false };
  return { start, end, word: raw.replace('’', "'"), shape, capital: false };
}

function numberLook(raw: string): Omit<TimeToken, 'start' | 'end'> {
  const fraction = /^([\d,]+) (\d)\/(\d)$/.exec(raw);
  const whole = Number((fraction?.[1] ?? raw).replaceAll(',', '').replace('½', ''));
  const number = whole + (fraction ? Number(fraction[2]) / Math.max(1, Number(fraction[3])) : raw.endsWith('½') ? 0.5 : 0);
  let shape: Shape = 'number';
  if (/^\d{4}$/.test(raw) && number >= 1000 && number < 2200) shape = 'year';
  else if (/^\d{1,2}$/.test(raw)) shape = number >= 1 && number <= 31 ? 'day' : 'short';
  return { word: raw, shape, number, capital: false };
}
