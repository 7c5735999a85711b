/** Acts that are told only beside another one: as what it is for ("gave a million to support Kenya"), or to say who somebody is. */
import { clauseOf } from '../2-sentences/mood.ts';
import { baseRelation, childrenBy, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, Span } from '../model/index.ts';

const triggerOf = (e: Event): Span | undefined => e.evidence.find((x) => x.as === 'trigger')?.span;

/** The sentence that an event's trigger stands in. */
export function sentenceOf(doc: Document, e: Event): Tree | undefined {
  const at = triggerOf(e)?.start ?? -1;
  return doc.trees.find((t) => (t.tokens[0]?.start ?? 0) <= at && at < (t.tokens[t.tokens.length - 1]?.end ?? 0));
}

/** The head of the clause that an act is told in, the first of its conjuncts, with the sentence; none for what a governor does. */
function ownClause(doc: Document, e: Event): { readonly tree: Tree; readonly trigger: number; readonly clause: number } | undefined {
  if (e.governor !== undefined && e.modality === 'asserted') return undefined;
  const tree = sentenceOf(doc, e);
  const trigger = tree?.tokens.findIndex((t) => t.start === triggerOf(e)?.start) ?? -1;
  if (!tree || trigger < 0) return undefined;
  let clause = clauseOf(tree, trigger);
  for (let step = 0; step < 4 && baseRelation(relationAt(tree, clause)) === 'conj'; step++) clause = tree.tokens[clause]?.head ?? clause;
  return { tree, trigger, clause };
}

/** The token that an act hangs on as its purpose: an infinitive that no word of will or duty governs. */
export function purposeHead(doc: Document, e: Event): number | undefined {
  const own = e.modality === 'intended' && e.governor === undefined ? ownClause(doc, e) : undefined;
  if (!own) return undefined;
  const { tree, clause } = own;
  const isPurpose =
    /^(advcl|acl)$/.test(baseRelation(relationAt(tree, clause))) &&
    childrenBy(tree, clause, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === 'to');
  return isPurpose ? tree.tokens[clause]?.head : undefined;
}

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

/** The act of cooperation that a purpose of cooperation belongs to, where the same one does it. */
export function mainAct(doc: Document, events: readonly Event[], e: Event): Event | undefined {
  const head = e.quad > 2 ? undefined : purposeHead(doc, e);
  const tree = head === undefined ? undefined : sentenceOf(doc, e);
  if (head === undefined || !tree) return undefined;
  // The purpose may hang on the verb or on its object.
  const above = [head, tree.tokens[head]?.head ?? -1, tree.tokens[tree.tokens[head]?.head ?? -1]?.head ?? -1].map(
    (k) => tree.tokens[k]?.start,
  );
  return events.find(
    (o) =>
      o !== e &&
      o.quad === 2 &&
      o.modality === 'asserted' &&
      above.includes(triggerOf(o)?.start) &&
      o.actor.some((a) => e.actor.some((b) => a.entity === b.entity)),
  );
}
