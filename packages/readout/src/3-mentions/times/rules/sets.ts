import { pad } from '../calendar.ts';
import { durationValue } from '../quantity.ts';
import type { Match, Reading, TimeContext, TimeRule } from '../rule.ts';
import type { TimeToken } from '../tokens.ts';

/** Recurring times: "every Friday", "each year", "every two weeks", "twice a week", "daily", "annually". */
export const SETS: readonly TimeRule[] = [
  {
    id: 'times.every',
    pattern:
      'once? ( every | each ) [ other=other | n=NUM | order=ORDINAL | single | few=few | couple=couple of | low=NUM ( to | or | - ) high=NUM ] ( unit=UNIT | units=UNITS | day=WEEKDAY [ part2=PART ] | month=MONTH | part=PART | season=SEASON )',
    read: (match) => {
      const value = everyValue(match);
      return value === undefined ? undefined : set(value);
    },
  },
  {
    id: 'times.times-a',
    pattern: '( once | twice | n=NUM times | several times | many times ) ( a | an | each | every | per ) unit=UNIT',
    read: (match) => {
      const unit = match.meaning('unit', 'unit');
      return unit === undefined ? undefined : set(durationValue(unit, 1));
    },
  },
  {
    id: 'times.often-frequency',
    pattern: '( once | twice | bi=bi | n=NUM ) - word=FREQUENCY',
    read: (match) => {
      const value = match.meaning('word', 'frequency');
      return value === undefined ? undefined : set(value.replace('1', String(match.token('bi') ? 2 : (match.number('n') ?? 1))));
    },
  },
  {
    id: 'times.frequency',
    pattern: 'word=FREQUENCY',
    read: (match, context) => (isTitle(match, context) ? undefined : set(match.meaning('word', 'frequency') ?? 'PXX')),
  },
  {
    id: 'times.frequency-adverb',
    pattern: 'word=FREQUENCYADVERB',
    read: (match, context) => {
      // "Meets quarterly" says how often; "a quarterly dividend" is a kind of dividend.
      const next = context.tokens[match.to];
      if (next && /^[a-z]/.test(next.word) && !context.is(next, 'link')) return undefined;
      return set(match.meaning('word', 'frequencyadverb') ?? 'PXX');
    },
  },
];

/** "The People's Daily", "Daily Courier", "the party daily Kurier": a newspaper. */
function isTitle(match: Match, context: TimeContext): boolean {
  const before = context.tokens[match.from - 1];
  const next = context.tokens[match.to];
  if (match.token('word')?.capital)
    return next?.capital === true || before?.capital === true || before?.word === "'s" || before?.word === 'the';
  // "The daily White House briefing" goes on with a noun, "the daily Kurier said" does not.
  let after = match.to;
  while (after < match.to + 4 && context.tokens[after]?.capital) after += 1;
  const named = after > match.to || (before?.capital === true && /^[a-z\d]/.test(context.tokens[match.from - 2]?.word ?? ''));
  return named && isNoNoun(context, context.tokens[after]);
}

function isNoNoun(context: TimeContext, token: TimeToken | undefined): boolean {
  if (token === undefined || !/^[a-z]/.test(token.word)) return true;
  return token.word !== 'and' && (context.is(token, 'link') || context.is(token, 'tense') || /..ed$/.test(token.word));
}

function set(value: string): Reading {
  return { type: 'SET', value, basis: 'known' };
}

function everyValue(match: Match): string | undefined {
  const unit = match.meaning('unit', 'unit') ?? match.meaning('units', 'units');
  const vague = match.token('few') ?? match.token('high');
  const count = vague ? 'X' : match.token('other') || match.token('couple') ? 2 : (match.number('n') ?? match.number('order') ?? 1);
  if (unit !== undefined) return durationValue(unit, count);
  const part = match.meaning('part2', 'part');
  const day = match.meaning('day', 'weekday');
  if (day !== undefined) return `XXXX-WXX-${day}${part === undefined ? '' : `T${part}`}`;
  const month = match.meaning('month', 'month');
  if (month !== undefined) return `XXXX-${pad(Number(month))}`;
  const season = match.meaning('season', 'season');
  if (season !== undefined) return `XXXX-${season}`;
  const of = match.meaning('part', 'part');
  return of === undefined ? undefined : `XXXX-XX-XXT${of}`;
}
