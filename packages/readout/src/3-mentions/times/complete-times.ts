import { type Day, isoDay } from './calendar.ts';
import type { Period } from './period.ts';
import type { PlacedReading } from './rule.ts';
import type { TimeToken } from './tokens.ts';

/**
 * Gives times of day their day: one directly before or after ("9 a.m. Tuesday", "noon on 3 May"), else the day
 * mentioned last, else that of publication. A time and the day right after it become one expression.
 */
export function completeTimes(
  readings: readonly PlacedReading[],
  text: string,
  tokens: readonly TimeToken[],
  published: Day | undefined,
): readonly PlacedReading[] {
  const completed: PlacedReading[] = [];
  let mentioned: Period | undefined;
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings[at] as PlacedReading;
    if (reading.period?.unit === 'day') mentioned = reading.period;
    if (!reading.value.startsWith('T')) {
      completed.push(reading);
      continue;
    }
    const next = readings[at + 1];
    const between = next ? text.slice(tokens[reading.to - 1]?.end, tokens[next.from]?.start) : '';
    if (next && dayValue(next) && /^\s{0,3}$/.test(between)) {
      if (next.period) mentioned = next.period;
      completed.push(withDay(reading, dayValue(next) + reading.value, next.basis, next.to));
      at += 1;
      continue;
    }
    const { value, basis } = onDay(reading.value, dayNearAfter(readings, at, text, tokens), mentioned, published);
    completed.push(withDay(reading, value, basis, reading.to));
  }
  return completed;
}

/** The day that stands shortly after a time in its clause: "noon on 3 May", "6:30 to 8:30 p.m. on 3 May". */
function dayNearAfter(
  readings: readonly PlacedReading[],
  at: number,
  text: string,
  tokens: readonly TimeToken[],
): PlacedReading | undefined {
  for (let k = at + 1; k < readings.length; k += 1) {
    const [last, next] = [readings[k - 1] as PlacedReading, readings[k] as PlacedReading];
    const between = text.slice(tokens[last.to - 1]?.end, tokens[next.from]?.start);
    if (between.length > 24 || /[.;!?]\s/.test(between.replace(/[ap]\.m\./, ''))) return undefined;
    if (dayValue(next)) return next;
    // "11:40 p.m. on Saturday night"
    const ofPart = next.type === 'TIME' && next.period?.unit === 'day' ? next.period : undefined;
    if (ofPart) return { ...next, type: 'DATE', value: isoDay(ofPart.index) };
    if (!next.value.startsWith('T') || !/^ ?(?:-|–|to|and|until|(?:local time )?\() ?$/.test(between)) return undefined;
  }
  return undefined;
}

function withDay({ type, period, from }: PlacedReading, value: string, basis: PlacedReading['basis'], to: number): PlacedReading {
  return { type, value, basis, period, from, to };
}

/** The value of a reading that names a day, resolved or not. */
function dayValue(reading: PlacedReading): string | undefined {
  return reading.type === 'DATE' && /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)$/.test(reading.value) ? reading.value : undefined;
}

function onDay(
  time: string,
  near: PlacedReading | undefined,
  mentioned: Period | undefined,
  published: Day | undefined,
): Pick<PlacedReading, 'value' | 'basis'> {
  const day = near && dayValue(near);
  if (day) return { value: day + time, basis: 'implied' };
  const index = mentioned?.index ?? published;
  return index === undefined ? { value: `XXXX-XX-XX${time}`, basis: 'known' } : { value: isoDay(index) + time, basis: 'implied' };
}
