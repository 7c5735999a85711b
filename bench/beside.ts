/** Acts that are told only beside another one, which gold files of main acts leave out. */
import { baseRelation, childrenBy, relationAt, type Tree } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { ownClause } from '../packages/readout/src/5-events/purpose.ts';
import type { Event } from '../packages/readout/src/model/index.ts';

/**
 * Whether an act is told only beside another one: to say who or what something is ("the rebels *fighting* the army", "a reporter who had been
 * *jailed*"), as a noun below another one ("a report on the *raid*"), as what came
 * of it ("attacked a base, *killing* two"), or as what was before or at the time ("after Peru had *withdrawn*").
 */
export function isBeside(doc: Document, e: Event): boolean {
  const own = ownClause(doc, e);
  if (!own) return false;
  const { tree, trigger, clause } = own;
  return (
    baseRelation(relationAt(tree, clause)) === 'acl' ||
    relationAt(tree, trigger) === 'nmod' ||
    isResult(tree, clause) ||
    isCircumstance(tree, trigger)
  );
}

/** A participle behind the act that it came of, or by which that was done ("by spreading …"). */
const isResult = (tree: Tree, clause: number): boolean =>
  relationAt(tree, clause) === 'advcl' &&
  tree.tokens[clause]?.xpos === 'VBG' &&
  childrenBy(tree, clause, 'mark').every((m) => tree.tokens[m]?.form.toLowerCase() === 'by');

/** Words before a clause or a noun that was before, at the time of, or in spite of what the sentence tells. */
const CIRCUMSTANCE = /^(after|since|following|before|as|amid|despite|because|when|while|although|though)$/;

function isCircumstance(tree: Tree, trigger: number): boolean {
  for (let k = trigger; k >= 0; k = tree.tokens[k]?.head ?? -1)
    if (
      /^(advcl|obl)$/.test(baseRelation(relationAt(tree, k))) &&
      childrenBy(tree, k, 'mark', 'case', 'advmod').some((c) => c < k && CIRCUMSTANCE.test(tree.tokens[c]?.form.toLowerCase() ?? ''))
    )
      return true;
  return false;
}
