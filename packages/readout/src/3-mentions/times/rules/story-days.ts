import { isoDay, weekdayOf } from '../calendar.ts';
import { firstDay, inUnit, lastDay, type Period, periodAt, SEASONS, shift, timexValue, type Unit } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Days and periods counted from the one mentioned last: "that day", "the same month", "the following week", "the next morning". */
export const STORY_DAYS: readonly TimeRule[] = [
  {
    id: 'times.that-unit',
    pattern: '[ modifier=MODIFIER ] ( that same? | the same | the very same ) unit=UNIT',
    read: (match, context) => {
      const unit = match.meaning('unit', 'unit');
      if (unit !== 'weekend') return fromMentioned(context, unit, 0);
      const week = fromMentioned(context, 'week', 0);
      return week && { ...week, value: `${week.value}-WE` };
    },
  },
  {
    id: 'times.that-part',
    pattern: '[ modifier=MODIFIER ] ( that same? | the same | the very same ) part=PART',
    read: (match, context) => {
      // "The same evening dress", "the morning after": a noun or more follows.
      const next = context.tokens[match.to];
      if (next && /^[a-z]/.test(next.word) && !['link', 'led', 'tense'].some((kind) => context.is(next, kind)) && !/..ed$/.test(next.word))
        return undefined;
      const day = fromMentioned(context, 'day', 0);
      return day && { ...day, type: 'TIME', value: `${day.value}T${match.meaning('part', 'part')}` };
    },
  },
  {
    id: 'times.that-season-or-month',
    pattern: '[ modifier=MODIFIER ] that same? ( season=SEASON | month=MONTH )',
    read: (match, context) => {
      const year = context.mentioned && inUnit(context.mentioned, 'year').index;
      if (year === undefined) return undefined;
      const month = match.meaning('month', 'month');
      const season = match.meaning('season', 'season') ?? '';
      const period: Period = month
        ? { unit: 'month', index: year * 12 + Number(month) - 1 }
        : { unit: 'season', index: year * 4 + SEASONS.indexOf(season) };
      return dated(period, timexValue(period), 'implied');
    },
  },
  {
    id: 'times.following-weekday',
    pattern: '[ modifier=MODIFIER ] the ( following | next | previous=previous | previous2=preceding ) day=WEEKDAY [ part=PART ]',
    read: (match, context) => followingWeekday(match, context),
  },
  {
    id: 'times.following-unit',
    pattern: '[ modifier=MODIFIER ] the ( following | next | previous=previous | previous2=preceding ) ( unit=UNIT | part=PART )',
    read: (match, context) => {
      const count = match.token('previous') || match.token('previous2') ? -1 : 1;
      const part = match.meaning('part', 'part');
      const unit = part === undefined ? match.meaning('unit', 'unit') : 'day';
      const word = context.tokens[match.from]?.word;
      if (unit === undefined || (word === 'the' && count === 1 && unit !== 'day' && !followed(context, match.from))) return undefined;
      const reading = fromMentioned(context, unit, count);
      return reading && part !== undefined ? { ...reading, type: 'TIME', value: `${reading.value}T${part}` } : reading;
    },
  },
  {
    id: 'times.nth-day',
    pattern: '( for | into | in | entered ) ( a | the | its | their ) ORDINAL [ straight | consecutive | successive | full ] unit=UNIT',
    read: (match, context) => nthDay(match, context),
  },
  {
    id: 'times.unit-before',
    pattern: 'the ( unit=UNIT | part=PART ) ( before | after=after )',
    read: (match, context) => {
      // "The day before the vote" is a day that only the vote fixes.
      const next = context.tokens[match.to];
      const closes = next === undefined || next.word === '' || /^[.,;:)”"']/.test(next.word);
      if (!closes) return undefined;
      const part = match.meaning('part', 'part');
      const reading = fromMentioned(context, part === undefined ? match.meaning('unit', 'unit') : 'day', match.token('after') ? 1 : -1);
      return reading && part !== undefined ? { ...reading, type: 'TIME', value: `${reading.value}T${part}` } : reading;
    },
  },
];

/** "For a third day", "entered its fifth day": the day the story is at. */
function nthDay(match: Match, context: TimeContext): Reading | undefined {
  const next = context.tokens[match.to];
  if (match.meaning('unit', 'unit') !== 'day' || next?.word === '-') return undefined;
  const reading = fromMentioned(context, 'day', 0);
  return reading && { ...reading, from: match.from + 1 };
}

/** The first such day of the week after the day mentioned last, or the last before it. */
function followingWeekday(match: Match, context: TimeContext): Reading | undefined {
  const { mentioned } = context;
  if (mentioned?.unit !== 'day') return undefined;
  const ahead = (Number(match.meaning('day', 'weekday')) - weekdayOf(mentioned.index) + 7) % 7;
  const back = match.token('previous') || match.token('previous2');
  const index = mentioned.index + (back ? ahead - 7 : ahead || 7);
  const part = match.meaning('part', 'part');
  const reading = dated({ unit: 'day', index }, isoDay(index), 'implied');
  return part === undefined ? reading : { ...reading, type: 'TIME', value: `${reading.value}T${part}` };
}

const COUNTED: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year', 'decade', 'century']);

/** Whether the word after "the" is "following": "the next month" is read from publication instead. */
function followed(context: TimeContext, from: number): boolean {
  return context.tokens[from + 1]?.word === 'following';
}

function fromMentioned(context: TimeContext, unit: string | undefined, count: number): Reading | undefined {
  if (unit === undefined || !COUNTED.has(unit)) return undefined;
  const { mentioned, published } = context;
  const base = mentioned ?? (published === undefined ? undefined : periodAt(published, 'day'));
  if (!base) return { type: 'DATE', value: unit === 'day' ? 'XXXX-XX-XX' : 'XXXX', basis: 'known' };
  // From a longer period a day cannot be counted: "In 2003 … the next day".
  if (unit === 'day' && base.unit !== 'day')
    return {
      type: 'DATE',
      value: `${timexValue({ unit: 'day', index: firstDay(base) }).slice(0, base.unit === 'month' ? 7 : 4)}${base.unit === 'month' ? '-XX' : '-XX-XX'}`,
      basis: 'implied',
    };
  const start = count > 0 ? periodAt(lastDay(base), unit as Unit) : inUnit(base, unit as Unit);
  const period = shift(start, count);
  return dated(period, unit === 'day' ? isoDay(period.index) : timexValue(period), 'implied');
}
