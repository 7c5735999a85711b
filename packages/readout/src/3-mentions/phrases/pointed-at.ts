/** Bodies that are only pointed at, and what they have: "the company's chairman". */
import { childrenBy, hasChild, isPlural, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import { isAnaphoric } from '../grammar/definite.ts';
import type { Role } from '../lists/roles.ts';
import { isPartNoun } from './parts-of-bodies.ts';

/** Whether a noun tells somebody or some part that a body has: "the party's trust in him" is neither. */
export function isServedOrParted(desk: Desk, tree: Tree, head: number): boolean {
  const role = desk.roles.at(tree, head);
  return role !== undefined && (!role.weak || isPartNoun(tree, role));
}

/** "The company", "this group", and nothing that tells it apart. */
export const isBodyPointedAt = (desk: Desk, tree: Tree, i: number): boolean =>
  tree.tokens[i]?.upos === 'NOUN' &&
  !isPlural(tree, i) &&
  childrenBy(tree, i, 'det').some((c) => /^(the|this)$/i.test(tree.tokens[c]?.form ?? '')) &&
  (tree.children[i] ?? []).every((c) => /^(det|case|punct)$/.test(tree.bases[c] ?? '')) &&
  desk.roles.at(tree, i)?.kind === 'body';

/** "The company's chairman": whoever was called so before comes first, coreference tells. */
export const isOfPointedAt = (tree: Tree, head: number, role: Role, owner: Draft | undefined): boolean =>
  owner?.kind === 'nominal' &&
  /^(coreference|nominal)\.(same-|own-|body|apposition)/.test(owner.via) &&
  role.kind !== 'body' &&
  relationAt(tree, owner.head) === 'nmod:poss' &&
  hasChild(tree, owner.head, 'det') &&
  isAnaphoric(tree, head, role);
