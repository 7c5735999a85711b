/** The timeline of an entity: what it did and what was done to it, day by day. */
import type { Event, Record } from '../model/index.ts';
import { type Act, actsOf, type MeasureOptions, type Ref } from './acts.ts';

export interface TimelineEntry {
  readonly day: string;
  readonly event: Event['event'];
  /** Whether the entity acts, is acted on, or takes part with others alike. */
  readonly part: 'actor' | 'recipient' | 'together';
  /** The other parties. */
  readonly others: readonly string[];
  readonly reports: number;
  readonly refs: readonly Ref[];
}

/** Entries in the order of days; an act that several reports tell is one. Acts without a date are left out. */
export function timelineOf(records: readonly Record[], entity: string, options: MeasureOptions = {}): readonly TimelineEntry[] {
  return timelineFrom(actsOf(records, options), entity);
}

/** The same from acts, as they come. */
export function timelineFrom(acts: readonly Act[], entity: string): readonly TimelineEntry[] {
  const byAct = new Map<string, { entry: Omit<TimelineEntry, 'reports' | 'refs'>; refs: Ref[] }>();
  for (const act of acts) {
    const { day, from, to, isMutual, key } = act;
    if (day === undefined || !(from.has(entity) || to.has(entity))) continue;
    const known = byAct.get(key);
    if (known) known.refs.push(act.ref);
    else {
      const parties = [...act.event.actor, ...act.event.recipient];
      const others = [...new Set(parties.filter((p) => p.entity !== entity && p.state !== entity).map((p) => p.entity))];
      const part = isMutual ? 'together' : from.has(entity) ? 'actor' : 'recipient';
      byAct.set(key, { entry: { day, event: act.event.event, part, others }, refs: [act.ref] });
    }
  }
  return [...byAct]
    .map(([key, { entry, refs }]) => ({ key, entry: { ...entry, reports: new Set(refs.map((r) => r.article)).size, refs } }))
    .sort((a, b) => (a.entry.day < b.entry.day ? -1 : a.entry.day > b.entry.day ? 1 : a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}
