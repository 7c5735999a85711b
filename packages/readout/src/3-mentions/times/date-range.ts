import type { Precision } from '../../model/article.ts';
import type { DateRange, TimeExpression } from '../../model/time.ts';
import { isoDay, mondayOf, readIsoDay } from './calendar.ts';
import { firstDay, lastDay, type Period, SEASONS } from './period.ts';

/**
 * The interval of days a time expression names: a day, month, week, quarter, half, season, year, decade or century, with
 * the part of a value that is known where the rest is XX (`2003-XX-XX` is 2003). No bounds for durations, sets,
 * PAST_REF and its like, and for values without a year. A fiscal year counts as the calendar year of its number, implied,
 * since the states and companies that keep one begin it in different months.
 */
export function dateRange(time: TimeExpression): DateRange {
  let range = known.get(time);
  if (!range) {
    range = readRange(time);
    known.set(time, range);
  }
  return range;
}

/** Ranges once read: each act of a sentence asks for them. */
const known = new WeakMap<TimeExpression, DateRange>();

function readRange({ id, type, value, basis }: TimeExpression): DateRange {
  if (type === 'DURATION' || type === 'SET') return { precision: 'range', basis, time: id };
  const fiscal = /^FY(\d{4})$/.exec(value);
  if (fiscal?.[1]) return rangeOf({ unit: 'year', index: Number(fiscal[1]) }, 'implied', id);
  const weekend = /^(\d{4})-W(\d{2})-WE$/.exec(value);
  if (weekend) {
    const monday = mondayOf(Number(weekend[1]), Number(weekend[2]));
    return { start: isoDay(monday + 5), end: isoDay(monday + 6), precision: 'range', basis, time: id };
  }
  const period = periodOf(value);
  return period ? rangeOf(period, basis, id) : { precision: 'range', basis, time: id };
}

function rangeOf(period: Period, basis: DateRange['basis'], time: string): DateRange {
  return { start: isoDay(firstDay(period)), end: isoDay(lastDay(period)), precision: precisionOf(period), basis, time };
}

function precisionOf({ unit }: Period): Precision {
  return unit === 'day' || unit === 'month' || unit === 'year' ? unit : 'range';
}

/** The period of a TIMEX3 value of type DATE or TIME; the time of day is left off. */
function periodOf(value: string): Period | undefined {
  const day = readIsoDay(value);
  if (day !== undefined) return { unit: 'day', index: day };
  const found = /^(\d{4})(?:-(.+))?$/.exec(value);
  if (!found) return longPeriodOf(value);
  const year = Number(found[1]);
  const rest = found[2];
  if (rest === undefined || /^XX/.test(rest) || rest === 'WXX' || rest === 'QX' || rest === 'HX') return { unit: 'year', index: year };
  const month = /^(0[1-9]|1[0-2])(?:-XX.*)?$/.exec(rest);
  if (month) return { unit: 'month', index: year * 12 + Number(month[1]) - 1 };
  const week = /^W(\d{2})$/.exec(rest);
  if (week) return { unit: 'week', index: Math.floor((mondayOf(year, Number(week[1])) + 3) / 7) };
  const quarter = /^Q([1-4])$/.exec(rest);
  if (quarter) return { unit: 'quarter', index: year * 4 + Number(quarter[1]) - 1 };
  const half = /^H([12])$/.exec(rest);
  if (half) return { unit: 'half', index: year * 2 + Number(half[1]) - 1 };
  const season = SEASONS.indexOf(rest);
  return season < 0 ? undefined : { unit: 'season', index: year * 4 + season };
}

function longPeriodOf(value: string): Period | undefined {
  if (/^\d{3}X?$/.test(value)) return { unit: 'decade', index: Number(value.slice(0, 3)) };
  return /^\d{2}(?:XX)?$/.test(value) ? { unit: 'century', index: Number(value.slice(0, 2)) } : undefined;
}

/** Days from one day to another; a month or a year counts as its end. */
export function daysBetween(from: string, to: string): number {
  const day = (d: string): number =>
    Date.parse(`${d.length === 4 ? `${d}-12-31` : d.length === 7 ? `${d}-28` : d.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  return day(to) - day(from);
}
