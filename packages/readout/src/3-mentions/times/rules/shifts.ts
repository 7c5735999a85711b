import { dateOf, dayOf } from '../calendar.ts';
import { inUnit, type Period, periodAt, shift, timexValue, type Unit } from '../period.ts';
import { durationValue, HEDGE, QUANTITY, quantityOf } from '../quantity.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Periods at a distance: "two years ago" from publication, "three days later" and "a year earlier" from the period mentioned last. */
export const SHIFTS: readonly TimeRule[] = [
  {
    id: 'times.ago',
    pattern: `${HEDGE} ( ${QUANTITY} | half=half a | quarter=quarter - ) [ more ] ( unit=UNIT | units=UNITS ) [ tail=and a half ] [ or ( so | NUM | more ) ] ago`,
    read: (match, context) => shifted(match, context, -1, false),
  },
  {
    id: 'times.vague-ago',
    pattern: `[ HEDGE ] units=UNITS ( ago | earlier | later=later )`,
    read: (match, context) => {
      if (!match.token('later')) return { type: 'DATE', value: 'PAST_REF', basis: 'known' };
      return { type: 'DATE', value: context.direction(match) === 'future' ? 'FUTURE_REF' : 'XXXX-XX-XX', basis: 'known' };
    },
  },
  {
    id: 'times.long-ago',
    pattern: '( long ago | not so long ago | a long time ago )',
    read: () => ({ type: 'DATE', value: 'PAST_REF', basis: 'known' }),
  },
  {
    id: 'times.ago-to-the-day',
    pattern: `${HEDGE} ${QUANTITY} ( unit=UNIT | units=UNITS ) ago ( today=DAYWORD | this period=UNIT )`,
    read: (match, context) => sameTimeAgo(match, context),
  },
  {
    id: 'times.from-now',
    pattern: `${HEDGE} ${QUANTITY} ( unit=UNIT | units=UNITS ) ( from now | hence )`,
    read: (match, context) => shifted(match, context, 1, false),
  },
  {
    id: 'times.later',
    pattern: `${HEDGE} ${QUANTITY} ( unit=UNIT | units=UNITS ) later`,
    read: (match, context) => shifted(match, context, 1, true),
  },
  {
    id: 'times.earlier',
    pattern: `${HEDGE} ${QUANTITY} ( unit=UNIT | units=UNITS ) ( earlier | before )`,
    read: (match, context) => (isClosed(match, context) ? shifted(match, context, -1, true) : undefined),
  },
];

const SHIFTED: Readonly<Record<string, readonly [unit: Unit, factor: number]>> = {
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['quarter', 1],
  year: ['year', 1],
  decade: ['year', 10],
  century: ['year', 100],
};

/** "Two days before the vote" counts from the vote: a duration. */
function isClosed(match: Match, context: TimeContext): boolean {
  const word = context.tokens[match.to - 1]?.word;
  const next = context.tokens[match.to];
  return word === 'earlier' ? next?.word !== 'than' : next === undefined || next.word === '' || /^[.,;:)]/.test(next.word);
}

/** "Ten years ago today", "a year ago this week": the day or period that lies so far back to the day. */
function sameTimeAgo(match: Match, { published }: TimeContext): Reading | undefined {
  const [unit, factor] = SHIFTED[match.meaning('unit', 'unit') ?? match.meaning('units', 'units') ?? ''] ?? [];
  const count = quantityOf(match);
  const wanted = match.token('today') ? 'day' : match.meaning('period', 'unit');
  if (unit === undefined || count === undefined || count === 'X' || published === undefined) return undefined;
  if ((wanted !== 'day' && wanted !== 'week' && wanted !== 'month') || unit === 'quarter') return undefined;
  const back = count * (factor ?? 1);
  const { year, month, day } = dateOf(published + Number(match.meaning('today', 'dayword') ?? 0));
  const months = year * 12 + month - 1 - back * (unit === 'year' ? 12 : 1);
  const days = unit === 'day' ? 1 : unit === 'week' ? 7 : undefined;
  const then = days === undefined ? dayOf(Math.floor(months / 12), (months % 12) + 1, day) : published - back * days;
  if (then === undefined) return undefined;
  const period = periodAt(then, wanted);
  return dated(period, timexValue(period), 'implied');
}

function shifted(match: Match, context: TimeContext, sign: 1 | -1, fromStory: boolean): Reading | undefined {
  const word = match.meaning('unit', 'unit') ?? match.meaning('units', 'units');
  const whole = match.token('half') ? 0.5 : match.token('quarter') ? 0.25 : quantityOf(match);
  const count = match.token('tail') && typeof whole === 'number' ? whole + 0.5 : whole;
  const known = word === undefined ? undefined : SHIFTED[word];
  if (count === undefined || word === undefined) return undefined;
  if (count === 'X') return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', basis: 'known' };
  const { mentioned, published } = context;
  // Hours and minutes: without a clock only the day is known.
  if (!known && fromStory) return { type: 'DURATION', value: durationValue(word, count), basis: 'known', to: match.to - 1 };
  if (!known)
    return {
      type: 'TIME',
      value: published === undefined ? 'XXXX-XX-XXTXX' : `${timexValue(periodAt(published, 'day'))}TXX`,
      basis: 'implied',
    };
  const [unit, factor] = known;
  const total = count * factor;
  if (published === undefined && !(fromStory && mentioned))
    return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', basis: 'known' };
  const today: Period | undefined = published === undefined ? undefined : periodAt(published, 'day');
  // "… in the third quarter, compared with $2 million a year ago": the same quarter of the year before.
  if (unit === 'year' && mentioned?.unit === 'quarter' && total === 1 && sign < 0) {
    return { type: 'DATE', value: timexValue(shift(mentioned, -4)), basis: 'implied' };
  }
  const base = fromStory ? (mentioned ?? today) : today;
  if (!base) return undefined;
  const fine = base.unit === 'day' || base.unit === unit ? unit : coarser(base.unit, unit);
  const period = Number.isInteger(total)
    ? shift(inUnit(base, unit), sign * total)
    : shift(inUnit(base, 'month'), Math.round(sign * total * 12));
  return fine === unit || unit === 'year'
    ? dated(period, timexValue(period), 'implied')
    : { type: 'DATE', value: timexValue(inUnit(period, fine)), basis: 'implied', period: inUnit(period, fine) };
}

const ORDER: readonly Unit[] = ['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century'];

/** Of two units the longer: three days after some time in 2003 is still some time in 2003. */
function coarser(a: Unit, b: Unit): Unit {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}
