import type { Party } from '../../model/event.ts';
import type { Record } from '../../model/record.ts';
import type { DateRange } from '../../model/time.ts';
import { dayText } from '../format/columns.ts';

/** How sentences call the entities of one record. */
export interface Naming {
  name(entity: string): string;
  /** With the state and sector that this party acts for. */
  party(party: Party): string;
}

/** How a record's entities and parties are called in sentences: by name, with state and sector; an id where it has no name. */
export function namingOf(record: Record): Naming {
  const byId = new Map(record.entities.map((e) => [e.id, e]));
  const name = (id: string): string => byId.get(id)?.name ?? id;
  return {
    name,
    party: (p) => {
      const more = [p.state !== undefined && p.state !== p.entity ? name(p.state) : undefined, p.sector].filter(
        (part) => part !== undefined,
      );
      return name(p.entity) + (more.length > 0 ? ` (${more.join(', ')})` : '');
    },
  };
}

/** A day and how it is known: `2024-11-15, resolved from “Friday”`. */
export function dayKnown(record: Record, date: DateRange): string {
  const time = record.times.find((t) => t.id === date.time);
  const words = time ? `“${record.article.text.slice(time.span.start, time.span.end)}”` : undefined;
  const day = dayText(date) ?? 'an unknown day';
  if (date.basis === 'known') return words ? `${day}, as ${words} says` : `${day}, as the text says`;
  const published = record.article.published?.value;
  if (words) return `${day}, resolved from ${words}${published === undefined ? '' : ` and the day of publication (${published})`}`;
  return day === published ? `${day}, the day of publication: its sentence gives none` : `${day}, resolved by Readout`;
}
