import { type Day, dateOf, firstOf, isoDay, isoWeekOf, pad } from './calendar.ts';

/** The lengths of time the calendar counts. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century';

/** One day, week, month … of the calendar, as a count of its unit: the year 2024 is 2024, the decade of the 1990s is 199. */
export interface Period {
  readonly unit: Unit;
  readonly index: number;
}

/** The period of a unit in which a day lies. Seasons are those of the northern half of the earth; January belongs to the winter before. */
export function periodAt(day: Day, unit: Unit): Period {
  const { year, month } = dateOf(day);
  switch (unit) {
    case 'day':
      return { unit, index: day };
    case 'week':
      return { unit, index: Math.floor((day + 3) / 7) };
    case 'month':
      return { unit, index: year * 12 + month - 1 };
    case 'quarter':
      return { unit, index: year * 4 + Math.floor((month - 1) / 3) };
    case 'half':
      return { unit, index: year * 2 + (month > 6 ? 1 : 0) };
    case 'season':
      return { unit, index: Math.floor((year * 12 + month - 3) / 3) };
    case 'year':
      return { unit, index: year };
    case 'decade':
      return { unit, index: Math.floor(year / 10) };
    case 'century':
      return { unit, index: Math.floor(year / 100) };
  }
}

/** The first day of a period. */
export function firstDay({ unit, index }: Period): Day {
  switch (unit) {
    case 'day':
      return index;
    case 'week':
      return index * 7 - 3;
    case 'month':
      return firstOf(Math.floor(index / 12), (index % 12) + 1);
    case 'quarter':
      return firstOf(Math.floor(index / 4), (index % 4) * 3 + 1);
    case 'half':
      return firstOf(Math.floor(index / 2), (index % 2) * 6 + 1);
    case 'season':
      return firstOf(Math.floor(index / 4), (index % 4) * 3 + 3);
    case 'year':
      return firstOf(index, 1);
    case 'decade':
      return firstOf(index * 10, 1);
    case 'century':
      return firstOf(index * 100, 1);
  }
}

/** The last day of a period. */
export function lastDay(period: Period): Day {
  return firstDay(shift(period, 1)) - 1;
}

/** The period so many of its units later; earlier when `count` is negative. */
export function shift(period: Period, count: number): Period {
  return { unit: period.unit, index: period.index + count };
}

/** The period of another unit in which the first day of this one lies. */
export function inUnit(period: Period, unit: Unit): Period {
  return period.unit === unit ? period : periodAt(firstDay(period), unit);
}

/** The seasons in the order of the year. */
export const SEASONS: readonly string[] = ['SP', 'SU', 'FA', 'WI'];

/** The TIMEX3 value of a period. */
export function timexValue(period: Period): string {
  const { unit, index } = period;
  switch (unit) {
    case 'day':
      return isoDay(index);
    case 'week': {
      const { year, week } = isoWeekOf(firstDay(period));
      return `${pad(year, 4)}-W${pad(week)}`;
    }
    case 'month':
      return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}`;
    case 'quarter':
      return `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}`;
    case 'half':
      return `${pad(Math.floor(index / 2), 4)}-H${(index % 2) + 1}`;
    case 'season':
      return `${pad(Math.floor(index / 4), 4)}-${SEASONS[index % 4]}`;
    case 'year':
      return pad(index, 4);
    case 'decade':
      return pad(index, 3);
    case 'century':
      return pad(index, 2);
  }
}

const UNKNOWN: Readonly<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  season: 'XXXX-XX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

/** The TIMEX3 value of some period of a unit of which it is not known which one. */
export function unknownValue(unit: Unit): string {
  return UNKNOWN[unit];
}
