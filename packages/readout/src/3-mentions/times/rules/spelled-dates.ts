import { monthDay } from '../anchor.ts';
import { dayOf, isoDay, weekdayOf } from '../calendar.ts';
import { inUnit, periodAt, timexValue } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Days by month and day, American ("Friday, Oct. 23, 1998") and British ("23 October 1998"), and two that share a month. */
export const SPELLED_DATES: readonly TimeRule[] = [
  {
    id: 'times.month-day',
    pattern:
      '[ ( WEEKDAY | short=SHORTDAY ) ,? ] [ MODIFIER -? ] month=MONTH the? day=DAY [ ,? year=YEAR | , year2=YEAR | of? which=DEICTIC unit=UNIT ]',
    read: (match, context) => withoutName(match, context, readDay(match, context, 'day')),
  },
  {
    id: 'times.day-month',
    pattern:
      '[ ( WEEKDAY | short=SHORTDAY ) ,? ] the? day=DAY of? month=MONTH [ ,? year=YEAR | year2=APOSTROPHEYEAR | of? which=DEICTIC unit=UNIT ]',
    read: (match, context) => withoutName(match, context, readDay(match, context, 'day')),
  },
  {
    id: 'times.week-of',
    pattern: 'the week of month=MONTH day=DAY [ ,? year=YEAR ]',
    read: (match, context) => {
      const day = readDay(match, context, 'day');
      if (!day?.period) return undefined;
      const week = inUnit(day.period, 'week');
      return dated(week, timexValue(week), day.basis);
    },
  },
  {
    id: 'times.month-two-days',
    pattern: 'month=MONTH day=DAY ( - | and | or | to | through | until ) day2=DAY [ ,? year=YEAR ]',
    read: (match, context) => {
      if (!match.token('year') && countsSomething(match, context)) return undefined;
      const first = readDay(match, context, 'day');
      const second = readDay(match, context, 'day2');
      const from = match.indexOf('day2');
      const to = match.indexOf('day');
      if (!first || !second || from === undefined || to === undefined) return undefined;
      return [
        { ...first, to: to + 1 },
        { ...second, from },
      ];
    },
  },
  {
    id: 'times.two-days-month',
    pattern: 'day=DAY ( - | and | or | to | through | until ) day2=DAY of? month=MONTH [ ,? year=YEAR ]',
    read: (match, context) => {
      const first = readDay(match, context, 'day');
      const second = readDay(match, context, 'day2');
      const from = match.indexOf('day2');
      if (!first || !second || from === undefined) return undefined;
      return [
        { ...first, to: match.from + 1 },
        { ...second, from },
      ];
    },
  },
];

/** "Edmonton Sun, August 16, 2008": letters that are no day of the week of that date are left out. */
function withoutName(match: Match, context: TimeContext, reading: Reading | undefined): Reading | undefined {
  const short = match.meaning('short', 'shortday');
  if (short === undefined || reading?.period === undefined || weekdayOf(reading.period.index) === Number(short)) return reading;
  return { ...reading, from: match.from + (context.tokens[match.from + 1]?.word === ',' ? 2 : 1) };
}

function readDay(match: Match, context: TimeContext, name: string): Reading | undefined {
  const month = Number(match.meaning('month', 'month'));
  const day = match.number(name);
  const next = context.tokens[match.to];
  // "May 3 percent", "March 5 million"
  if (day === undefined || (!match.token('year') && (next?.word === '%' || context.is(next, 'magnitude')))) return undefined;
  const year = match.number('year') ?? match.number('year2') ?? shortYear(match.token('year2')?.word) ?? deicticYear(match, context);
  // "March 22 this week", "March 22 last month": two expressions.
  if (year === undefined && match.token('which')) return undefined;
  if (year === undefined) {
    const words = context.tokens.slice(match.to, match.to + 3).map((token) => token.word);
    const named = context.namedYear(month, day, words);
    const known = named === undefined ? undefined : dayOf(named, month, day);
    if (known !== undefined && (context.published ?? Infinity) >= known)
      return dated({ unit: 'day', index: known }, isoDay(known), 'implied');
    const before = context.tokens[match.from - 1]?.word;
    return monthDay(context, match, month, day, before === 'last' || before === 'ended' ? 'last' : undefined);
  }
  const index = dayOf(year, month, day);
  return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), match.token('which') ? 'implied' : 'known');
}

/** The year of "March 22 last year". */
function deicticYear(match: Match, { published }: TimeContext): number | undefined {
  const which = match.meaning('unit', 'unit') === 'year' ? match.meaning('which', 'deictic') : undefined;
  return which === undefined || published === undefined ? undefined : periodAt(published, 'year').index + Number(which);
}

/** "May 3 and 5 people": the second number counts what follows. */
function countsSomething(match: Match, context: TimeContext): boolean {
  const next = context.tokens[match.to];
  // "The May 3-5 summit"
  if (context.tokens[match.to - 2]?.word === '-' && context.tokens[match.to - 2]?.end === context.tokens[match.to - 1]?.start) return false;
  if (next?.word === '%') return true;
  return next !== undefined && /^[a-z]/.test(next.word) && !next.capital && !context.is(next, 'link');
}

/** The full year of `'98`. */
export function shortYear(word: string | undefined): number | undefined {
  const found = /^'?(\d\d)$/.exec(word ?? '');
  if (!found) return undefined;
  const year = Number(found[1]);
  return year > 30 ? 1900 + year : 2000 + year;
}
