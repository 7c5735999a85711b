/** Which pairs an event is between, and when tellings are of one act: what the store keeps a row of and stage 9 counts. */
import { createHash } from 'node:crypto';
import type { Event, EventType, Party } from '../model/index.ts';
import { byCode } from './by-code.ts';

/** From the first of a pair to the second, back, or both ways: all that take part alike act on each other. */
export type Way = 'forth' | 'back' | 'both';

/** One event as an act between two ids: parties themselves, or the states they are or act for. `a` is not after `b` in the alphabet. */
export interface Between {
  readonly a: string;
  readonly b: string;
  readonly way: Way;
  /** Whether both ids are parties themselves. */
  readonly own: boolean;
  /** Whether both ids are states. */
  readonly states: boolean;
}

/** One telling of an act between two parties. */
export interface Telling {
  /** ISO day, month or year, as precise as known; absent when unknown. */
  readonly day?: string;
  readonly type: EventType;
  readonly quad: 1 | 2 | 3 | 4;
  readonly goldstein: number;
  readonly way: Way;
  /** Tellings with the same value are of one act: type, sides and day are the same. */
  readonly act: string;
}

/**
 * The least confidence in the default view. Of events in articles that nobody had read some two in five below it were wrong, one in ten above it
 * (bench/results/events.md); those of older records have none and are shown.
 */
export const SURE = 0.65;

/** Whether an event is in the default view: asserted, current, not denied and not doubtful. */
export function isShown(event: Pick<Event, 'modality' | 'status' | 'polarity' | 'confidence'>): boolean {
  return event.modality === 'asserted' && event.status === 'current' && event.polarity === 'positive' && (event.confidence ?? SURE) >= SURE;
}

/** Acts that several actors without recipient do to each other: they meet, agree, work together or fight. Whoever accuses or asks together does not accuse the others. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>(['CONSULT', 'AGREE', 'COOPERATE', 'ASSAULT']);

/** Whether all parties take part alike. */
export function isMutual(event: Pick<Event, 'event' | 'actor' | 'recipient'>): boolean {
  return event.recipient.length === 0 && event.actor.length > 1 && MUTUAL.has(event.event);
}

/** The event's day to its precision: the first of January of a year that is all that is known is no day. */
export function dayOf({ date }: Pick<Event, 'date'>): string | undefined {
  const day = date?.start ?? date?.end;
  return day?.slice(0, date?.precision === 'year' ? 4 : date?.precision === 'month' ? 7 : 10);
}

/** Every pair that an event is between, each once; what two parties of one id do is between an id and itself. In the order of the alphabet. */
export function betweenOf(
  event: Pick<Event, 'event' | 'actor' | 'recipient'>,
  stateOf: (entity: string) => string | null,
): readonly Between[] {
  const mutual = isMutual(event);
  const found = new Map<string, { a: string; b: string; forth: boolean; back: boolean; own: boolean; states: boolean }>();
  const add = (from: Id, to: Id): void => {
    const turned = from.id > to.id;
    const [a, b] = turned ? [to.id, from.id] : [from.id, to.id];
    const known = found.get(`${a}|${b}`) ?? { a, b, forth: false, back: false, own: false, states: false };
    if (mutual || from.id === to.id) known.forth = known.back = true;
    else if (turned) known.back = true;
    else known.forth = true;
    known.own ||= from.own && to.own;
    known.states ||= from.isState && to.isState;
    found.set(`${a}|${b}`, known);
  };
  for (const [i, actor] of event.actor.entries())
    for (const [j, other] of (mutual ? event.actor : event.recipient).entries())
      if (!mutual || j > i) for (const from of idsOf(actor, stateOf)) for (const to of idsOf(other, stateOf)) add(from, to);
  return [...found.values()]
    .sort((x, y) => byCode(x.a, y.a) || byCode(x.b, y.b))
    .map(({ a, b, forth, back, own, states }) => ({ a, b, way: forth && back ? 'both' : forth ? 'forth' : 'back', own, states }));
}

interface Id {
  readonly id: string;
  readonly own: boolean;
  readonly isState: boolean;
}

function idsOf(party: Party, stateOf: (entity: string) => string | null): readonly Id[] {
  const state = party.state ?? stateOf(party.entity) ?? undefined;
  const own = { id: party.entity, own: true, isState: state === party.entity };
  return state === undefined || state === party.entity ? [own] : [own, { id: state, own: false, isState: true }];
}

/** The ids of one side and the states they are or act for, sorted. */
export function sideOf(parties: readonly Party[], stateOf: (entity: string) => string | null): readonly string[] {
  return [...new Set(parties.flatMap((p) => idsOf(p, stateOf).map((i) => i.id)))].sort();
}

/** The same for tellings of one act: type, modality, polarity, day and sides are the same. 16 hex digits. */
export function actKey(event: Event, stateOf: (entity: string) => string | null): string {
  const from = sideOf(event.actor, stateOf);
  const to = isMutual(event) ? from : sideOf(event.recipient, stateOf);
  const basis = [event.event, event.modality, event.polarity, dayOf(event) ?? '', from.join(' '), to.join(' ')].join('|');
  return createHash('sha256').update(basis, 'utf8').digest('hex').slice(0, 16);
}
