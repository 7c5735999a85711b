/** Cases of event rules and of cases/5-events: what a text must yield, and whether a reading of it does. */
import type { Event } from '../../src/model/index.ts';
import type { Whole } from '../engine.ts';

export interface EventCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly event?: string;
  readonly cameo?: string;
  readonly mode?: string;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly modality?: string;
  readonly polarity?: string;
  readonly status?: string;
  /** The first day of the act. */
  readonly day?: string;
  /** No event of this type (of no type, where none is named). */
  readonly none?: boolean;
  readonly todo?: boolean | string;
}

/** Why a reading does not fulfil a case; undefined when it does. */
export function failure(c: EventCase, whole: Whole): string | undefined {
  const events = c.event ? whole.events.filter((e) => e.event === c.event) : whole.events;
  const shown =
    whole.events
      .map(
        (e) =>
          `${e.event}/${e.cameo} ${names(e.actor)} → ${names(e.recipient)} ${e.modality} ${e.polarity} ${e.date?.start ?? 'undated'} (${e.rule}${e.governor ? `, ${e.governor}` : ''})`,
      )
      .join('; ') || 'no event';
  if (c.none) return events.length === 0 ? undefined : `expected none, got: ${shown}`;
  const hit = events.find(
    (e) =>
      covers(whole, e.actor, c.actor) &&
      covers(whole, e.recipient, c.recipient) &&
      (!c.modality || e.modality === c.modality) &&
      (!c.polarity || e.polarity === c.polarity) &&
      (!c.status || e.status === c.status) &&
      (!c.day || e.date?.start === c.day) &&
      (!c.cameo || e.cameo === c.cameo) &&
      (!c.mode || e.mode === c.mode),
  );
  return hit
    ? undefined
    : `expected ${c.event ?? 'event'} ${c.actor?.join('+') ?? '*'} → ${c.recipient?.join('+') ?? '*'}${c.modality ? ` ${c.modality}` : ''}${c.cameo ? ` ${c.cameo}` : ''}, got: ${shown}`;
}

const names = (parties: Event['actor']): string => parties.map((p) => p.entity).join('+') || '-';

/** Each expected party is there, as entity, state, sector phrase or words; and no party that is not expected. */
function covers(whole: Whole, parties: Event['actor'], expected: readonly string[] | undefined): boolean {
  if (!expected) return true;
  const matches = (p: Event['actor'][number], x: string): boolean => {
    const words = whole.doc.mentions.find((m) => m.id === p.mention);
    const said = words ? whole.doc.article.text.slice(words.span.start, words.span.end).toLowerCase() : '';
    return (
      p.entity === x ||
      p.state === x ||
      said.includes(x.toLowerCase()) ||
      whole.doc.entities.get(p.entity)?.name.toLowerCase() === x.toLowerCase()
    );
  };
  return expected.every((x) => parties.some((p) => matches(p, x))) && parties.every((p) => expected.some((x) => matches(p, x)));
}
