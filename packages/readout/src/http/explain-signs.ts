/** What makes the confidence of an event, from the table of signs. */
import type { Knowledge } from '../knowledge.ts';
import type { Event } from '../model/index.ts';

/** One sign that an event has: what it is, what it adds (log-odds), and how many judged events with it were right and wrong. */
export interface SignWords {
  readonly sign: string;
  readonly meaning: string;
  readonly weight: number;
  readonly right: number;
  readonly wrong: number;
}

/** The signs of an event as the table says them, those that speak most first; what the installed knowledge does not have is left out. */
export function explainSigns(event: Pick<Event, 'signs'>, knowledge: Knowledge): readonly SignWords[] {
  const rows = new Map(knowledge.lexicon('event-signs').map((row) => [row.sign ?? '', row]));
  const found = (event.signs ?? []).flatMap((sign) => {
    const row = rows.get(sign);
    if (!row) return [];
    return [{ sign, meaning: row.note ?? '', weight: Number(row.weight), right: Number(row.right), wrong: Number(row.wrong) }];
  });
  return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.sign < b.sign ? -1 : 1));
}
