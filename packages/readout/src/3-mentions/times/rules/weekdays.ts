import { bareWeekday } from '../anchor.ts';
import { isoDay, weekdayOf } from '../calendar.ts';
import { firstDay, periodAt, shift } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Days of the week, alone ("Friday", past unless the words point ahead) and with "last", "next", "this"; with a part of the day. */
export const WEEKDAYS: readonly TimeRule[] = [
  {
    id: 'times.weekday',
    pattern: '[ modifier=MODIFIER ] day=WEEKDAY [ part=PART ]',
    read: (match, context) => {
      if (isName(match, context)) return undefined;
      const reading = withPart(match, bareWeekday(context, match, weekday(match)));
      // "Earlier Friday" says more about the story than about Friday.
      const modifier = match.token('modifier')?.word;
      return modifier === 'earlier' || modifier === 'later' || modifier === 'sometime' ? { ...reading, from: match.from + 1 } : reading;
    },
  },
  {
    id: 'times.weekday-of-week',
    pattern: 'day=WEEKDAY of? which=DEICTIC unit=UNIT',
    read: (match, context) => {
      if (match.meaning('unit', 'unit') !== 'week' || context.published === undefined) return undefined;
      const week = shift(periodAt(context.published, 'week'), Number(match.meaning('which', 'deictic')));
      const index = firstDay(week) + weekday(match) - 1;
      return dated({ unit: 'day', index }, isoDay(index), 'implied');
    },
  },
  {
    id: 'times.deictic-weekday',
    pattern: '[ modifier=MODIFIER ] this? which=DEICTIC day=WEEKDAY [ part=PART ]',
    read: (match, context) => withPart(match, deicticWeekday(match, context)),
  },
  {
    id: 'times.plural-weekday',
    pattern: '( day=WEEKDAYS | day1=WEEKDAY part=PARTS )',
    read: (match) => {
      const day = match.meaning('day', 'weekdays') ?? match.meaning('day1', 'weekday');
      return { type: 'SET', value: `XXXX-WXX-${day}${match.token('part') ? `T${match.meaning('part', 'parts')}` : ''}`, basis: 'known' };
    },
  },
];

function weekday(match: Match): number {
  return Number(match.meaning('day', 'weekday'));
}

/** A surname after a title: "Mr. Friday". */
function isName(match: Match, context: TimeContext): boolean {
  const before = context.tokens[match.from - 1]?.word === '.' ? context.tokens[match.from - 2] : context.tokens[match.from - 1];
  return context.is(before, 'title');
}

function withPart(match: Match, reading: Reading): Reading {
  const part = match.meaning('part', 'part');
  return part === undefined ? reading : { ...reading, type: 'TIME', value: `${reading.value}T${part}` };
}

function deicticWeekday(match: Match, context: TimeContext): Reading {
  const day = weekday(match);
  const { published } = context;
  if (published === undefined) return { type: 'DATE', value: `XXXX-WXX-${day}`, basis: 'known' };
  const which = Number(match.meaning('which', 'deictic'));
  const word = match.token('which')?.word;
  const back = (weekdayOf(published) - day + 7) % 7;
  const ahead = (7 - back) % 7;
  let index = published - back;
  // "Last Friday" on a Friday is the one a week ago; "this Friday" is that of the current week.
  if (which < 0) index = back === 0 && word !== 'past' ? published - 7 : published - back;
  else if (which > 0) index = published + (ahead === 0 ? 7 : ahead);
  else index = context.direction(match) === 'past' ? published - back : published + ahead;
  return dated({ unit: 'day', index }, isoDay(index), 'implied');
}
