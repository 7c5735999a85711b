/** Offices that stand before the name of who holds them, in texts that begin in the middle of things: "The Governor … Governor Jan Novak". */
import { childrenBy, formsOf, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import type { Role } from '../lists/roles.ts';

/** How many sentences ahead somebody may be named. */
const AHEAD = 5;

/** The only person named in the next sentences who holds such an office or bears its title there; a head of state only of the state `main`. */
export function officeNamedAhead(desk: Desk, tree: Tree, i: number, role: Role, main: () => string | undefined): string | undefined {
  if (role.kind !== 'role' || role.offices.length === 0 || !childrenBy(tree, i, 'det').some((c) => formsOf(tree)[c] === 'the'))
    return undefined;
  const s = tree.sentence.index;
  const found = new Set<string>();
  const isHead = role.offices.some((o) => desk.roles.officeRank(o) <= 1);
  for (let k = s + 1; k <= s + AHEAD; k++)
    for (const d of desk.drafts[k] ?? []) {
      const e = d.kind === 'name' && d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
      if (e?.kind !== 'person' || !(hasOffice(desk, e.roles ?? [], role, lemmasOf(tree)[i] ?? '') || isTitled(desk, d, role))) continue;
      if (isHead && (e.state === undefined || e.state !== main())) return undefined;
      found.add(e.id);
    }
  const [only, second] = found;
  return second === undefined ? only : undefined;
}

/** Whether one of the offices is the one that a role names; "the minister" is any but the first. */
export function hasOffice(desk: Desk, roles: readonly { readonly office: string }[], role: Role, lemma: string): boolean {
  // The president of a region is not meant where states have presidents.
  const leads = (office: string): boolean => desk.roles.officeRank(office) <= 1;
  const isHead = role.offices.some(leads);
  return roles.some(({ office }) =>
    role.offices.includes(office)
      ? !isHead || leads(office)
      : !isHead && role.phrase === lemma && office.endsWith(`-${lemma}`) && !leads(office),
  );
}

/** "Harbour Governor Jan Novak": the title right before a name is the phrase, or ends with it. */
function isTitled(desk: Desk, d: Draft, role: Role): boolean {
  const tree = desk.trees[d.sentence];
  const before = tree && d.start > 0 ? desk.roles.at(tree, d.start - 1) : undefined;
  return (
    before?.kind === 'role' && (before.phrase === role.phrase || (!role.phrase.includes(' ') && before.phrase.endsWith(` ${role.phrase}`)))
  );
}
