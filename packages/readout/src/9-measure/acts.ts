/** The acts that are measured: events in the default view, dated, with the states of both sides. */
import type { Event, Party, Record } from '../model/index.ts';

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
}

/** The acts of records in order. Asserted, current and not denied, unless all are asked for. */
export function actsOf(records: readonly Record[], { all = false }: MeasureOptions = {}): readonly Act[] {
  return records.flatMap((record) => {
    const stateOf = new Map(
      record.entities.flatMap((e) =>
        e.kind === 'state' ? [[e.id, e.id] as const] : e.state === undefined ? [] : [[e.id, e.state] as const],
      ),
    );
    const side = (parties: readonly Party[]): ReadonlySet<string> =>
      new Set(parties.flatMap((p) => [p.entity, p.state ?? stateOf.get(p.entity)]).filter((x): x is string => x !== undefined));
    return record.events
      .filter((e) => all || (e.modality === 'asserted' && e.status === 'current' && e.polarity === 'positive'))
      .map((event): Act => {
        const isMutual = event.recipient.length === 0 && event.actor.length > 1;
        const from = side(event.actor);
        const day = event.date?.start ?? event.date?.end;
        return {
          ref: { article: record.article.id, id: event.id },
          event,
          ...(day === undefined ? {} : { day: cut(day, event.date?.precision) }),
          from,
          to: isMutual ? from : side(event.recipient),
          isMutual,
        };
      });
  });
}

/** Whether one act is between two entities, and which way. A state acts through all who act for it. */
export function between(act: Act, a: string, b: string): 'a-to-b' | 'b-to-a' | 'both' | undefined {
  if (a === b) return undefined;
  if (act.isMutual) return hasSeparate(act.event.actor.length, act.from, a, b) ? 'both' : undefined;
  const forth = act.from.has(a) && act.to.has(b);
  const back = act.from.has(b) && act.to.has(a);
  return forth && back ? 'both' : forth ? 'a-to-b' : back ? 'b-to-a' : undefined;
}

/** Reports of one act on one day are one act: same type, same sides, same day. */
export function actKey({ event, day, from, to }: Act): string {
  return [event.event, event.modality, event.polarity, day ?? '', [...from].sort().join(' '), [...to].sort().join(' ')].join('|');
}

function hasSeparate(parties: number, side: ReadonlySet<string>, a: string, b: string): boolean {
  return parties > 1 && side.has(a) && side.has(b);
}

/** A date to its precision: the first of January of a year that is all that is known is no day. */
function cut(day: string, precision: string | undefined): string {
  return precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day.slice(0, 10);
}
