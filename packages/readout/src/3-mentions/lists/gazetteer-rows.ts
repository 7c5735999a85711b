/** What the gazetteer holds of names, entities and offices. */
import type { EntityKind } from '../../model/index.ts';

/** How a name of the lists means what it means. */
export type ReadingKind =
  | 'name'
  | 'adjective'
  | 'people'
  | 'person'
  | 'capital'
  | 'city'
  | 'region'
  | 'seat'
  | 'epithet'
  | 'relative'
  | 'full-name'
  /** Nobody's and no place's: lexicon/no-names.tsv. */
  | 'none';

/** One thing that a run of words may mean. */
export interface Reading {
  readonly entity: string;
  readonly kind: ReadingKind;
  readonly entityKind: EntityKind;
  readonly state?: string | undefined;
  readonly sector?: string | undefined;
  /** A people or a region of the state, not the state as a whole ("Chechen", "Scottish"). */
  readonly partial?: boolean | undefined;
  /** The body that a seat's name stands for when it acts and the text does not speak of its state ("Brussels": european-union). */
  readonly actsFor?: string | undefined;
  /** States one of which must be named in the text for this reading to count. */
  readonly context: readonly string[];
  /** A name that counts only where the text speaks of its state: an outlet's that is a word or a few letters. */
  readonly local?: boolean | undefined;
  /** ISO dates between which it counts. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** What is known of an entity, whatever it is called. */
export interface Known {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly state?: string | undefined;
  readonly sector?: string | undefined;
  readonly gender?: 'm' | 'f' | undefined;
  readonly official?: boolean | undefined;
  readonly source: string;
  readonly iso3?: string | undefined;
  readonly cow?: number | undefined;
  /** A state that exists no more. */
  readonly former?: boolean | undefined;
}

/** Who held which office of what, from when to when: a row of the offices lists, empty cells as ''. */
export interface Office {
  readonly person: string;
  readonly office: string;
  readonly state: string;
  readonly organisation: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly note: string;
}

/** A reading, its fields laid out one way, since each is looked at again and again (see `draftOf`). */
export function asReading({ entity, kind, entityKind, state, sector, partial, actsFor, context, local, start, end }: Reading): Reading {
  return { entity, kind, entityKind, state, sector, partial, actsFor, context, local, start, end };
}

/** The same for what is known of an entity. */
export function asKnown({ id, kind, name, state, sector, gender, official, source, iso3, cow, former }: Known): Known {
  return { id, kind, name, state, sector, gender, official, source, iso3, cow, former };
}
