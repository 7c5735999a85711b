import { bareMonth, relativePeriod } from '../anchor.ts';
import { pad } from '../calendar.ts';
import { firstDay, periodAt, shift, timexValue, type Unit } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';
import { reportedQuarter } from './quarters.ts';
import { shortYear } from './spelled-dates.ts';

/** Periods counted from publication: "last month", "earlier this year", "this week", "the weekend", "the end of the year". */
export const CALENDAR_UNITS: readonly TimeRule[] = [
  {
    id: 'times.deictic-unit',
    pattern:
      '[ modifier=MODIFIER ] the? [ whole | full | entire ] which=DEICTIC [ which2=DEICTIC ] [ calendar | fiscal ] unit=UNIT [ or so ]',
    read: (match, context) => deicticUnit(match, context),
  },
  {
    id: 'times.before-last',
    pattern: 'the unit=UNIT before last',
    read: (match, context) => {
      // "The day before last Tuesday" goes on.
      const next = context.tokens[match.to];
      const goesOn = ['weekday', 'month', 'unit'].some((kind) => context.is(next, kind));
      return goesOn ? undefined : ofCalendar(context, match.meaning('unit', 'unit'), -2);
    },
  },
  {
    id: 'times.full-year',
    pattern: 'the ( full | whole | entire ) unit=UNIT',
    read: (match, context) => ofCalendar(context, match.meaning('unit', 'unit'), 0),
  },
  {
    id: 'times.the-weekend',
    pattern: '( the | this | that | which=DEICTIC ) weekend',
    read: (match, context) =>
      weekend(context, match.meaning('which', 'deictic'), isWeekendAhead(match, context, context.tokens[match.from]?.word)),
  },
  {
    id: 'times.the-year',
    pattern: 'the fiscal? unit=UNIT',
    read: (match, context) => bareUnit(match, context),
  },
  {
    id: 'times.edge',
    pattern:
      'the? edge=EDGE of ( the? year=YEAR | the? decade=DECADE | month=MONTH [ ,? year2=YEAR | year3=APOSTROPHEYEAR ] | ( the | which=DEICTIC ) unit=UNIT | the order=ORDINAL century )',
    read: (match, context) => readEdge(match, context),
  },
  {
    id: 'times.year-end',
    pattern: "( year - end | year-end | year end | the? year 's end )",
    read: (_match, context) =>
      context.published === undefined
        ? undefined
        : { type: 'DATE', value: `${pad(periodAt(context.published, 'year').index, 4)}-12-31`, basis: 'implied' },
  },
  {
    id: 'times.compared-year',
    pattern: '( year - ago | year - earlier )',
    read: (_match, context) => relativePeriod(context, 'year', -1),
  },
];

const CALENDAR: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year', 'decade', 'century']);

function ofCalendar(context: TimeContext, unit: string | undefined, count: number): Reading | undefined {
  return unit !== undefined && CALENDAR.has(unit) ? relativePeriod(context, unit as Unit, count) : undefined;
}

function deicticUnit(match: Match, context: TimeContext): Reading | undefined {
  const unit = match.meaning('unit', 'unit');
  const word = match.token('which')?.word ?? '';
  const last = match.token('which2') ? 'which2' : 'which';
  const count = Number(match.meaning(last, 'deictic'));
  if (unit === undefined || (word === 'that' && last === 'which2')) return undefined;
  // "This Week" in capitals is a programme's name.
  if (match.token('unit')?.capital && match.token(last)?.capital && !/^[A-Z]+$/.test(textOf(context, match))) return undefined;
  if (unit === 'weekend') return weekend(context, String(count), isWeekendAhead(match, context, word));
  // "This day", "the next day", "the last minute": what day is meant hangs on the story, not on the calendar.
  if (unit === 'day' || !CALENDAR.has(unit)) return undefined;
  if (word === 'that') return context.mentioned ? inMentioned(context, unit as Unit, 0) : undefined;
  return relativePeriod(context, unit as Unit, count);
}

function textOf(context: TimeContext, match: Match): string {
  return context.text.slice(context.tokens[match.to - 1]?.start, context.tokens[match.to - 1]?.end);
}

function inMentioned(context: TimeContext, unit: Unit, count: number): Reading | undefined {
  if (!context.mentioned) return undefined;
  const period = shift(periodAt(firstDay(context.mentioned), unit), count);
  return dated(period, timexValue(period), 'implied');
}

/** "This weekend" lies ahead unless the words point back, "the weekend" behind unless they point ahead. */
function isWeekendAhead(match: Match, context: TimeContext, word: string | undefined): boolean {
  const direction = context.direction(match);
  return word === 'this' ? direction !== 'past' : direction === 'future';
}

/** The weekend of the week of publication, or the one before it on the first days of a week. */
function weekend(context: TimeContext, which: string | undefined, future: boolean): Reading {
  if (context.published === undefined) return { type: 'DATE', value: 'XXXX-WXX-WE', basis: 'known' };
  const week = periodAt(context.published, 'week');
  const isWeekend = context.published - firstDay(week) >= 5;
  const count = Number(which ?? 0);
  const period = shift(week, count === 0 && !isWeekend && !future ? -1 : count);
  return { type: 'DATE', value: `${timexValue(period)}-WE`, basis: 'implied', period };
}

/** "The year", "the quarter" in reports of results: the one reported on. */
function bareUnit(match: Match, context: TimeContext): Reading | undefined {
  const unit = match.meaning('unit', 'unit');
  const before = context.tokens[match.from - 1]?.word ?? '';
  const after = context.tokens[match.to]?.word ?? '';
  if (unit === 'quarter' && after !== '-' && after !== 'of') {
    if (context.published === undefined) return { type: 'DATE', value: 'XXXX-QX', basis: 'known' };
    const period = reportedQuarter(context.mentioned, context.published);
    return dated(period, timexValue(period), 'implied');
  }
  // "The year to February"
  const closes = after === 'ended' || after === 'ending' || (after === 'to' && context.is(context.tokens[match.to + 1], 'month'));
  if (unit === 'year' && closes) return { type: 'DURATION', value: 'P1Y', basis: 'known' };
  if (
    unit === 'year' &&
    (before === 'for' || before === 'of' || before === 'during' || before === 'in') &&
    after !== '-' &&
    after !== 'of' &&
    after !== 'before'
  ) {
    return relativePeriod(context, 'year', 0);
  }
  return undefined;
}

function readEdge(match: Match, context: TimeContext): Reading | undefined {
  const year = match.number('year');
  if (year !== undefined) return dated({ unit: 'year', index: year }, pad(year, 4), 'known');
  const decade = /^(\d{3})0s$/.exec(match.token('decade')?.word ?? '');
  if (decade) return dated({ unit: 'decade', index: Number(decade[1]) }, String(decade[1]), 'known');
  const order = match.number('order');
  if (order !== undefined) return dated({ unit: 'century', index: order - 1 }, pad(order - 1), 'known');
  const month = match.meaning('month', 'month');
  if (month !== undefined) {
    const monthYear = match.number('year2') ?? shortYear(match.token('year3')?.word);
    if (monthYear !== undefined)
      return dated({ unit: 'month', index: monthYear * 12 + Number(month) - 1 }, `${pad(monthYear, 4)}-${pad(Number(month))}`, 'known');
    return bareMonth(context, match, Number(month));
  }
  const unit = match.meaning('unit', 'unit');
  if (unit === 'day') return undefined;
  return ofCalendar(context, unit, Number(match.meaning('which', 'deictic') ?? 0));
}
