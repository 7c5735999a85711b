/** Dyad panels: every pair of states in every period, with zeros, for other programs (as peacesciencer makes them in R). */
import type { DayCount, DyadCount } from '../7-store/index.ts';
import { addUnder } from '../add-under.ts';
import { isMember, type StateCodes } from './codes.ts';
import { periodOf, periodsBetween, wholePeriod } from './periods.ts';

export interface PanelRow {
  readonly period: string;
  readonly a: string;
  readonly b: string;
  readonly events: number;
  readonly mentions: number;
  readonly byQuad: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number };
  readonly goldsteinSum: number;
  readonly goldsteinMean?: number;
  readonly reports: number;
}

export interface PanelOptions {
  readonly by: 'month' | 'year';
  /** A row for each direction; what both do alike counts in each. Default false: one row with `a` before `b` in the alphabet. */
  readonly directed?: boolean;
  /** Only pairs of these; default: all members of the system in the period. */
  readonly among?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/** The rows in the order of periods, then states. Nothing where no report has a day and no bounds are given. */
export function* panelRows(
  counts: readonly DyadCount[],
  days: readonly DayCount[],
  codes: ReadonlyMap<string, StateCodes>,
  options: PanelOptions,
): Generator<PanelRow> {
  const { by, directed = false } = options;
  const reports = new Map<string, number>();
  for (const { day, reports: n } of days) {
    const period = periodOf(day, by);
    if (period !== undefined) reports.set(period, (reports.get(period) ?? 0) + n);
  }
  const byDyad = new Map<string, DyadCount[]>();
  for (const count of counts) {
    const key = `${count.period} ${count.a} ${count.b}`;
    addUnder(byDyad, key, count);
  }
  const seen = [...reports.keys(), ...counts.map((c) => c.period)].sort();
  const first = options.since === undefined ? seen[0] : wholePeriod(options.since, by, 'first');
  const last = options.until === undefined ? seen.at(-1) : wholePeriod(options.until, by, 'last');
  if (first === undefined || last === undefined) return;
  for (const period of periodsBetween(first, last, by)) {
    const states = (options.among ?? [...codes.values()].filter((s) => isMember(s, period)).map((s) => s.id)).toSorted();
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) {
        const here = byDyad.get(`${period} ${a} ${b}`) ?? [];
        const head = { period, reports: reports.get(period) ?? 0 };
        if (!directed) yield rowOf(here, { ...head, a, b });
        else {
          yield rowOf(
            here.filter((c) => c.way !== 'back'),
            { ...head, a, b },
          );
          yield rowOf(
            here.filter((c) => c.way !== 'forth'),
            { ...head, a: b, b: a },
          );
        }
      }
  }
}

function rowOf(counts: readonly DyadCount[], { period, a, b, reports }: Pick<PanelRow, 'period' | 'a' | 'b' | 'reports'>): PanelRow {
  const byQuad = { 1: 0, 2: 0, 3: 0, 4: 0 };
  let [events, mentions, sum] = [0, 0, 0];
  for (const count of counts) {
    byQuad[count.quad] += count.events;
    events += count.events;
    mentions += count.mentions;
    sum += count.goldstein;
  }
  return {
    period,
    a,
    b,
    events,
    mentions,
    byQuad,
    goldsteinSum: round(sum),
    ...(events === 0 ? {} : { goldsteinMean: round(sum / events) }),
    reports,
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
