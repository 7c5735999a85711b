import { dayOf, isoDay, pad, readIsoDay } from '../calendar.ts';
import { dated, type TimeRule } from '../rule.ts';
import { shortYear } from './spelled-dates.ts';

/** Days in digits: ISO 8601 ("2024-11-15", also with a time), with strokes ("11/15/2024", "15/11/2024", "2024/11/15") and stops ("15.11.2024"). */
export const NUMERIC_DATES: readonly TimeRule[] = [
  {
    id: 'times.iso',
    pattern: 'date=ISO',
    read: (match) => {
      const text = match.token('date')?.word ?? '';
      const index = readIsoDay(text);
      if (index === undefined) return undefined;
      const reading = dated({ unit: 'day', index }, isoDay(index), 'known');
      const time = /T\d{2}:\d{2}/i.exec(text)?.[0];
      return time ? { ...reading, type: 'TIME', value: reading.value + time.toUpperCase() } : reading;
    },
  },
  {
    id: 'times.slashed',
    pattern: 'date=SLASHED',
    read: (match) => {
      const word = match.token('date')?.word ?? '';
      const [first = 0, second = 0, third = 0] = word.split(/[/.]/).map(Number);
      if (first > 31) {
        const index = dayOf(first, second, third);
        return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'known');
      }
      const year = third < 100 ? (shortYear(pad(third)) ?? third) : third;
      // American order unless the first number is no month or full stops divide.
      const dayFirst = first > 12 || word.includes('.');
      const index = dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
      return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'known');
    },
  },
  {
    id: 'times.named-slashed',
    pattern: 'month=DAY / day=DAY',
    read: (match, context) => {
      // Only what everybody calls so: "9/11". "24/7" and "3/4" are no days.
      const [month = 0, day = 0] = [match.number('month'), match.number('day')];
      const year = context.namedYear(month, day, [`${month}/${day}`]);
      const index = year === undefined ? undefined : dayOf(year, month, day);
      return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'implied');
    },
  },
];
