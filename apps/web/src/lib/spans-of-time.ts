/** Intervals of time on a line: days as numbers, ends that are open, ticks at round years. */

export interface Interval {
  readonly label: string;
  /** ISO day, month or year; absent when it is not known. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** A thin bar: it no longer holds, or was only reported. */
  readonly isPast?: boolean;
  /** Reports say it, at their days. */
  readonly isTold?: boolean;
  /** What made it. */
  readonly href?: string | undefined;
  readonly note?: string | undefined;
}
export interface Lane {
  readonly name: string;
  readonly href?: string | undefined;
  readonly intervals: readonly Interval[];
}

/** Years with a fraction: 2024-07 → 2024.5. Undefined for what is no date. */
export function yearOf(value: string | undefined): number | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value ?? '');
  if (!found) return undefined;
  return Number(found[1]) + (Number(found[2] ?? 1) - 1) / 12 + (Number(found[3] ?? 1) - 1) / 365;
}

/** From where to where a strip goes: over all that is known, with no more than `most` years before the last. */
export function reachOf(lanes: readonly Lane[], most = 80): readonly [from: number, to: number] {
  const starts = lanes.flatMap((l) => l.intervals.flatMap((i) => yearOf(i.start) ?? []));
  const ends = lanes.flatMap((l) => l.intervals.flatMap((i) => yearOf(i.end) ?? yearOf(i.start) ?? []));
  const to = Math.ceil(Math.max(...ends, ...starts, 1) + 0.5);
  const from = Math.floor(Math.min(...starts, to - 1));
  return Number.isFinite(from) && Number.isFinite(to) ? [Math.max(from, to - most), to] : [0, 1];
}

/** Round years between two, at most about ten. */
export function ticksOf(from: number, to: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => (to - from) / s <= 10) ?? 100;
  const ticks: number[] = [];
  for (let y = Math.ceil(from / step) * step; y <= to; y += step) ticks.push(y);
  return ticks;
}
