import { durationValue, HEDGE, QUANTITY, quantityOf } from '../quantity.ts';
import type { Match, Reading, TimeContext, TimeRule } from '../rule.ts';
import type { TimeToken } from '../tokens.ts';

/** Lengths of time: "five years", "a two-year", "several months", "the first nine months", "recent weeks", "for decades". */
export const DURATIONS: readonly TimeRule[] = [
  {
    id: 'times.duration',
    pattern: `${HEDGE} ${QUANTITY} [ EXTRA ] ( unit=UNIT | units=UNITS ) [ tail=and a half ]`,
    read: (match, context) => {
      if (isAge(match, context) || isRate(match, context) || isShare(match, context)) return undefined;
      // "A week-long visit", "a weeks-long standoff": the adjective has its own rule.
      if (match.token('one') && (context.tokens[match.to]?.word === '-' || (match.token('units') && !match.token('couple'))))
        return undefined;
      const reading = length(match, match.token('tail') ? 0.5 : 0);
      // "Over several years" is a preposition, "over two years" a hedge.
      return reading && match.token('q') && context.tokens[match.from]?.word === 'over' ? { ...reading, from: match.from + 1 } : reading;
    },
  },
  {
    id: 'times.the-duration',
    pattern: 'the n=NUM units=UNITS',
    read: (match, context) => (isAge(match, context) ? undefined : length(match)),
  },
  {
    id: 'times.duration-or-so',
    pattern: `${HEDGE} ${QUANTITY} [ EXTRA ] ( unit=UNIT | units=UNITS ) or ( so | more | NUM )`,
    read: (match, context) => (isAge(match, context) ? undefined : length(match)),
  },
  {
    id: 'times.duration-adjective',
    pattern: `${HEDGE} n=NUM - unit=UNIT [ - long ]`,
    read: (match, context) => (isAge(match, context) || context.tokens[match.to]?.word === '-' ? undefined : length(match)),
  },
  {
    id: 'times.duration-range',
    pattern: '[ between ] low=NUM ( to | - | or=or | and ) n=NUM ( unit=UNIT | units=UNITS | - unit2=UNIT )',
    read: (match, context) => {
      const unit = unitOf(match);
      const low = match.number('low');
      const from = match.indexOf('n');
      const lowAt = match.indexOf('low');
      if (isAge(match, context) || unit === undefined || low === undefined || from === undefined || lowAt === undefined) return undefined;
      const whole = length(match);
      if (!whole) return undefined;
      if (match.token('or')) return { ...whole, from: lowAt };
      return [
        { ...whole, value: durationValue(unit, low), from: lowAt, to: lowAt + 1 },
        { ...whole, from },
      ];
    },
  },
  {
    id: 'times.deictic-duration',
    pattern: `( the following | the? which=WHICHSPAN ) ${HEDGE} ( n=NUM [ to | - ] [ high=NUM ] | q=QUANTITY | couple=couple of ) [ EXTRA ] ( unit=UNIT | units=UNITS ) [ or so ]`,
    read: (match) => length(match),
  },
  {
    id: 'times.vague-deictic',
    pattern: 'the=the? which=VAGUESPAN units=UNITS',
    read: (match) => {
      const unit = match.meaning('units', 'units');
      if (unit === undefined) return undefined;
      const kind = match.meaning('which', 'vaguespan');
      // "In the early hours of Tuesday" is a part of that day.
      if (unit === 'hour' && match.token('which')?.word === 'early') return undefined;
      // "Following days of talks": a preposition.
      const from = match.token('which')?.word === 'following' && !match.token('the') ? match.from + 1 : match.from;
      return kind === 'span'
        ? { type: 'DURATION', value: durationValue(unit, 'X'), basis: 'known', from }
        : { type: 'DATE', value: kind ?? 'PAST_REF', basis: 'known' };
    },
  },
  {
    id: 'times.duration-long',
    pattern: '( unit=UNIT | units=UNITS | multi=multi ) - ( long | year )',
    read: (match, context) => {
      if (match.token('multi')) return { type: 'DURATION', value: 'PXY', basis: 'known' };
      const unit = match.meaning('unit', 'unit') ?? match.meaning('units', 'units');
      if (unit === undefined || context.tokens[match.to - 1]?.word !== 'long') return undefined;
      return { type: 'DURATION', value: durationValue(unit, match.token('unit') ? 1 : 'X'), basis: 'known' };
    },
  },
  {
    id: 'times.duration-word',
    pattern: 'word=SPANWORD',
    read: (match) => ({ type: 'DURATION', value: match.meaning('word', 'spanword') ?? 'PXX', basis: 'known' }),
  },
  {
    id: 'times.bare-units',
    pattern: 'units=UNITS [ and again=UNITS ]',
    read: (match, context) => {
      const unit = match.meaning('units', 'units');
      const before = context.tokens[match.from - 1];
      const after = context.tokens[match.to];
      // "Years and years", but "months and years" are two.
      const again = match.meaning('again', 'units');
      if (again !== undefined && again !== unit) return undefined;
      // "Months of talks failed", "for months", "weeks after the vote".
      const heads = match.token('units')?.capital && after?.word === 'of' && (before === undefined || !/^[a-z]/.test(before.word));
      const stands = again !== undefined || heads || isSpan(match, context);
      if (unit === undefined || !stands || isAge(match, context)) return undefined;
      return context.is(context.tokens[match.to], 'noun')
        ? undefined
        : { type: 'DURATION', value: durationValue(unit, 'X'), basis: 'known' };
    },
  },
  {
    id: 'times.over-the-years',
    pattern: 'over the units=UNITS',
    read: (match, context) => {
      const unit = match.meaning('units', 'units');
      const next = context.tokens[match.to];
      // "Over the years of his rule", "over the days that": these are told more of.
      if (unit === undefined || next?.word === 'of' || next?.word === 'that' || context.is(next, 'spanborder')) return undefined;
      return { type: 'DURATION', value: durationValue(unit, 'X'), basis: 'known', from: match.from + 1 };
    },
  },
  {
    id: 'times.half',
    pattern: `${HEDGE} ( half ( a | an | - ) | a half | quarter=quarter - | a? quarter2=quarter of a | a quarter3=quarter ) unit=UNIT`,
    read: (match) => {
      const unit = match.meaning('unit', 'unit');
      const share = match.token('quarter') || match.token('quarter2') || match.token('quarter3') ? 0.25 : 0.5;
      return unit === undefined ? undefined : { type: 'DURATION', value: durationValue(unit, share), basis: 'known' };
    },
  },
];

/** Whether units without a number are a length: "for months", "months or years", "a matter of days", "weeks after the vote", "the years that followed". */
function isSpan(match: Match, { tokens, is }: TimeContext): boolean {
  const [second, before, after] = [tokens[match.from - 2], tokens[match.from - 1], tokens[match.to]];
  if (is(before, 'spanlead') || is(after, 'spanborder')) return true;
  if (before?.word === 'of') return is(second, 'spannoun');
  if (before?.word === 'or' || before?.word === 'and') return is(second, 'units') && is(tokens[match.from - 3], 'spanlead');
  return after?.word === 'that' && tokens[match.to + 1]?.word === 'followed';
}

function unitOf(match: Match): string | undefined {
  return match.meaning('unit', 'unit') ?? match.meaning('units', 'units') ?? match.meaning('unit2', 'unit');
}

/** "358,000 a month", "$15 an hour", "700 seats a week", "one day a week": how often, not how long. */
function isRate(match: Match, { tokens, is }: TimeContext): boolean {
  if (!match.token('one') || match.token('units')) return false;
  const before = tokens[match.from - 1];
  const isCount = (token: TimeToken | undefined): boolean =>
    is(token, 'magnitude') || is(token, 'vaguenumber') || (token?.number !== undefined && token.shape !== 'year') || is(token, 'number');
  if (isCount(before)) return true;
  const [second, third] = [tokens[match.from - 2], tokens[match.from - 3]];
  if (isCount(second) && (is(before, 'unit') || is(before, 'units') || is(before, 'person'))) return true;
  const plural = (token: TimeToken | undefined): boolean => /^[a-z]{3,}s$/.test(token?.word ?? '') || is(token, 'counted');
  if (plural(before) && (isCount(second) || isCount(third))) return true;
  if (is(before, 'tense') || /..ed$/.test(before?.word ?? '')) return false;
  // "1,800 tons of carbon dioxide a year", "millions of dollars a year"
  return [2, 3, 4].some(
    (back) =>
      tokens[match.from - back]?.word === 'of' &&
      isCount(tokens[match.from - back - (is(tokens[match.from - back - 1], 'vaguenumber') ? 1 : 2)]),
  );
}

/** "Three quarters of its value", "40 second-hand chairs": a share, and an order. */
function isShare(match: Match, { tokens, is }: TimeContext): boolean {
  const unit = match.meaning('unit', 'unit') ?? match.meaning('units', 'units');
  const next = tokens[match.to];
  if (unit === 'second') return match.token('unit') !== undefined && next?.word === '-';
  return unit === 'quarter' && next?.word === 'of' && (is(tokens[match.to + 1], 'counting') || is(tokens[match.to + 1], 'led'));
}

/** "A 57-year-old", "aged 55 years or older", "two years old". */
function isAge(match: Match, context: TimeContext): boolean {
  const after = context.tokens[match.to];
  const second = context.tokens[match.to + 1];
  const before = context.tokens[match.from - 1];
  if (before?.word === 'aged' || (before?.word === '-' && context.tokens[match.from - 3]?.word === 'aged')) return true;
  if (before?.word === '$' || (before?.word === '.' && before.end === context.tokens[match.from]?.start)) return true;
  return (
    after?.word === 'old' ||
    (after?.word === '-' && (second?.word === 'old' || second?.word === 'olds')) ||
    (after?.word === 'of' && second?.word === 'age')
  );
}

function length(match: Match, extra = 0): Reading | undefined {
  const unit = unitOf(match);
  const count = match.token('high') ? 'X' : quantityOf(match);
  if (unit === undefined || count === undefined) return undefined;
  const word = match.token('unit')?.word;
  // "A second", "a quarter", "one second": an order or a share more often than a length.
  if ((word === 'second' || word === 'quarter') && match.token('one')) return undefined;
  if (word === 'second' && match.number('n') === 1) return undefined;
  // "The 2018 day of mourning": a year and one day.
  if (match.token('unit') && match.token('n')?.shape === 'year') return undefined;
  return { type: 'DURATION', value: durationValue(unit, count === 'X' ? 'X' : count + extra), basis: 'known' };
}
