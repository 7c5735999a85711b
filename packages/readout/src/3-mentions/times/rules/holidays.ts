import { dayOf, easterOf, firstOf, isoDay, pad, readIsoDay, weekdayOf } from '../calendar.ts';
import { periodAt } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/**
 * Holidays by the rules of `times-holidays.tsv`: `day 12-25`, `nth 4 4 11` (the fourth Thursday of November), `last 1 5`
 * (the last Monday of May), `easter -2` (days from Western Easter), `date 1972-01-30` (one day of history), `moon`
 * (of a lunar calendar: no day is given), `none` (a name that is no time).
 */
export const HOLIDAYS: readonly TimeRule[] = [
  {
    id: 'times.holiday',
    pattern: '[ which=DEICTIC ] holiday=HOLIDAY [ ,? year=YEAR | of year2=YEAR | in year3=YEAR ]',
    read: (match, context) => {
      const reading = readHoliday(match, context);
      const year = match.indexOf('year3');
      if (!reading || year === undefined) return reading;
      // "On Christmas Eve in 2007": two expressions.
      const index = match.number('year3') ?? 0;
      return [
        { ...reading, to: year - 1 },
        { ...dated({ unit: 'year', index }, pad(index, 4), 'known'), from: year },
      ];
    },
  },
];

function readHoliday(match: Match, context: TimeContext): Reading | undefined {
  const rule = match.token('holiday')?.word ?? 'none';
  if (rule === 'none') return undefined;
  const fixed = rule.startsWith('date ') ? readIsoDay(rule.slice(5)) : undefined;
  if (fixed !== undefined) return dated({ unit: 'day', index: fixed }, isoDay(fixed), 'implied');
  const year = match.number('year') ?? match.number('year2') ?? match.number('year3');
  if (rule === 'moon') return { type: 'DATE', value: `${year ?? 'XXXX'}-XX-XX`, basis: 'known' };
  if (year !== undefined) {
    const index = holidayIn(year, rule);
    return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'implied');
  }
  const { published } = context;
  if (published === undefined)
    return { type: 'DATE', value: rule.startsWith('day ') ? `XXXX-${rule.slice(4)}` : 'XXXX-XX-XX', basis: 'known' };
  const now = periodAt(published, 'year').index;
  const days = [now - 1, now, now + 1].flatMap((each) => holidayIn(each, rule) ?? []);
  const past = days.filter((day) => day <= published).at(-1);
  const future = days.find((day) => day >= published);
  const which = Number(match.meaning('which', 'deictic') ?? 0);
  const side = which < 0 ? 'past' : which > 0 ? 'future' : context.direction(match);
  const sameYear = match.token('which') && which === 0 ? holidayIn(now, rule) : undefined;
  const near = future !== undefined && (past === undefined || future - published < (published - past) / 2) ? future : past;
  const index = sameYear ?? (side === 'future' ? future : side === 'past' && which < 0 ? past : near);
  return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'implied');
}

function holidayIn(year: number, rule: string): number | undefined {
  const [kind, ...rest] = rule.split(' ');
  const [a = 0, b = 0, c = 0, d = 0] = rest.map(Number);
  switch (kind) {
    case 'day':
      return readIsoDay(`${pad(year, 4)}-${rest[0]}`);
    case 'easter':
      return easterOf(year) + a;
    case 'nth': {
      const first = firstOf(year, c);
      return first + ((b - weekdayOf(first) + 7) % 7) + (a - 1) * 7 + d;
    }
    case 'last': {
      const last = firstOf(year, b + 1) - 1;
      return last - ((weekdayOf(last) - a + 7) % 7);
    }
    default:
      return dayOf(year, a, b);
  }
}
