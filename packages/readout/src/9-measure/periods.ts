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
