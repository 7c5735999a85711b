import { pad } from '../calendar.ts';
import type { Match, Reading, TimeContext, TimeRule } from '../rule.ts';

/** Times of the clock: "9:30 a.m. EST", "6 p.m.", "1500 GMT", "noon". Their day is found in `complete-times.ts`. */
export const CLOCK_TIMES: readonly TimeRule[] = [
  {
    id: 'times.clock',
    pattern: 'time=CLOCK [ half=AMPM ] [ zone=ZONE | clockzone=CLOCKZONE ]',
    read: (match, context) => {
      const [hour = 0, minute = 0] = match.token('time')?.word.split(':').map(Number) ?? [];
      const before = context.tokens[match.from - 1];
      // Without a.m., p.m. or a zone "3:2" and "15:30" may be scores, odds or verses.
      if (match.to === match.from + 1 && !context.is(before, 'clocklead') && !isLocal(match, context)) return undefined;
      return clock(match, hour, minute);
    },
  },
  {
    id: 'times.clock-range',
    pattern: '( low=CLOCK | low2=DAY ) ( - | to | and | until ) ( high=CLOCK | high2=DAY ) half=AMPM [ zone=ZONE | clockzone=CLOCKZONE ]',
    read: (match, context) => clockRange(match, context),
  },
  {
    id: 'times.hour',
    pattern: "hour=DAY ( half=AMPM | o 'clock ) [ zone=ZONE | clockzone=CLOCKZONE ]",
    read: (match) => clock(match, match.number('hour') ?? 99, 0),
  },
  {
    id: 'times.dotted-clock',
    pattern: 'time=NUM ( half=AMPM [ halfzone=ZONE ] | zone=ZONE | local=local time )',
    read: (match, context) => {
      const found = /^(\d{1,2})\.(\d\d)$/.exec(match.token('time')?.word ?? '');
      const before = context.tokens[match.from - 1];
      // "7.45 p.m.", "23.00 local time"; "23.00" alone is a number.
      const reading = found && before?.word !== '$' ? clock(match, Number(found[1]), Number(found[2])) : undefined;
      return reading && match.token('local') ? { ...reading, to: match.from + 1 } : reading;
    },
  },
  {
    id: 'times.military',
    pattern: 'time=NUM ( zone=ZONE | hours=hours | hrs=hrs [ hrszone=ZONE ] )',
    read: (match, context) => {
      const digits = match.token('time')?.word ?? '';
      // "At 1300 hours"; elsewhere they are a length.
      if (!match.token('zone') && !context.is(context.tokens[match.from - 1], 'clocklead')) return undefined;
      return /^\d{4}$/.test(digits) ? clock(match, Number(digits.slice(0, 2)), Number(digits.slice(2))) : undefined;
    },
  },
  {
    id: 'times.clock-word',
    pattern: 'word=CLOCKWORD [ zone=ZONE ]',
    read: (match) => ({ type: 'TIME', value: `T${match.meaning('word', 'clockword')}`, basis: 'implied' }),
  },
];

/** "6:30 to 8:30 p.m.", "11-1 p.m.": the first is of the same half of the day, or of the one before when it is later in it. */
function clockRange(match: Match, { tokens }: TimeContext): readonly Reading[] | undefined {
  const from = match.indexOf('high') ?? match.indexOf('high2');
  const before = tokens[match.from - 1];
  const [low, high] = [match.token('low') ?? match.token('low2'), match.token('high') ?? match.token('high2')];
  if (from === undefined || before?.word === '$' || !low || !high) return undefined;
  const [hour = 0, minute = 0] = low.word.split(':').map(Number);
  const [lastHour = 0, lastMinute = 0] = high.word.split(':').map(Number);
  const last = clock(match, lastHour, lastMinute);
  if (!last || hour > 12 || hour < 1) return undefined;
  const half = match.token('half')?.word.startsWith('p') ? 12 : 0;
  const full = (hour % 12) + (hour % 12 > lastHour % 12 ? 12 - half : half);
  const first: Reading = { type: 'TIME', value: `T${pad(full)}:${pad(minute)}`, basis: 'implied', from: match.from, to: match.from + 1 };
  return [first, { ...last, from }];
}

/** "08:15 local time": a time of day without more. */
function isLocal(match: Match, { tokens }: TimeContext): boolean {
  return tokens[match.to]?.word === 'local' && tokens[match.to + 1]?.word === 'time';
}

function clock(match: Match, hour: number, minute: number): Reading | undefined {
  const half = match.token('half')?.word;
  if (hour > 24 || minute > 59 || (half && (hour > 12 || hour < 1))) return undefined;
  const full = half?.startsWith('p') ? (hour % 12) + 12 : half ? hour % 12 : hour;
  return { type: 'TIME', value: `T${pad(full)}:${pad(minute)}`, basis: 'implied' };
}
