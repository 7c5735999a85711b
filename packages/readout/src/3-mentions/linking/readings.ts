/** Which of the things that a name may mean count in a text. */
import type { Desk } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from '../names/name-hit.ts';
import { isStranger } from '../names/short-names.ts';
import type { MetPersons, NamedInFull } from './met-persons.ts';

/** What the text around a name says. */
export interface Around {
  /** How often each state is named outright. */
  readonly named: ReadonlyMap<string, number>;
  /** The states that the text speaks of by any name of theirs. */
  readonly spoken: ReadonlySet<string>;
  /** Whether its sentence reports sport. */
  readonly sport: boolean;
  readonly met: MetPersons;
  readonly inFull: NamedInFull;
  /** The entities named by more words than one. */
  readonly wholeNames: ReadonlySet<string>;
  /** The schools named by a place and a word for a school, by the place. */
  readonly schools: ReadonlyMap<string, Reading>;
  /** Whether the text speaks of a state by no other word. */
  isOnlyWord(state: string, word: string): boolean;
}

/** How often each state is named outright, over the whole text: the context that relative names and shared names need. */
export function statesNamed(hits: readonly (readonly NameHit[])[], day: string | undefined): Map<string, number> {
  const named = new Map<string, number>();
  for (const sentence of hits) {
    for (const h of sentence) {
      const only = soleState(h.readings, day);
      if (only) named.set(only, (named.get(only) ?? 0) + 1);
    }
  }
  return named;
}

/** The one state that all readings with no condition speak of on a day, towns and regions left out. */
function soleState(readings: readonly Reading[], day: string | undefined): string | undefined {
  let only: string | undefined;
  let isFirst = true;
  for (const r of readings) {
    if (r.context.length > 0 || r.kind === 'city' || r.kind === 'region' || r.actsFor !== undefined) continue;
    // Letters of a firm that is no more are somebody else's.
    if (r.end && r.entityKind !== 'state' && day !== undefined && day.slice(0, r.end.length) > r.end) continue;
    if (!isFirst && r.state !== only) return undefined;
    only = r.state;
    isFirst = false;
  }
  return only;
}

const NONE: readonly Reading[] = [];

/** The readings of which something holds; the same list where it holds of all, as it mostly does. */
export function readingsWith(readings: readonly Reading[], holds: (r: Reading) => boolean): readonly Reading[] {
  if (readings.every(holds)) return readings;
  return readings.length === 1 ? NONE : readings.filter(holds);
}

/** Whether a reading counts in this text, on its day. */
export function counts(desk: Desk, hit: NameHit, r: Reading, { named, spoken }: Around): boolean {
  if (isStranger(desk, hit, r, spoken) || (r.context.length > 0 && !r.context.some((c) => named.has(c)))) return false;
  const { day } = desk;
  if (day === undefined) return true;
  // A firm or party that is no more is still spoken of; a short name may be somebody else's by then.
  const isOnly = hit.readings.length === 1 && hit.end - hit.start > 1;
  return (r.start === undefined || r.start <= day) && (!r.end || isOnly || day.slice(0, r.end.length) <= r.end);
}
