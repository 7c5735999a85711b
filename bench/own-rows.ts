/** Which acts of a text have a row of their own in the task `events`: not those that another act's row tells or supposes. */
import { relationAt } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { isMutual } from '../packages/readout/src/5-events/code-pair.ts';
import { purposeHead, sentenceOf } from '../packages/readout/src/5-events/purpose.ts';
import type { Event } from '../packages/readout/src/model/index.ts';
import { isBeside } from './beside.ts';
import type { Answer } from './read-all.ts';

/** Whether an act has a row of its own beside the others of the text. */
export function hasOwnRow(doc: Document, e: Event, events: readonly Event[]): boolean {
  if (isInner(e, events)) return false;
  const isTold = (o: Event): boolean => !isOnlyMeant(doc, o, events) && sentenceOf(doc, o) === sentenceOf(doc, e);
  return !isOnlyMeant(doc, e, events) || !events.some(isTold);
}

/** "For CAMEO-style exports the outer act decides" (design/plover.md): what is asked for, promised or threatened in it is no row of its own. */
function isInner(e: Event, events: readonly Event[]): boolean {
  const word = evidenceAt(e, 'governor');
  return (
    e.governor !== undefined &&
    events.some(
      (o) =>
        o !== e &&
        ((e.modality !== 'asserted' && o.modality === 'asserted' && evidenceAt(o, 'governor') === word) ||
          // "accused Peru of raiding", "let the convoy bring food": the governor is an act by a rule of its own.
          (evidenceAt(o, 'trigger') === word && (e.modality !== 'asserted' || o.event === 'ACCUSE') && !isMutual(e))),
    )
  );
}

const evidenceAt = (e: Event, as: 'governor' | 'trigger'): number | undefined => e.evidence.find((x) => x.as === as)?.span.start;

/** An act that another one supposes, suspects, asks for or is done for ("to stop the attacks"), or that only says who somebody is. */
function isOnlyMeant(doc: Document, e: Event, events: readonly Event[]): boolean {
  if (e.modality === 'requested' || e.modality === 'hypothetical' || e.modality === 'possible')
    return e.event !== 'REQUEST' || e.governor === undefined;
  return purposeHead(doc, e) !== undefined || isBeside(doc, e) || isContent(doc, e, events);
}
/** "signed an *agreement* to share data", "sent troops to the *mission* in Mali": what is in an agreement, or in a complement, is no act beside the verb's own. */
function isContent(doc: Document, e: Event, events: readonly Event[]): boolean {
  const tree = sentenceOf(doc, e);
  const governor = e.evidence.find((x) => x.as === 'governor')?.span.end;
  const at = governor ?? e.evidence.find((x) => x.as === 'trigger')?.span.end;
  const noun = tree?.tokens.findIndex((t) => t.end === at) ?? -1;
  const relations = governor === undefined ? /^obl$/ : /^(obj|nsubj:pass)$/;
  if (tree?.tokens[noun]?.upos !== 'NOUN' || !relations.test(relationAt(tree, noun))) return false;
  const verb = tree.tokens[tree.tokens[noun]?.head ?? -1]?.start;
  return events.some((o) => o !== e && o.evidence.some((x) => x.as === 'trigger' && x.span.start === verb));
}

/** Whether another row says the same of the same one, and upon whom. */
export const tellsMore = (o: Answer, r: Answer): boolean =>
  r.target === null &&
  o.target !== null &&
  o.root === r.root &&
  [o.source, o.target].some((p) => JSON.stringify(p) === JSON.stringify(r.source));

/** Whether the words of an act are part of another act's party ("welcomed the offer of talks"): they say who or what that is. */
export function tellsWho(outer: Answer, inner: Answer): boolean {
  const within = (t: [number, number], p: [number, number] | null): boolean => p !== null && p[0] <= t[0] && t[1] <= p[1];
  const beyond = outer.trigger as [number, number];
  const at = inner.trigger as [number, number];
  // "welcomed the *offer* to mediate": what makes the act of it may be part of the party, too.
  const governor = inner.governor as [number, number] | undefined;
  if (at[0] === beyond[0] || governor?.[0] === beyond[0]) return false;
  const target = outer.target as [number, number] | null;
  return (
    (within(at, target) || (governor !== undefined && within(governor, target)) || within(at, outer.source as [number, number] | null)) &&
    !within(beyond, inner.target as [number, number] | null) &&
    !within(beyond, inner.source as [number, number] | null)
  );
}
