/**
 * The act between two given parties of a sentence: always an answer. First the events the rules found, by how well their parties fit the
 * spans; where none does, the rule that any trigger of the sentence calls for, the nearest to both; last the governing verb's polarity.
 * The last two are marked as fallbacks.
 */
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { baseRelation, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, EventType, Span } from '../model/index.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { governorOf, outerAct } from './governors.ts';
import { findMatches, lightEffect } from './match.ts';

export interface PairCode {
  readonly event: EventType;
  readonly quad: 1 | 2 | 3 | 4;
  readonly rule: string;
  /** No rule fired for these two parties; the answer is a guess by the nearest trigger or by polarity. */
  readonly fallback: boolean;
}

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
  const best = scored[0];
  if (best) return { event: singleLabel(best.e), quad: quadOf(best.e), rule: best.e.rule, fallback: false };
  return nearestTrigger(doc, knowledge, actor, recipient) ?? byPolarity(doc);
}

/** The single label of the codebooks: what is only intended or asked for is coded as the outer act. */
export function singleLabel(e: Event): EventType {
  if (e.polarity === 'negative' && e.quad <= 2) return 'REJECT';
  if (e.modality === 'requested') return 'REQUEST';
  if (e.modality === 'intended' && e.quad <= 2) return 'AGREE';
  if (e.modality === 'intended' && e.quad === 4 && e.event !== 'PROTEST') return 'THREATEN';
  return e.event;
}

function quadOf(e: Event): 1 | 2 | 3 | 4 {
  const label = singleLabel(e);
  return label === e.event ? e.quad : label === 'AGREE' ? 1 : 3;
}

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
  const mutual = e.recipient.length === 0 && e.actor.length > 1;
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
    if ((actor && overlaps(trigger, actor)) || (recipient && overlaps(trigger, recipient))) score += 0.1;
  }
  if (e.status === 'background') score -= 0.2;
  if (e.governor !== undefined && e.modality !== 'asserted') score -= 0.3;
  return score;
}

function nearestTrigger(
  doc: Document,
  knowledge: EventKnowledge,
  actor: Span | undefined,
  recipient: Span | undefined,
): PairCode | undefined {
  let best: { code: PairCode; distance: number } | undefined;
  for (const tree of doc.trees) {
    for (const [match] of findMatches(doc, tree, knowledge.rules, knowledge.lights)) {
      if (!match) continue;
      const type = match.rule.type;
      const token = tree.tokens[match.trigger];
      if (!type || !token) continue;
      let distance = depth(tree, match.trigger) * 20;
      for (const s of [actor, recipient]) if (s) distance += Math.min(Math.abs(token.start - s.end), Math.abs(s.start - token.end));
      if (best && best.distance <= distance) continue;
      const quad = knowledge.codes.quad(type);
      const effect = match.light === undefined ? undefined : lightEffect(tree, match.light, match.trigger, knowledge.lights);
      const governed = governorOf(tree, match.light ?? match.trigger, knowledge.governors);
      const governor = (effect && effect !== 'do' ? knowledge.governors.effect(effect) : undefined) ?? governed?.governor;
      const outer = governor ? outerAct(governor, type, quad, match.rule.cameo) : undefined;
      const mood = moodOf(tree, clauseOf(tree, match.light ?? match.trigger));
      const inner =
        mood.polarity === 'negative' && quad <= 2
          ? 'REJECT'
          : mood.modality === 'intended' && quad <= 2 && type !== 'AGREE'
            ? 'AGREE'
            : type;
      const event = outer?.event ?? inner;
      best = { distance, code: { event, quad: knowledge.codes.quad(event), rule: match.rule.id, fallback: true } };
    }
  }
  return best?.code;
}

function depth(tree: Tree, i: number): number {
  let n = 0;
  for (let k = i; n < 30 && (tree.tokens[k]?.head ?? -1) >= 0; k = tree.tokens[k]?.head ?? -1) n++;
  return n;
}

const NEGATIVE =
  /\b(not|no|against|attack|kill|war|threat|accus|condemn|critic|reject|sanction|arrest|protest|violen|oppos|warn|fight|bomb|terror)/i;

function byPolarity(doc: Document): PairCode {
  const negative = NEGATIVE.test(doc.article.text);
  const verb = doc.trees[0]?.tokens.some((t) => baseRelation(t.deprel) === 'root' && /^VB[DN]$/.test(t.xpos));
  return negative
    ? { event: 'ACCUSE', quad: 3, rule: 'fallback.negative', fallback: true }
    : { event: verb ? 'CONSULT' : 'AGREE', quad: 1, rule: 'fallback.positive', fallback: true };
}
