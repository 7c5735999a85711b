/** The office that a clause tells somebody to have or to get: "Novak is the Peruvian finance minister", "was named foreign minister of Peru". */
import { caseOf, childrenBy, hasChild, isNegated, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';

/** The noun of the office, at a name's head; -1 where none is told. What somebody was, and may be no more, is none. */
export function officeTold(tree: Tree, head: number): number {
  for (const clause of childrenBy(tree, head, 'acl:relcl')) {
    const isWho = childrenBy(tree, clause, 'nsubj').some((c) => tree.tokens[c]?.form.toLowerCase() === 'who');
    if (isWho && isPresent(tree, clause)) return clause;
  }
  const up = tree.tokens[head]?.head ?? -1;
  if (up < 0) return -1;
  const relation = relationAt(tree, head);
  if (relation === 'nsubj' && isPresent(tree, up)) return up;
  const isMade = relation === 'nsubj:pass' || relation === 'obj';
  if (relation === 'nsubj' && lemmaAt(tree, up) === 'become') return isLeftOpen(tree, up) ? -1 : nounOf(tree, up, head);
  return isMade && tree.words['puts-in-office'].has(lemmaAt(tree, up)) ? nounOf(tree, up, head) : -1;
}

/** Whether a clause is denied, or only possible. */
export const isLeftOpen = (tree: Tree, v: number): boolean =>
  isNegated(tree, v) ||
  childrenBy(tree, v, 'aux').some((c) => /^(would|could|may|might|should|can|must)$/i.test(tree.tokens[c]?.form ?? ''));

const isPresent = (tree: Tree, noun: number): boolean =>
  tree.tokens[noun]?.upos === 'NOUN' &&
  !isNegated(tree, noun) &&
  childrenBy(tree, noun, 'cop').some((c) => /^(is|'s|’s)$/i.test(tree.tokens[c]?.form ?? ''));

/** What somebody becomes or is made, behind the verb. */
function nounOf(tree: Tree, verb: number, head: number): number {
  const isOffice = (c: number): boolean => c > verb && c !== head && tree.tokens[c]?.upos === 'NOUN' && !hasChild(tree, c, 'cop');
  const told = childrenBy(tree, verb, 'xcomp', 'obj', 'obl').filter(isOffice);
  return told.find((c) => /^(as)?$/.test(caseOf(tree, c))) ?? -1;
}
