/** Days, months and years as periods. */
import { ReadoutError } from '../errors.ts';

export type Period = 'day' | 'month' | 'year';

const LENGTH = { day: 10, month: 7, year: 4 } as const;

/** The period of an ISO date, or nothing when the date is less precise than the period. */
export function periodOf(date: string, by: Period): string | undefined {
  return date.length >= LENGTH[by] ? date.slice(0, LENGTH[by]) : undefined;
}

/** Days of more than a century: nobody reads or draws as many rows, and making them keeps others waiting. */
const MOST = 50_000;

/** All periods from the first to the last, both included. Throws `usage/bad-value` for more than 50,000. */
export function periodsBetween(first: string, last: string, by: Period): readonly string[] {
  const periods: string[] = [];
  for (let at = first; at <= last; at = next(at, by)) {
    if (periods.length === MOST)
      throw new ReadoutError(
        'usage/bad-value',
        `From ${first} to ${last} there are more than ${MOST} ${by}s. Ask for less time, or for longer periods.`,
        {
          at: 'since',
        },
      );
    periods.push(at);
  }
  return periods;
}

/** What is behind all ISO dates: they have years of four digits. */
const END = '~';

function next(period: string, by: Period): string {
  if (period.startsWith('9999') && (by === 'year' || period.endsWith('-12') || period.endsWith('-12-31'))) return END;
  if (by === 'year') return String(Number(period) + 1).padStart(4, '0');
  const date = new Date(by === 'month' ? `${period}-01T00:00:00Z` : `${period}T00:00:00Z`);
  if (by === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, LENGTH[by]);
}

/** A bound in periods: `2024` as the first month is 2024-01, as the last 2024-12. */
export function wholePeriod(date: string, by: Period, which: 'first' | 'last'): string {
  const exact = periodOf(date, by);
  if (exact !== undefined) return exact;
  const month = date.length >= 7 ? date.slice(0, 7) : `${date}-${which === 'first' ? '01' : '12'}`;
  if (by === 'month') return month;
  const [y = 0, m = 1] = month.split('-').map(Number);
  return which === 'first' ? `${month}-01` : new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
}
