/** "His country", "her country, Norway": a noun for a country and whose it is. */
import { childrenBy, hasChild, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter, place } from '../draft.ts';
import type { Role } from '../lists/roles.ts';

/** "his country", "Her country, Norway": what a state's own possesses under such a noun is that state. */
export function homeland(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>, state: string): boolean {
  const { head } = base;
  const lemma = lemmasOf(tree)[head] ?? '';
  if (base.plural || role.kind !== 'body' || !tree.words['homeland-nouns'].has(lemma)) return false;
  if (!hasChild(tree, head, 'nmod:poss') || hasChild(tree, head, 'amod', 'compound')) return false;
  const of = namedBeside(desk, tree, head) ?? state;
  enter(desk, of, { kind: 'state', name: of });
  place(desk, base, { entities: [of], kind: 'nominal', via: 'nominal.homeland', state: of, sector: 'GOV', role: lemma });
  return true;
}

/** "My country, Turkey": the state that a noun has beside it. */
export function namedBeside(desk: Desk, tree: Tree, i: number): string | undefined {
  const [named] = childrenBy(tree, i, 'appos').map((c) => desk.entities.get(draftAt(desk, tree.sentence.index, c)?.entities[0] ?? ''));
  return named?.kind === 'state' ? named.id : undefined;
}
