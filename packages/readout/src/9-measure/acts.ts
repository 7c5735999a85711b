/** The acts that are measured: events in the default view, dated, with the states of both sides. */

import { byCode } from '../7-store/by-code.ts';
import {
  actKey,
  type Between,
  betweenOf,
  type DayCount,
  dayOf,
  isMutual,
  isShown,
  sideOf,
  statesIn,
  type Telling,
} from '../7-store/index.ts';
import type { Event, Record } from '../model/index.ts';

export interface MeasureOptions {
  /** Also what did not happen, what is only intended or possible, and history that reports recall; default false. */
  readonly all?: boolean;
}

/** Where a counted thing stands: an article's id and the id within its record. */
export interface Ref {
  readonly article: string;
  readonly id: string;
}

export interface Act {
  readonly ref: Ref;
  readonly event: Event;
  /** ISO day, month or year; absent when the text gives none and none could be resolved. */
  readonly day?: string;
  /** Entities of each side with the states they are or act for. Who takes part alike is on both sides. */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly isMutual: boolean;
  /** The pairs that it is between. A state acts through all who act for it. */
  readonly between: readonly Between[];
  /** Reports of one act on one day are one act: same type, same sides, same day. */
  readonly key: string;
}

/** The acts of records in order. Asserted, current and not denied, unless all are asked for. */
export function actsOf(records: readonly Record[], { all = false }: MeasureOptions = {}): readonly Act[] {
  return records.flatMap((record) => {
    const stateOf = statesIn(record);
    return record.events.flatMap((event) =>
      all || isShown(event) ? [actOf(event, { article: record.article.id, id: event.id }, stateOf)] : [],
    );
  });
}

/** One event as an act. */
export function actOf(event: Event, ref: Ref, stateOf: (entity: string) => string | null): Act {
  const day = dayOf(event);
  const from = new Set(sideOf(event.actor, stateOf));
  return {
    ref,
    event,
    ...(day === undefined ? {} : { day }),
    from,
    to: isMutual(event) ? from : new Set(sideOf(event.recipient, stateOf)),
    isMutual: isMutual(event),
    between: betweenOf(event, stateOf),
    key: actKey(event, stateOf),
  };
}

/** A telling with where it stands. */
export interface PlacedTelling extends Telling {
  readonly ref: Ref;
}

/** The tellings of acts between two ids, as a store gives them: by day, then article. */
export function tellingsOf(
  records: readonly Record[],
  [x, y]: readonly [string, string],
  options: MeasureOptions = {},
): readonly PlacedTelling[] {
  if (x === y) return [];
  const [a, b] = x < y ? [x, y] : [y, x];
  return actsOf(records, options)
    .flatMap(({ ref, event, day, between, key }): readonly PlacedTelling[] => {
      const found = between.find((p) => p.a === a && p.b === b);
      if (!found) return [];
      const way = found.way === 'both' || a === x ? found.way : found.way === 'forth' ? 'back' : 'forth';
      const { event: type, quad, goldstein } = event;
      return [{ ref, ...(day === undefined ? {} : { day }), type, quad, goldstein, way, act: key }];
    })
    .sort((s, t) => byCode(s.day ?? '', t.day ?? '') || byCode(s.ref.article, t.ref.article));
}

/** How many reports each day of publication has. */
export function daysOf(records: readonly Record[]): readonly DayCount[] {
  const counts = new Map<string, number>();
  for (const { article } of records) {
    const day = article.published?.value ?? '';
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, reports]) => ({ day, reports })).sort((x, y) => byCode(x.day, y.day));
}
