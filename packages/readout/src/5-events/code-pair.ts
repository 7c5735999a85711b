/**
 * The act between two given parties of a sentence: always an answer, always with the rule that gave it. First the events of stage 5, by how
 * well their parties fit the spans; then a listed trigger that has to do with the two (pair-triggers.ts); then a word or preposition of the
 * table of weak acts (pair-weak.ts). Only what is left, a trigger elsewhere in the sentence or its mere tone, is marked as a fallback.
 */
import { baseRelation } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, EventType, Span } from '../model/index.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { byTrigger } from './pair-triggers.ts';
import { byWeakWord } from './pair-weak.ts';
import { mainAct } from './purpose.ts';

/** What a sentence tells between two given parties. */
export interface PairCode {
  readonly event: EventType;
  readonly quad: 1 | 2 | 3 | 4;
  /** The CAMEO code of the rule; of a weak word none. */
  readonly cameo?: string;
  readonly rule: string;
  /** Nothing listed has to do with these two parties; the answer is a guess by another trigger of the sentence or by its tone. */
  readonly fallback: boolean;
}

/** An event with both parties, or one with one party where the other end is not named, needs no second opinion. */
const SURE_EVENT = 3;
/** What a trigger within a party's own phrase loses: it tells who the party is. */
const INSIDE = 0.5;
/** A trigger with both parties in its slots; with one of them, or between them. */
const SURE_TRIGGER = 4.5;
const NEAR_TRIGGER = 1.2;

/** Codes the act between the parties at two spans (either may be absent). */
export function codePair(
  doc: Document,
  events: readonly Event[],
  knowledge: EventKnowledge,
  actor: Span | undefined,
  recipient: Span | undefined,
): PairCode {
  const scored = events
    .map((e, i) => ({ e, i, score: fit(doc, e, actor, recipient) }))
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score || outerFirst(a.e, b.e) || a.i - b.i);
  const best = saidOnThePhone(scored) ?? scored[0];
  const trigger = byTrigger(doc, knowledge, actor, recipient);
  const quad = (event: EventType): 1 | 2 | 3 | 4 => knowledge.codes.quad(event);
  if (best && (best.score >= SURE_EVENT || !trigger || trigger.fit < SURE_TRIGGER)) {
    const act = mainAct(doc, events, best.e) ?? best.e;
    const event = singleLabel(act);
    return { event, quad: quad(event), cameo: act.cameo, rule: act.rule, fallback: false };
  }
  if (trigger && trigger.fit >= NEAR_TRIGGER) return { ...answer(trigger), quad: quad(trigger.event), fallback: false };
  const weak = byWeakWord(doc, knowledge.weak, actor, recipient);
  if (weak) return { event: weak.event, quad: quad(weak.event), rule: weak.rule, fallback: weak.loose };
  return trigger ? { ...answer(trigger), quad: quad(trigger.event), fallback: true } : byTone(doc);
}

/** "phoned Y to congratulate him": what somebody rings up for says more than that he did, where the same two take part. */
function saidOnThePhone<T extends { readonly e: Event; readonly score: number }>(scored: readonly T[]): T | undefined {
  const [first] = scored;
  if (first?.e.event !== 'CONSULT' || first.e.cameo !== '041') return undefined;
  return scored.find((s) => s.e.event !== 'CONSULT' && s.score >= SURE_EVENT && s.e.modality === 'asserted');
}

const answer = ({
  event,
  cameo,
  rule,
}: {
  event: EventType;
  cameo: string;
  rule: string;
}): { event: EventType; cameo: string; rule: string } => ({
  event,
  cameo,
  rule,
});

/** The single label of the codebooks: what is only intended or asked for is coded as the outer act. */
export function singleLabel(e: Event): EventType {
  if (e.polarity === 'negative' && e.quad <= 2) return 'REJECT';
  if (e.modality === 'requested') return 'REQUEST';
  if (e.modality === 'intended' && e.quad <= 2) return 'AGREE';
  if (e.modality === 'intended' && e.quad === 4) return 'THREATEN';
  return e.event;
}

const BOTH_WAYS: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'RETREAT', 'ASSAULT']);

/** Whether the actors did it to each other: several, nobody and nothing named at the other end, an act that can be done so. */
export const isMutual = (e: Event): boolean =>
  e.recipient.length === 0 && e.actor.length > 1 && BOTH_WAYS.has(e.event) && !e.evidence.some((x) => x.as === 'recipient');

/** An event of the outer act (its governor is recorded, its modality asserted) before the inner one. */
const outerFirst = (a: Event, b: Event): number =>
  Number(b.governor !== undefined && b.modality === 'asserted') - Number(a.governor !== undefined && a.modality === 'asserted');

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Both parties at their spans: 4; one at its span and the other free: 2; one: 1; crossed parties lose a little. */
function fit(doc: Document, e: Event, actor: Span | undefined, recipient: Span | undefined): number {
  const spansOf = (parties: Event['actor']): Span[] =>
    parties.flatMap((p) => doc.mentions.filter((m) => m.id === p.mention).map((m) => m.span));
  const evidence = (as: string): Span[] => e.evidence.filter((x) => x.as === as).map((x) => x.span);
  const actors = [...spansOf(e.actor), ...evidence('actor')];
  const recipients = [...spansOf(e.recipient), ...evidence('recipient')];
  const at = (spans: readonly Span[], target: Span | undefined): boolean => target !== undefined && spans.some((s) => overlaps(s, target));
  const mutual = isMutual(e);
  const a = at(actors, actor);
  const r = at(mutual ? actors : recipients, recipient);
  let score = 0;
  if (a && r) score = 4;
  else if (a) score = recipient === undefined ? 3.5 : recipients.length === 0 ? 2.5 : 1.5;
  else if (r) score = actor === undefined ? 3.5 : actors.length === 0 ? 2.5 : 1.2;
  else if (at(recipients, actor) && at(actors, recipient)) score = 1;
  if (score === 0) return 0;
  // Triggers that stand between or beside the parties count a little more than far ones.
  const trigger = e.evidence.find((x) => x.as === 'trigger')?.span;
  if (trigger) {
    const far = [actor, recipient].filter((s) => s !== undefined).reduce((n, s) => n + Math.abs(s.start - trigger.start), 0);
    score -= Math.min(0.4, far / 1000);
    if ((actor && overlaps(trigger, actor)) || (recipient && overlaps(trigger, recipient))) score -= INSIDE;
  }
  if (e.status === 'background') score -= 0.2;
  if (e.governor !== undefined && e.modality !== 'asserted') score -= 0.3;
  return score;
}

function byTone(doc: Document): PairCode {
  const stems = [...(doc.trees[0]?.words['hostile-beginnings'] ?? [])];
  const negative = doc.article.text
    .toLowerCase()
    .split(/\W+/)
    .some((w) => stems.some((stem) => w.startsWith(stem)));
  const verb = doc.trees[0]?.tokens.some((t) => baseRelation(t.deprel) === 'root' && /^VB[DN]$/.test(t.xpos));
  return negative
    ? { event: 'ACCUSE', quad: 3, rule: 'fallback.negative', fallback: true }
    : { event: verb ? 'CONSULT' : 'AGREE', quad: 1, rule: 'fallback.positive', fallback: true };
}
