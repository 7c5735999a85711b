import { bareMonth } from '../anchor.ts';
import { pad } from '../calendar.ts';
import { periodAt, shift, timexValue } from '../period.ts';
import { type Direction, dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';
import { shortYear } from './spelled-dates.ts';

/** Months: alone, with a year, with "last" or "next", with "early", "mid-" or "late". */
export const MONTHS: readonly TimeRule[] = [
  {
    id: 'times.month',
    pattern: '[ MODIFIER -? ] month=MONTH [ ,? year=YEAR | of year3=YEAR | year2=APOSTROPHEYEAR ]',
    read: (match, context) => (isMonthName(match, context) ? readMonth(match, context) : undefined),
  },
  {
    id: 'times.two-months-year',
    pattern: 'first=MONTH ( and | or | to | through | - ) second=MONTH of? year=YEAR',
    read: (match) => {
      const year = match.number('year');
      const from = match.indexOf('second');
      if (year === undefined || from === undefined) return undefined;
      const [first, second] = [Number(match.meaning('first', 'month')), Number(match.meaning('second', 'month'))];
      return [
        // "December to February 2003" begins in the year before.
        { ...monthOf(first > second ? year - 1 : year, first, 'known'), to: match.from + 1 },
        { ...monthOf(year, second, 'known'), from },
      ];
    },
  },
  {
    id: 'times.month-of-deictic-year',
    pattern: '[ MODIFIER -? ] month=MONTH of? which=DEICTIC unit=UNIT',
    read: (match, context) => {
      if (match.meaning('unit', 'unit') !== 'year' || context.published === undefined) return undefined;
      const year = shift(periodAt(context.published, 'year'), Number(match.meaning('which', 'deictic'))).index;
      return monthOf(year, Number(match.meaning('month', 'month')), 'implied');
    },
  },
  {
    id: 'times.deictic-month',
    pattern: '[ MODIFIER -? ] which=DEICTIC [ past=past | coming=coming ] [ MODIFIER -? ] month=MONTH',
    read: (match, context) => {
      const month = Number(match.meaning('month', 'month'));
      const { published } = context;
      // "Last Oct. 23" is a day: the rule for days reads it.
      if (context.tokens[match.to]?.shape === 'day') return undefined;
      if (published === undefined) return bareMonth(context, match, month);
      const which = Number(match.meaning('which', 'deictic'));
      const now = periodAt(published, 'month').index;
      const sameYear = periodAt(published, 'year').index * 12 + month - 1;
      let index = sameYear;
      if (which < 0 || match.token('past')) index = sameYear < now ? sameYear : sameYear - 12;
      else if (which > 0 || match.token('coming')) index = sameYear > now ? sameYear : sameYear + 12;
      return dated({ unit: 'month', index }, timexValue({ unit: 'month', index }), 'implied');
    },
  },
];

function readMonth(match: Match, context: TimeContext): Reading {
  const month = Number(match.meaning('month', 'month'));
  const year = match.number('year') ?? match.number('year3') ?? shortYear(match.token('year2')?.word);
  return year === undefined ? bareMonth(context, match, month, sideOf(match, context)) : monthOf(year, month, 'known');
}

function sideOf(match: Match, context: TimeContext): Direction | undefined {
  return context.tokens[match.from - 1]?.word === 'since' ? 'past' : undefined;
}

function monthOf(year: number, month: number, basis: 'known' | 'implied'): Reading {
  return dated({ unit: 'month', index: year * 12 + month - 1 }, `${pad(year, 4)}-${pad(month)}`, basis);
}

/** Whether "May", "March", "April" … is the month here and not a verb or somebody's name. */
function isMonthName(match: Match, context: TimeContext): boolean {
  const at = match.indexOf('month') ?? match.from;
  // "October Revolution Square", "the June Movement": a name that begins with a month.
  const next = context.tokens[match.to];
  if (match.to === at + 1 && next?.capital && context.is(next, 'namedafter')) return false;
  const kind = match.meaning('month', 'ambiguous');
  if (kind === undefined || match.to > at + 1 || at > match.from) return true;
  const before = context.tokens[at - 1];
  const after = context.tokens[at + 1];
  const led = context.is(before, 'led');
  // A name goes on with a capital ("April Novak"), a leading word notwithstanding ("of April Novak").
  // "and August Wilson": only a month before makes it a list of months.
  if (kind === 'name') {
    const listed = before?.word !== 'and' || context.is(context.tokens[at - 2], 'month');
    return !(after?.capital && !(led && listed)) && !(before?.capital && !led);
  }
  // "The March for Justice", "the May government"
  if (before?.word === 'the' && (context.is(after, 'link') || context.is(after, 'house'))) return false;
  // "A March poll", but "a March for peace"
  const adjective =
    (before?.word === 'a' || before?.word === "'s") &&
    /^[a-z]/.test(after?.word ?? '') &&
    !context.is(after, 'link') &&
    !context.is(after, 'house');
  return (led || adjective) && !after?.capital;
}
