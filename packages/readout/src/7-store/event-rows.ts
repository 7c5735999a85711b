import { actKey, betweenOf, dayOf, isMutual, isShown } from './acts.ts';
import { keptRow, type RowSource } from './row-source.ts';
import type { ChildRows } from './tables.ts';

/** The events of a record. */
export function eventRows(from: RowSource): readonly ChildRows['events'][] {
  return from.record.events.map((e, seq) => ({
    ...keptRow(from, 'event', e, seq),
    event: e.event,
    mode: e.mode ?? null,
    cameo: e.cameo,
    quad: e.quad,
    goldstein: e.goldstein,
    modality: e.modality,
    polarity: e.polarity,
    status: e.status,
    day: e.date?.start ?? e.date?.end ?? null,
    day_end: e.date?.end ?? e.date?.start ?? null,
    location: e.location?.entity ?? null,
    claim: e.claim ?? null,
    rule: e.rule,
    confidence: e.confidence ?? null,
  }));
}

/** Who takes part in the events; those of a mutual one stand twice, as actors and as each other's partners. */
export function eventPartyRows({ record, idOf, stateOf }: RowSource): readonly ChildRows['event_parties'][] {
  return record.events.flatMap((e) => {
    const event = idOf('event', e.id);
    const day = e.date?.start ?? e.date?.end ?? null;
    const rows = (parties: typeof e.actor, role: ChildRows['event_parties']['role'], first = 0): ChildRows['event_parties'][] =>
      parties.map((p, i) => ({
        event,
        role,
        party: first + i,
        entity: p.entity,
        state: p.state ?? stateOf(p.entity),
        sector: p.sector ?? null,
        day,
      }));
    return [...rows(e.actor, 'actor'), ...rows(e.recipient, 'recipient', e.actor.length), ...(isMutual(e) ? rows(e.actor, 'with') : [])];
  });
}

const WAYS = { forth: 1, back: 2, both: 3 } as const;

/** What two did to each other, pair by pair. */
export function actRows({ record, stateOf }: RowSource): readonly ChildRows['acts'][] {
  return record.events.flatMap((event, seq) => {
    const between = betweenOf(event, stateOf);
    if (between.length === 0) return [];
    const act = actKey(event, stateOf);
    return between.map(({ a, b, way, own, states }) => ({
      seq,
      a,
      b,
      way: WAYS[way],
      own: Number(own),
      states: Number(states),
      shown: Number(isShown(event)),
      day: dayOf(event) ?? '',
      event: event.event,
      quad: event.quad,
      goldstein: event.goldstein,
      act,
    }));
  });
}
