/** Acts that are told as what another one is for ("gave a million to support Kenya"). */
import { clauseOf } from '../2-sentences/mood.ts';
import { baseAt, childrenBy, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, Span } from '../model/index.ts';

const triggerOf = (e: Event): Span | undefined => e.evidence.find((x) => x.as === 'trigger')?.span;

/** The sentence that an event's trigger stands in. */
export function sentenceOf(doc: Document, e: Event): Tree | undefined {
  const at = triggerOf(e)?.start ?? -1;
  return doc.trees.find((t) => (t.tokens[0]?.start ?? 0) <= at && at < (t.tokens[t.tokens.length - 1]?.end ?? 0));
}

/** The clause that an act is told in, by the head of the first of its conjuncts, with the sentence and the trigger's token; none for what a governor does. */
export function ownClause(doc: Document, e: Event): { readonly tree: Tree; readonly trigger: number; readonly clause: number } | undefined {
  if (e.governor !== undefined && e.modality === 'asserted') return undefined;
  const tree = sentenceOf(doc, e);
  const trigger = tree?.tokens.findIndex((t) => t.start === triggerOf(e)?.start) ?? -1;
  if (!tree || trigger < 0) return undefined;
  let clause = clauseOf(tree, trigger);
  for (let step = 0; step < 4 && baseAt(tree, clause) === 'conj'; step++) clause = tree.tokens[clause]?.head ?? clause;
  return { tree, trigger, clause };
}

/** The token that an act hangs on as its purpose: an infinitive that no word of will or duty governs. */
export function purposeHead(doc: Document, e: Event): number | undefined {
  const own = e.modality === 'intended' && e.governor === undefined ? ownClause(doc, e) : undefined;
  if (!own) return undefined;
  const { tree, clause } = own;
  const isPurpose =
    /^(advcl|acl)$/.test(baseAt(tree, clause)) && childrenBy(tree, clause, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === 'to');
  return isPurpose ? tree.tokens[clause]?.head : undefined;
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
