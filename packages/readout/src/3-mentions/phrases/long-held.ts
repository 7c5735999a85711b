/** "The longtime president", "Erewhon's veteran leader": whoever has had an office for years, or had it until lately. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter } from '../draft.ts';
import type { Office } from '../lists/gazetteer.ts';
import type { Role } from '../lists/roles.ts';

/** Years in office from which on somebody is called so. */
const LONG = 7;
/** Years for which it is still said when the office is over. */
const LATELY = 3;

/**
 * The only person whom a text names who has held such an office so long, of a state where one is told, else whoever has it there on the day; 'nobody'
 * where the words say it and it is true of none; undefined where they do not say it.
 */
export function longHeld(desk: Desk, tree: Tree, head: number, role: Role, state?: string): string | 'nobody' | undefined {
  const { day } = desk;
  if (role.offices.length === 0 || day === undefined) return undefined;
  const words = formsOf(tree).slice(phraseOf(tree, head, { withNmod: false })[0], head);
  if (!words.some((w, k) => tree.words['long-in-office'].has(w) || (w === 'long' && words[k + 1] === '-'))) return undefined;
  const isLong = (o: Office): boolean => {
    if (!role.offices.includes(o.office) || (state !== undefined && o.state !== state) || o.start === '' || o.start > day) return false;
    const end = o.end === '' || o.end > day ? day : o.end;
    return yearOf(end) - yearOf(o.start) >= LONG && yearOf(day) - yearOf(end) <= LATELY;
  };
  const found = new Set<string>();
  for (const drafts of desk.drafts) for (const d of drafts) if (isNameOfOne(d)) found.add(d.entities[0] ?? '');
  const [only, second] = [...found].filter((id) => desk.gazetteer.offices(id).some(isLong));
  if (only !== undefined || state === undefined) return only !== undefined && second === undefined ? only : 'nobody';
  const holder = role.offices.map((o) => desk.gazetteer.soleHolder(o, state, day)).find((h) => h !== undefined && isLong(h));
  return holder ? enter(desk, holder.person, { kind: 'person', name: holder.person, state }).id : 'nobody';
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const isNameOfOne = (d: Draft): boolean => d.kind === 'name' && d.entities.length === 1;
