/** "The new government", "the next parliament": of the state whose election a text has told of last. */
import { childrenBy, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { statesIn } from '../linking/states-around.ts';
import type { Role } from '../lists/roles.ts';
import { onlyState } from '../main-state.ts';
import { enterState } from './own-country.ts';

/** How far back the election may be told, in sentences. */
const REACH = 6;

/** Links such a noun at token `i` to the state, where more than one is spoken of. */
export function governmentToCome(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const lemma = lemmasOf(tree)[i] ?? '';
  if (role.kind !== 'body' || role.start !== i || !tree.words['of-the-only-state'].has(lemma) || role.sector === 'OPP') return false;
  if (!childrenBy(tree, i, 'det').some((c) => /^the$/i.test(tree.tokens[c]?.form ?? ''))) return false;
  const told = (tree.children[i] ?? []).filter((c) => /^(amod|compound|nmod|nummod|acl|appos)/.test(tree.bases[c] ?? ''));
  if (told.length !== 1 || !told.every((c) => c < i && tree.words['to-come'].has(lemmasOf(tree)[c] ?? ''))) return false;
  const state = onlyState(desk) === undefined ? stateOfElection(desk, tree.sentence.index) : undefined;
  if (state === undefined) return false;
  enterState(desk, state);
  return draftFor(desk, tree, i, [state], 'nominal', 'coreference.government-to-come', { state, sector: role.sector, role: lemma });
}

/** The only state of the nearest sentence up to one that tells of an election. */
function stateOfElection(desk: Desk, s: number): string | undefined {
  for (let k = s; k >= 0 && k >= s - REACH; k--) {
    const tree = desk.trees[k];
    if (!tree || !lemmasOf(tree).some((w) => tree.words['elections-told'].has(w))) continue;
    const [only, second] = statesIn(desk, k);
    if (only !== undefined) return second === undefined ? only : undefined;
  }
  return undefined;
}
