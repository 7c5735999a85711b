/** What the lists of names are read into, and the cells that their rows have alike. */
import type { Row } from '../../knowledge.ts';
import { asKnown, type Known, type Reading } from './gazetteer-rows.ts';
import type { NameTree } from './name-tree.ts';

/** Names, what they name, and surnames; filled list by list, since the first that knows an id tells of it. */
export interface Listed {
  readonly tree: NameTree<Reading>;
  readonly known: Map<string, Known>;
  /** Persons by surname. */
  readonly surnames: Map<string, string[]>;
  /** States by the short forms of their parts that are no names by themselves. */
  readonly shortParts: Map<string, string>;
}

/** Keeps what is known of an entity, unless an earlier row told of it. */
export function learn({ known }: Listed, k: Known): void {
  if (!known.has(k.id)) known.set(k.id, asKnown(k));
}

/** All names of a row: its name, aliases and acronym. */
export const namesIn = (row: Row): string[] =>
  [row.name ?? '', ...(row.aliases ?? '').split('|'), row.acronym ?? ''].filter((n) => n !== '');

/** The parts of a cell. */
export const partsOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

/** A cell, undefined where it is empty. */
export const optional = (cell: string | undefined): string | undefined => (cell ? cell : undefined);
