/** Dyad series: what two parties did to each other, period by period, with zeros where nothing was reported. */
import type { EventType, Record } from '../model/index.ts';
import { type Act, actKey, actsOf, between, type MeasureOptions, type Ref } from './acts.ts';
import { type Period, periodOf, periodsBetween } from './periods.ts';

export interface SeriesOptions extends MeasureOptions {
  /** Default: month. */
  readonly by?: Period;
  /** One row for each direction instead of one for both; default false. What both do alike counts in each. */
  readonly directed?: boolean;
  /** First and last day, month or year; default: of the first and last report or act. */
  readonly since?: string;
  readonly until?: string;
}

export interface SeriesRow {
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
  /** The tellings counted. */
  readonly refs: readonly Ref[];
}

/** The series of two entities (`KOR`, `CHN`; a state's includes those who act for it). Empty when no report has a date. */
export function dyadSeries(
  records: readonly Record[],
  [a, b]: readonly [string, string],
  options: SeriesOptions = {},
): readonly SeriesRow[] {
  const by = options.by ?? 'month';
  const acts = actsOf(records, options);
  const reports = new Map<string, number>();
  const seen: string[] = [];
  for (const { article } of records) {
    const period = article.published && periodOf(article.published.value, by);
    if (period === undefined) continue;
    reports.set(period, (reports.get(period) ?? 0) + 1);
    seen.push(period);
  }
  const dated = acts.flatMap((act) => {
    const period = act.day === undefined ? undefined : periodOf(act.day, by);
    const direction = period === undefined ? undefined : between(act, a, b);
    return period === undefined || direction === undefined ? [] : [{ act, period, direction }];
  });
  const all = [...seen, ...dated.map((d) => d.period)].sort();
  const first = options.since === undefined ? all[0] : whole(options.since, by, 'first');
  const last = options.until === undefined ? all.at(-1) : whole(options.until, by, 'last');
  if (first === undefined || last === undefined) return [];
  const rows: SeriesRow[] = [];
  for (const period of periodsBetween(first, last, by)) {
    const here = dated.filter((d) => d.period === period);
    const row = (from: string, to: string, chosen: typeof here): SeriesRow =>
      rowOf(
        chosen.map((d) => d.act),
        { period, from, to, directed: options.directed ?? false, reports: reports.get(period) ?? 0 },
      );
    if (options.directed) {
      rows.push(
        row(
          a,
          b,
          here.filter((d) => d.direction !== 'b-to-a'),
        ),
      );
      rows.push(
        row(
          b,
          a,
          here.filter((d) => d.direction !== 'a-to-b'),
        ),
      );
    } else rows.push(row(a, b, here));
  }
  return rows;
}

function rowOf(acts: readonly Act[], head: Pick<SeriesRow, 'period' | 'from' | 'to' | 'directed' | 'reports'>): SeriesRow {
  const different = [...new Map(acts.map((act) => [actKey(act), act])).values()];
  const byQuad = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const byType: { [type in EventType]?: number } = {};
  let sum = 0;
  for (const { event } of different) {
    byQuad[event.quad]++;
    byType[event.event] = (byType[event.event] ?? 0) + 1;
    sum += event.goldstein;
  }
  return {
    ...head,
    events: different.length,
    mentions: acts.length,
    byQuad,
    byType,
    goldsteinSum: round(sum),
    ...(different.length === 0 ? {} : { goldsteinMean: round(sum / different.length) }),
    refs: acts.map((act) => act.ref),
  };
}

/** A bound in the series' periods: `2024` as the first month is 2024-01, as the last 2024-12. */
function whole(date: string, by: Period, which: 'first' | 'last'): string {
  const exact = periodOf(date, by);
  if (exact !== undefined) return exact;
  const month = date.length >= 7 ? date.slice(0, 7) : `${date}-${which === 'first' ? '01' : '12'}`;
  if (by === 'month') return month;
  const [y = 0, m = 1] = month.split('-').map(Number);
  return which === 'first' ? `${month}-01` : new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
