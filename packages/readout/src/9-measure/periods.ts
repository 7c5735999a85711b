/** Days, months and years as periods. */

export type Period = 'day' | 'month' | 'year';

const LENGTH = { day: 10, month: 7, year: 4 } as const;

/** The period of an ISO date, or nothing when the date is less precise than the period. */
export function periodOf(date: string, by: Period): string | undefined {
  return date.length >= LENGTH[by] ? date.slice(0, LENGTH[by]) : undefined;
}

/** All periods from the first to the last, both included. */
export function periodsBetween(first: string, last: string, by: Period): readonly string[] {
  const periods: string[] = [];
  for (let at = first; at <= last; at = next(at, by)) periods.push(at);
  return periods;
}

function next(period: string, by: Period): string {
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
