/** Dyad series: what two parties did to each other, period by period, with zeros where nothing was reported. */
import type { DayCount, Telling } from '../7-store/index.ts';
import { addUnder } from '../add-under.ts';
import type { EventType, Record } from '../model/index.ts';
import { daysOf, type MeasureOptions, type Ref, tellingsOf } from './acts.ts';
import { type Period, periodOf, periodsBetween, wholePeriod } from './periods.ts';

export interface SeriesOptions {
  /** Default: month. */
  readonly by?: Period;
  /** One row for each direction instead of one for both; default false. What both do alike counts in each. */
  readonly directed?: boolean;
  /** First and last day, month or year; default: of the first and last report or act. */
  readonly since?: string;
  readonly until?: string;
}

export interface SeriesCounts {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  /** Different acts: those of one type, day and sides are one, however many reports tell it. */
  readonly events: number;
  /** Tellings of them. */
  readonly mentions: number;
  readonly byQuad: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number };
  readonly byType: { readonly [type in EventType]?: number };
  readonly goldsteinSum: number;
  /** Absent where there is no event: no mean is not a mean of nought. */
  readonly goldsteinMean?: number;
  /** Reports published in the period on anything at all: the denominator. */
  readonly reports: number;
}

export interface SeriesRow extends SeriesCounts {
  /** The tellings counted. */
  readonly refs: readonly Ref[];
}

/** A row with the tellings it counts. */
export interface Counted<T extends Telling = Telling> extends SeriesCounts {
  readonly tellings: readonly T[];
}

/** The series of two entities (`KOR`, `CHN`; a state's includes those who act for it). Empty when no report has a date. */
export function dyadSeries(
  records: readonly Record[],
  pair: readonly [string, string],
  options: SeriesOptions & MeasureOptions = {},
): readonly SeriesRow[] {
  return seriesOf(tellingsOf(records, pair, options), daysOf(records), pair, options).map(({ tellings, ...row }) => ({
    ...row,
    refs: tellings.map((t) => t.ref),
  }));
}

/** The same from tellings and the days of reports, as a store gives them. */
export function seriesOf<T extends Telling>(
  tellings: readonly T[],
  days: readonly DayCount[],
  [a, b]: readonly [string, string],
  options: SeriesOptions = {},
): readonly Counted<T>[] {
  const { by = 'month', directed = false } = options;
  const reports = new Map<string, number>();
  for (const { day, reports: n } of days) {
    const period = periodOf(day, by);
    if (period !== undefined) reports.set(period, (reports.get(period) ?? 0) + n);
  }
  const byPeriod = new Map<string, T[]>();
  for (const telling of tellings) {
    const period = telling.day === undefined ? undefined : periodOf(telling.day, by);
    if (period === undefined) continue;
    addUnder(byPeriod, period, telling);
  }
  const all = [...reports.keys(), ...byPeriod.keys()].sort();
  const first = options.since === undefined ? all[0] : wholePeriod(options.since, by, 'first');
  const last = options.until === undefined ? all.at(-1) : wholePeriod(options.until, by, 'last');
  if (first === undefined || last === undefined) return [];
  return periodsBetween(first, last, by).flatMap((period) => {
    const here = byPeriod.get(period) ?? [];
    const head = { period, directed, reports: reports.get(period) ?? 0 };
    if (!directed) return [rowOf(here, { ...head, from: a, to: b })];
    const forth = here.filter((t) => t.way !== 'back');
    const back = here.filter((t) => t.way !== 'forth');
    return [rowOf(forth, { ...head, from: a, to: b }), rowOf(back, { ...head, from: b, to: a })];
  });
}

function rowOf<T extends Telling>(
  tellings: readonly T[],
  head: Pick<SeriesCounts, 'period' | 'from' | 'to' | 'directed' | 'reports'>,
): Counted<T> {
  const { period, from, to, directed, reports } = head;
  const different = [...new Map(tellings.map((t) => [t.act, t])).values()];
  const byQuad = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const byType: { [type in EventType]?: number } = {};
  let sum = 0;
  for (const { type, quad, goldstein } of different) {
    byQuad[quad]++;
    byType[type] = (byType[type] ?? 0) + 1;
    sum += goldstein;
  }
  return {
    period,
    from,
    to,
    directed,
    events: different.length,
    mentions: tellings.length,
    byQuad,
    byType,
    goldsteinSum: round(sum),
    ...(different.length === 0 ? {} : { goldsteinMean: round(sum / different.length) }),
    reports,
    tellings,
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
