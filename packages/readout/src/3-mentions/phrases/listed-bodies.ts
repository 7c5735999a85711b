/** Bodies that are called by a common noun and the state that has them, where the lists hold that body: "the Japanese foreign ministry". */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, place } from '../draft.ts';
import type { Belonging } from '../grammar/belonging.ts';
import type { Role } from '../lists/roles.ts';

/** Places the phrase as the body of that state, if the lists have one under its words and nothing else tells it apart. */
export function listedBody(
  desk: Desk,
  tree: Tree,
  role: Role,
  base: Omit<Draft, 'entities' | 'kind' | 'via'>,
  { state, owner }: Belonging,
): boolean {
  const { head } = base;
  if (role.kind !== 'body' || base.plural || state === undefined || owner === undefined) return false;
  if (desk.entities.get(owner.entities[0] ?? '')?.kind !== 'state' || isToldApart(tree, head, role, owner)) return false;
  const id = desk.gazetteer.bodyOf(state, role.phrase);
  if (id === undefined) return false;
  const { sector } = enter(desk, id, { kind: 'body', name: role.phrase, state });
  place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.listed-body', state, sector, role: lemmasOf(tree)[head] ?? '' });
  return true;
}

/** "a Russian army", "the old Polish senate", "the Iraqi army of 1980": one of several, or told apart by more than its state. */
function isToldApart(tree: Tree, head: number, role: Role, owner: Draft): boolean {
  if (childrenBy(tree, head, 'det').some((c) => !/^(the|this|that)$/i.test(tree.tokens[c]?.form ?? ''))) return true;
  return (tree.children[head] ?? []).some((c) => {
    const own = (c >= role.start && c <= head) || (owner.start <= c && c < owner.end);
    return !own && /^(amod|compound|nummod|nmod|acl)/.test(relationAt(tree, c)) && relationAt(tree, c) !== 'nmod:poss';
  });
}
