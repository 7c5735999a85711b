import { dayOf, isoDay, pad, readIsoDay } from '../calendar.ts';
import { dated, type TimeRule } from '../rule.ts';
import { shortYear } from './spelled-dates.ts';

/** Days in digits: ISO 8601 ("2024-11-15", also with a time) and with strokes ("11/15/2024", "15/11/2024"). */
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
      const [first = 0, second = 0, third = 0] = match.token('date')?.word.split('/').map(Number) ?? [];
      const year = third < 100 ? (shortYear(pad(third)) ?? third) : third;
      // American order unless the first number is no month.
      const index = first > 12 ? dayOf(year, second, first) : dayOf(year, first, second);
      return index === undefined ? undefined : dated({ unit: 'day', index }, isoDay(index), 'known');
    },
  },
];
