import { dayOf, isoDay, pad, weekdayOf } from './calendar.ts';
import { type Period, periodAt, shift, timexValue, type Unit, unknownValue } from './period.ts';
import { type Direction, dated, type Match, type Reading, type TimeContext } from './rule.ts';
import type { TimeToken } from './tokens.ts';

/** How far ahead (in days) a day without a year may lie when nothing says which way. */
const LIKELY_AHEAD = 60;

/** A period counted from the day of publication: -1 is the last one, 0 this one. */
export function relativePeriod(context: TimeContext, unit: Unit, count: number): Reading {
  if (context.published === undefined) return { type: 'DATE', value: unknownValue(unit), basis: 'known' };
  const period = shift(periodAt(context.published, unit), count);
  return dated(period, timexValue(period), 'implied');
}

/** A day given by its month and its day: the year is that of the nearest such day on the side the words point to; `last` is past for certain. */
export function monthDay(context: TimeContext, match: Match, month: number, day: number, side?: 'last'): Reading | undefined {
  if (dayOf(2000, month, day) === undefined) return undefined;
  const { published } = context;
  if (published === undefined) return { type: 'DATE', value: `XXXX-${pad(month)}-${pad(day)}`, basis: 'known' };
  const thisYear = periodAt(published, 'year').index;
  const days = [-4, -1, 0, 1, 4].flatMap((years) => dayOf(thisYear + years, month, day) ?? []);
  const past = days.filter((found) => found <= published).at(-1);
  const future = days.find((found) => found >= published);
  const begun = rangeStart(
    context,
    match,
    'day',
    (token) => token?.shape === 'day' || token?.shape === 'ordinal' || token?.shape === 'year',
  );
  const chosen =
    begun !== undefined
      ? days.find((found) => found >= begun)
      : side === 'last'
        ? past
        : nearer(published, past, future, context.direction(match));
  return chosen === undefined ? undefined : dated({ unit: 'day', index: chosen }, isoDay(chosen), 'implied');
}

/** The period a range begins with, when the match ends one ("from June 1 to Nov. 30", "May to September", "Monday through Friday"). */
function rangeStart(
  { tokens, mentioned }: TimeContext,
  match: Match,
  unit: Unit,
  isStart: (token: TimeToken | undefined) => boolean,
): number | undefined {
  const joins = ['to', '-', 'until', 'through'].includes(tokens[match.from - 1]?.word ?? '');
  return joins && mentioned?.unit === unit && isStart(tokens[match.from - 2]) ? mentioned.index : undefined;
}

/** A month given by its name alone. */
export function bareMonth(context: TimeContext, match: Match, month: number, direction?: Direction): Reading {
  const { published } = context;
  if (published === undefined) return { type: 'DATE', value: `XXXX-${pad(month)}`, basis: 'known' };
  const now = periodAt(published, 'month').index;
  const past = now - ((((now - (month - 1)) % 12) + 12) % 12);
  const future = past === now ? now : past + 12;
  const begun = rangeStart(context, match, 'month', (token) => context.is(token, 'month'));
  const side = direction ?? context.direction(match);
  let index = past;
  if (begun !== undefined) index = begun + ((((month - 1 - begun) % 12) + 12) % 12);
  else if (side === 'future' && future - now <= 10) index = future;
  // Ten months back a writer would say "last March".
  else if (side === 'past' ? now - past >= 10 : now - past > 3 && future - now <= 2) index = future;
  const period: Period = { unit: 'month', index };
  return dated(period, timexValue(period), 'implied');
}

/** A day of the week: the last one up to the day of publication, or the next from it when the words point ahead. */
export function bareWeekday(context: TimeContext, match: Match, weekday: number): Reading {
  const { published } = context;
  if (published === undefined) return { type: 'DATE', value: `XXXX-WXX-${weekday}`, basis: 'known' };
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  const begun = rangeStart(context, match, 'day', (token) => context.is(token, 'weekday'));
  let day = context.direction(match) === 'future' ? published + ahead : published - back;
  if (begun !== undefined) day = begun + ((weekday - weekdayOf(begun) + 7) % 7);
  return dated({ unit: 'day', index: day }, isoDay(day), 'implied');
}

function nearer(published: number, past: number | undefined, future: number | undefined, side: Direction | undefined): number | undefined {
  if (past === undefined || future === undefined) return past ?? future;
  const behind = published - past;
  const ahead = future - published;
  // A side that would lead most of a year away is a misread tense: "the deadline was moved to Jan. 14" on 5 January.
  if (side === 'past') return behind > 270 && ahead <= 95 ? future : past;
  if (side === 'future') return ahead > 300 && behind < LIKELY_AHEAD ? past : future;
  return ahead < behind && ahead <= LIKELY_AHEAD ? future : past;
}
