import { type Day, pad } from '../calendar.ts';
import { type Period, periodAt, shift, timexValue } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Quarters and halves of years: "the third quarter of 1990", "third-quarter", "Q3 2024", "the first half". */
export const QUARTERS: readonly TimeRule[] = [
  {
    id: 'times.quarter',
    pattern:
      'the? [ year=YEAR | fiscal -? ] ( order=ORDINAL hyphen=-? | last=last | final=final ) quarter [ ,? of ( year2=YEAR | which=DEICTIC year | thisyear=the year ) | year3=YEAR ]',
    read: (match, context) => {
      // "The last quarter of 2012"; alone it is the one before this.
      const isLast = match.token('last') ?? match.token('final');
      const ofYear = ['year', 'year2', 'year3', 'which', 'thisyear'].some((name) => match.token(name));
      const order = isLast && ofYear ? 4 : match.number('order');
      if (order === undefined || order > 4) return undefined;
      const reading = quarterOf(match, context, order);
      // An adjective leaves the article to its noun: "the third-quarter loss".
      return match.token('hyphen') && context.tokens[match.from]?.word === 'the' && !match.token('year')
        ? { ...reading, from: match.from + 1 }
        : reading;
    },
  },
  {
    id: 'times.years-quarter',
    pattern: "which=DEICTIC year 's [ order=ORDINAL -? ] quarter",
    read: (match, context) => quarterOf(match, context, match.number('order')),
  },
  {
    id: 'times.q3',
    pattern: 'q order=DAY [ of? year=YEAR ]',
    read: (match, context) => {
      const order = match.number('order');
      const [letter, digit] = [context.tokens[match.from], context.tokens[match.from + 1]];
      if (!letter?.capital || letter.end !== digit?.start || order === undefined || order > 4) return undefined;
      return quarterOf(match, context, order);
    },
  },
  {
    id: 'times.h1',
    pattern: 'h order=DAY of? year=YEAR',
    read: (match, context) => {
      const order = match.number('order');
      const year = match.number('year');
      const [letter, digit] = [context.tokens[match.from], context.tokens[match.from + 1]];
      if (!letter?.capital || letter.end !== digit?.start || order === undefined || year === undefined || order > 2) return undefined;
      const period: Period = { unit: 'half', index: year * 2 + order - 1 };
      return dated(period, timexValue(period), 'known');
    },
  },
  {
    id: 'times.half',
    pattern: 'the order=HALF half of ( year=YEAR | the? decade=DECADE | which=DEICTIC year | the year )',
    read: (match, context) => {
      const decade = /^(?:(\d\d)|')(\d)0s$/.exec(match.token('decade')?.word ?? '');
      if (decade) {
        const index = Number(decade[1] ?? 19) * 10 + Number(decade[2]);
        return dated({ unit: 'decade', index }, pad(index, 3), decade[1] ? 'known' : 'implied');
      }
      if (match.token('decade')) return undefined;
      const half = Number(match.meaning('order', 'half'));
      const year = match.number('year') ?? yearOf(match, context);
      if (year === undefined) return { type: 'DATE', value: `XXXX-H${half}`, basis: 'known' };
      const period: Period = { unit: 'half', index: year * 2 + half - 1 };
      return dated(period, timexValue(period), match.token('year') ? 'known' : 'implied');
    },
  },
  {
    id: 'times.compared-quarter',
    pattern: 'the? [ comparable | corresponding | same ] ( year -? ago | year -? earlier ) [ order=ORDINAL ] period=REPORTED',
    read: (match, context) => comparedQuarter(context, match.number('order'), -4),
  },
  {
    id: 'times.reported-quarter',
    pattern: 'the ( latest | current | most recent | comparable | corresponding ) [ order=ORDINAL ] period=REPORTED [ which=DEICTIC year ]',
    read: (match, context) => comparedQuarter(context, match.number('order'), match.token('which') ? -4 : 0),
  },
  {
    id: 'times.year-period',
    pattern: 'the year=YEAR ( period | year )',
    read: (match) => {
      const year = match.number('year') ?? 0;
      return dated({ unit: 'year', index: year }, pad(year, 4), 'known');
    },
  },
];

function yearOf(match: Match, context: TimeContext): number | undefined {
  const explicit = match.number('year') ?? match.number('year2') ?? match.number('year3');
  if (explicit !== undefined || context.published === undefined) return explicit;
  const which = match.meaning('which', 'deictic');
  return periodAt(context.published, 'year').index + Number(which ?? 0);
}

function quarterOf(match: Match, context: TimeContext, order: number | undefined): Reading {
  const year = yearOf(match, context);
  if (year === undefined || order === undefined)
    return { type: 'DATE', value: `${year ?? 'XXXX'}-Q${order ?? 'X'}`, basis: year === undefined ? 'known' : 'implied' };
  let index = year * 4 + order - 1;
  const explicit = ['year', 'year2', 'year3'].some((name) => match.token(name));
  if (!explicit && !match.token('which') && context.published !== undefined) {
    // Companies and states report the quarter that has ended: in February the fourth quarter is last year's.
    const now = periodAt(context.published, 'quarter').index;
    const ended = context.tokens[match.to]?.word === 'ended';
    if (index - now >= 2 && (ended || context.direction(match) !== 'future')) index -= 4;
    else if (index < now - 1 && context.direction(match) === 'future') index += 4;
  }
  return dated({ unit: 'quarter', index }, timexValue({ unit: 'quarter', index }), explicit ? 'known' : 'implied');
}

/** The quarter a report is about: the one mentioned last if it has begun, else the one that ended last. */
export function reportedQuarter(mentioned: Period | undefined, published: Day): Period {
  const now = periodAt(published, 'quarter');
  return mentioned?.unit === 'quarter' && mentioned.index <= now.index ? mentioned : shift(now, -1);
}

/** The quarter a report is about, or the one a year before it. */
function comparedQuarter(context: TimeContext, order: number | undefined, quarters: number): Reading {
  if (context.published === undefined) return { type: 'DATE', value: `XXXX-Q${order ?? 'X'}`, basis: 'known' };
  const base = reportedQuarter(context.mentioned, context.published);
  const ordered = order === undefined ? base : { unit: base.unit, index: Math.floor(base.index / 4) * 4 + order - 1 };
  const period = shift(ordered, quarters);
  // What is only compared with does not become what the report is about.
  return { type: 'DATE', value: timexValue(period), basis: 'implied', ...(quarters === 0 ? { period } : {}) };
}
