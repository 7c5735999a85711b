import { pad } from '../calendar.ts';
import type { Match, Reading, TimeRule } from '../rule.ts';

/** Times of the clock: "9:30 a.m. EST", "6 p.m.", "1500 GMT", "noon". Their day is found in `complete-times.ts`. */
export const CLOCK_TIMES: readonly TimeRule[] = [
  {
    id: 'times.clock',
    pattern: 'time=CLOCK [ half=AMPM ] [ zone=ZONE ]',
    read: (match, context) => {
      const [hour = 0, minute = 0] = match.token('time')?.word.split(':').map(Number) ?? [];
      const before = context.tokens[match.from - 1];
      // Without a.m., p.m. or a zone "3:2" and "15:30" may be scores, odds or verses.
      if (match.to === match.from + 1 && !context.is(before, 'clocklead')) return undefined;
      return clock(match, hour, minute);
    },
  },
  {
    id: 'times.hour',
    pattern: "hour=DAY ( half=AMPM | o 'clock ) [ zone=ZONE ]",
    read: (match) => clock(match, match.number('hour') ?? 99, 0),
  },
  {
    id: 'times.military',
    pattern: 'time=NUM zone=ZONE',
    read: (match) => {
      const digits = match.token('time')?.word ?? '';
      return /^\d{4}$/.test(digits) ? clock(match, Number(digits.slice(0, 2)), Number(digits.slice(2))) : undefined;
    },
  },
  {
    id: 'times.clock-word',
    pattern: 'word=CLOCKWORD [ zone=ZONE ]',
    read: (match) => ({ type: 'TIME', value: `T${match.meaning('word', 'clockword')}`, basis: 'implied' }),
  },
];

function clock(match: Match, hour: number, minute: number): Reading | undefined {
  const half = match.token('half')?.word;
  if (hour > 24 || minute > 59 || (half && (hour > 12 || hour < 1))) return undefined;
  const full = half?.startsWith('p') ? (hour % 12) + 12 : half ? hour % 12 : hour;
  return { type: 'TIME', value: `T${pad(full)}:${pad(minute)}`, basis: 'implied' };
}
