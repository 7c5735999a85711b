/** Where a name that persons and towns bear stands as persons do, and where as towns do. */
import { caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt } from '../draft.ts';

/**
 * "A letter to Reno", "Rice and Rhodes", "Hunter's lawyer": where persons stand, and places less often. Not "Dallas and Reno", "the road to Reno", "Reno's
 * mayor".
 */
export function isBesidePerson(desk: Desk, tree: Tree, head: number): boolean {
  const up = tree.tokens[head]?.head ?? -1;
  const relation = relationAt(tree, head);
  if (relation === 'nmod:poss') return !tree.words['towns-have'].has(lemmaAt(tree, up).toLowerCase());
  if (!/^(nmod|obl|conj)/.test(relation)) return false;
  const first = tree.bases[head] === 'conj' ? firstOf(tree, head) : head;
  if (first !== head && isPlace(desk, draftAt(desk, tree.sentence.index, first)?.entities[0])) return false;
  const preposition = caseOf(tree, head) || caseOf(tree, first);
  return (
    /^(to|with|by|against|)$/.test(preposition) &&
    (tree.children[head] ?? []).every((c) => tree.bases[c] !== 'det' && tree.bases[c] !== 'amod' && tree.bases[c] !== 'appos') &&
    !(preposition === 'to' && isWayTo(tree, tree.tokens[first]?.head ?? -1))
  );
}

/** The first of those that "and" joins to a name. */
function firstOf(tree: Tree, head: number): number {
  let k = head;
  for (let step = 0; step < LONGEST && tree.bases[k] === 'conj'; step++) k = tree.tokens[k]?.head ?? k;
  return k;
}
const LONGEST = 20;

function isPlace(desk: Desk, id: string | undefined): boolean {
  const kind = desk.entities.get(id ?? '')?.kind;
  return kind === 'place' || kind === 'state';
}

/** Whether "to" below a word leads somewhere: "went to", "flights to", "from Dallas to". */
const isWayTo = (tree: Tree, up: number): boolean =>
  tree.words['goes-to'].has(lemmaAt(tree, up)) ||
  tree.words['ways-to'].has(lemmaAt(tree, up).toLowerCase()) ||
  caseOf(tree, up) === 'from' ||
  childrenBy(tree, up, 'obl', 'nmod').some((c) => caseOf(tree, c) === 'from');

/** Whether a text has a word as a place somewhere: "in Reno". */
export function hasAsPlace(desk: Desk, word: string): boolean {
  return desk.trees.some((tree) =>
    tree.tokens.some((t, i) => t.form === word && /^(in|at|near|around|outside|across|throughout)$/.test(caseOf(tree, i))),
  );
}

/** "Bloomberg says", not "Bloomberg reports". */
export const isSayer = (tree: Tree, head: number): boolean =>
  relationAt(tree, head) === 'nsubj' && !tree.words['acts-of-outlets'].has(lemmaAt(tree, tree.tokens[head]?.head ?? -1));
