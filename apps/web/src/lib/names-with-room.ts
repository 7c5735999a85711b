/** Which names of a drawing can be written: names on top of each other are read by nobody. */

export interface Name {
  readonly id: string;
  readonly text: string;
  /** Middle of the words, and their base line. */
  readonly x: number;
  readonly y: number;
}

/** Width of a letter and height of a line, in sizes of the letters. */
const LETTER = 0.52;
const LINE = 1.05;

/** The ids of the names that overlap none before them: what is to be named first comes first. `size`: of the letters, in units of the drawing. */
export function namesWithRoom(names: readonly Name[], size: number): ReadonlySet<string> {
  const kept: Name[] = [];
  const overlaps = (a: Name, b: Name): boolean =>
    Math.abs(a.y - b.y) < LINE * size && Math.abs(a.x - b.x) < ((a.text.length + b.text.length) * LETTER * size) / 2;
  for (const name of names) if (!kept.some((k) => overlaps(k, name))) kept.push(name);
  return new Set(kept.map((k) => k.id));
}
