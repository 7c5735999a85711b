import type { Match } from './rule.ts';

/** Words of a hedge before a number of units; they belong to the expression ("more than two years"). */
export const HEDGE = '[ HEDGE | more than | less than | fewer than | no more than | at least | at most | up to | as many as | well over ]';

/** A number of units: "three", "a", "several", "a few", "a couple of". */
export const QUANTITY =
  '( [ another | an additional | an extra ] n=NUM | a? q=QUANTITY | many=VAGUENUMBER of | one=ARTICLE | a? couple=couple of? | another=another )';

/** How many a match of `QUANTITY` means; `X` when it does not say. */
export function quantityOf(match: Match): number | 'X' | undefined {
  if (match.token('n')) return match.number('n');
  if (match.token('couple')) return 2;
  if (match.token('q') || match.token('many')) return 'X';
  return match.token('one') || match.token('another') ? 1 : undefined;
}

/** Units of duration: the letter of the ISO 8601 duration, the time designator, and how many of the letter one makes. */
const DURATIONS: Readonly<Record<string, readonly [letter: string, factor: number, time: boolean]>> = {
  second: ['S', 1, true],
  minute: ['M', 1, true],
  hour: ['H', 1, true],
  day: ['D', 1, false],
  week: ['W', 1, false],
  weekend: ['WE', 1, false],
  fortnight: ['W', 2, false],
  month: ['M', 1, false],
  quarter: ['Q', 1, false],
  year: ['Y', 1, false],
  decade: ['Y', 10, false],
  century: ['Y', 100, false],
};

/** Letters of units of which it is not said how many: "decades" is PXE. */
const VAGUE: Readonly<Record<string, string>> = { decade: 'E', century: 'C' };

/** Smaller units for the half of one: "two and a half years" is P2Y6M. */
const HALVES: Readonly<Record<string, readonly [letter: string, halves: number]>> = {
  minute: ['S', 30],
  hour: ['M', 30],
  day: ['TH', 12],
  year: ['M', 6],
};

/** The TIMEX3 value of so many units: P2Y, PT1H30M, PXM. */
export function durationValue(unit: string, count: number | 'X'): string {
  const [letter, factor, time] = DURATIONS[unit] ?? ['X', 1, false];
  const prefix = time ? 'PT' : 'P';
  if (count === 'X') return `${prefix}X${VAGUE[unit] ?? letter}`;
  const total = count * factor;
  const half = HALVES[unit];
  if (half && total % 1 === 0.5 && factor === 1) {
    const whole = Math.floor(total);
    const tail = `${half[1]}${half[0].replace('T', '')}`;
    return `${prefix}${whole > 0 ? `${whole}${letter}` : ''}${half[0].startsWith('T') ? `T${tail}` : tail}`;
  }
  return `${prefix}${total}${letter}`;
}
