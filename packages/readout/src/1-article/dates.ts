import type { Precision } from '../model/article.ts';

/** A calendar date as written: `2024-11-15`, `2024-11` or `2024`. */
export interface WrittenDate {
  readonly value: string;
  readonly precision: Precision;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? {1,2})?';
const CLOCK =
  '(?:(?:T|,? {1,2}(?:at |[-–|] )?)\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?(?: ?(?:GMT|UTC|Z\\b|[A-Z]{1,3}T\\b|KST|MSK|[+-]\\d{2}:?\\d{2})){0,2})?';

/** Day first and year last, year first, month first: each as [pattern, order of the groups]. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)${CLOCK}`, 'iy'), 'ymd'],
  [new RegExp(`(\\d{4})([/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)${CLOCK}`, 'iy'), 'y-md'],
  [/(\d{4})(\d{2})(\d{2})(?!\d)(?:T?\d{4,6}Z?)?/iy, 'ymd'],
  [new RegExp(`${WEEKDAY}${DAY}[ -](?:of )?${MONTH},?[ -](\\d{4})\\b${CLOCK}`, 'iy'), 'dmy'],
  [new RegExp(`${WEEKDAY}${MONTH} ${DAY}(?:,? )(\\d{4})\\b${CLOCK}`, 'iy'), 'mdy'],
  [new RegExp(`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b${CLOCK}`, 'iy'), 'dmy'],
  [new RegExp(`(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b${CLOCK}`, 'iy'), '??y'],
];
const MONTH_ONLY = new RegExp(`${MONTH},? (\\d{4})$`, 'i');
const DAY_AND_MONTH: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${WEEKDAY}${MONTH} ${DAY}(?![\\d:])`, 'iy'), 'md'],
  [new RegExp(`${WEEKDAY}${DAY} ${MONTH}(?![\\p{L}\\d])`, 'iuy'), 'dm'],
];

/** The full date (day, month, year, perhaps a clock time) that begins exactly at `at`, and where it ends. The day is the one written, whatever its time zone. */
export function dateAt(text: string, at: number): (WrittenDate & { readonly end: number }) | undefined {
  for (const [shape, order] of SHAPES) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (!match) continue;
    const value = dayOf(match, order);
    if (value) return { value, precision: 'day', end: at + match[0].length };
  }
  return undefined;
}

/** The day and month without a year that begin at `at` ("Nov. 15", "15 November"); the end of it. */
export function dayAt(text: string, at: number): { readonly end: number } | undefined {
  for (const [shape, order] of DAY_AND_MONTH) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    const day = Number(order === 'md' ? match?.[2] : match?.[1]);
    if (match && day >= 1 && day <= 31) return { end: at + match[0].length };
  }
  return undefined;
}

/**
 * The date a string gives, or undefined when it gives none: ISO 8601 and RFC 2822 dates, English dates, `15.11.2024`, `20241115`, a month, a year.
 * `05/11/2024` can be read two ways and gives none.
 */
export function readDate(written: string): WrittenDate | undefined {
  const text = written.trim().slice(0, 80);
  const full = dateAt(text, 0);
  if (full) return { value: full.value, precision: full.precision };
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(text);
  if (isoMonth && Number(isoMonth[2]) >= 1 && Number(isoMonth[2]) <= 12) return { value: text, precision: 'month' };
  const month = MONTH_ONLY.exec(text);
  if (month && month.index === 0) return { value: `${month[2]}-${pad(monthNumber(month[1]))}`, precision: 'month' };
  if (/^(?:19|20)\d{2}$/.test(text)) return { value: text, precision: 'year' };
  return undefined;
}

/** The date in the path of an address (`/2024/11/15/`, `/2024-11-15-…`, `/20241115…`); undefined when it has none. */
export function dateInUrl(url: string): WrittenDate | undefined {
  const path = /^[a-z]+:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1] ?? '';
  const match =
    /[/_-]((?:19|20)\d{2})([/-]?)(\d{2})\2(\d{2})(?=[/_.-]|$)/.exec(path) ?? /\/((?:19|20)\d{2})(\/)(\d{1,2})\/(\d{1,2})\//.exec(path);
  if (!match) return undefined;
  const value = isoDay(Number(match[1]), Number(match[3]), Number(match[4]));
  return value ? { value, precision: 'day' } : undefined;
}

function dayOf(match: RegExpExecArray, order: string): string | undefined {
  const [, a = '', b = '', c = '', d = ''] = match;
  if (order === 'ymd') return isoDay(Number(a), Number(b), Number(c));
  if (order === 'y-md') return isoDay(Number(a), Number(c), Number(d));
  if (order === 'mdy') return isoDay(Number(c), monthNumber(a), Number(b));
  if (order === 'dmy') return isoDay(Number(c), /^\d/.test(b) ? Number(b) : monthNumber(b), Number(a));
  const [first, second] = [Number(a), Number(b)];
  if (first === second || second > 12) return isoDay(Number(c), first, second);
  return first > 12 ? isoDay(Number(c), second, first) : undefined;
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1400 || year > 2999 || month < 1 || month > 12 || day < 1) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= last ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
