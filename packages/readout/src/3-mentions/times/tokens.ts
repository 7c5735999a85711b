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

// Every alternative begins and ends at fixed marks or runs over one class, so the text is read once from left to right.
const TOKEN = new RegExp(
  [
    '(?<break>\\n[ \\t\\r]*\\n\\s*)',
    "(?<word>['’]?[A-Za-zÀ-ɏ]+)",
    '(?<iso>\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,3})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-]))',
    '(?<slashed>\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?![\\d/]))',
    '(?<clock>\\d{1,2}:\\d{2}(?!\\d)(?::\\d{2}(?!\\d))?)',
    "(?<decade>(?:\\d{2}|['’])?\\d0s(?![A-Za-z\\d]))",
    '(?<ordinal>\\d{1,3}(?:st|nd|rd|th)(?![A-Za-z]))',
    '(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?: \\d/\\d(?!\\d)|½)?)',
    "(?<yy>['’]\\d{2}(?![\\d]))",
    '[^\\s]',
  ].join('|'),
  'g',
);

/** The tokens of a text, in order; those within `skip` stand as marks that no pattern takes. */
export function readTokens(text: string, words: TimeWords, skip: readonly Span[] = []): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  const spans = [...skip].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    const start = found.index;
    const groups = found.groups ?? {};
    let raw = found[0];
    const last = tokens.at(-1);
    if (last && start < last.end) continue;
    while ((spans[at]?.end ?? Infinity) <= start) at += 1;
    const skipped = (spans[at]?.start ?? Infinity) < start + raw.length;
    const after = text[start + raw.length];
    if (groups.word !== undefined && after === '.' && !skipped) {
      const longer = longerAbbreviation(text, start, raw, words);
      if (longer) raw = longer;
    }
    tokens.push({ start, end: start + raw.length, ...(skipped ? { word: '\u0000', capital: false } : lookOf(raw, groups)) });
  }
  return tokens;
}

/** A month's or weekday's abbreviation with its full stop, or `a.m.`; the stop is part of the word. */
function longerAbbreviation(text: string, start: number, raw: string, words: TimeWords): string | undefined {
  if (/^[ap]$/i.test(raw)) return /^[ap]\.m(?![A-Za-z])\.?/i.exec(text.slice(start, start + 5))?.[0];
  return words.has(`${raw.toLowerCase()}.`) ? `${raw}.` : undefined;
}

function lookOf(raw: string, groups: Readonly<Record<string, string | undefined>>): Omit<TimeToken, 'start' | 'end'> {
  if (groups.break !== undefined) return { word: '', capital: false };
  if (groups.word !== undefined) {
    const word = raw.toLowerCase().replace('’', "'");
    if (/^[ap]\.?m\.?$/.test(word)) return { word, shape: 'ampm', capital: false };
    const first = raw.charCodeAt(0);
    return { word, capital: (first >= 65 && first <= 90) || (first >= 0xc0 && first <= 0xde) };
  }
  if (groups.number !== undefined) return numberLook(raw);
  for (const shape of ['iso', 'slashed', 'clock', 'decade', 'yy'] as const) {
    if (groups[shape] !== undefined) return { word: raw.replace('’', "'"), shape, capital: false };
  }
  if (groups.ordinal !== undefined) return { word: raw, shape: 'ordinal', number: Number.parseInt(raw, 10), capital: false };
  return { word: raw === '–' || raw === '—' ? '-' : raw, capital: false };
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
