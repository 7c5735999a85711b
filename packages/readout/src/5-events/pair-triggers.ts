/**
 * The act between two given parties by the listed triggers of their sentence, also where stage 5 has no event: the parties are given, so a rule
 * counts that has them in its slots whatever the mentions are; next, one whose trigger stands on the way between them in the tree; next, one
 * that governs either. How well a trigger fits is a number that only orders the candidates.
 */
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { changedMood, type Mood } from '../2-sentences/mood-kinds.ts';
import { phraseOf, withConjuncts } from '../2-sentences/phrase.ts';
import { baseAt, childrenBy, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Span } from '../model/index.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { type Governed, governorOf, outerAct } from './governors.ts';
import { lightEffect } from './light-verbs.ts';
import { findMatches, type Match } from './match.ts';
import { throughQuantity } from './parties.ts';
import { slotTokens } from './slots.ts';

/** A candidate: its label, the rule, and how well it fits (6 when both parties are in its slots, under 1 when neither has to do with it). */
export interface PairAct {
  readonly event: EventType;
  readonly cameo: string;
  readonly rule: string;
  readonly fit: number;
}

/** Where the two parties stand in a tree: the tokens in their spans and the head of each. */
export interface Places {
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  /** Tokens on the way between the two heads, both included; above a single head when only one is given. */
  readonly way: ReadonlySet<number>;
}

/** The best listed trigger in the sentences of the two parties. */
export function byTrigger(
  doc: Document,
  knowledge: EventKnowledge,
  actor: Span | undefined,
  recipient: Span | undefined,
): PairAct | undefined {
  let best: PairAct | undefined;
  for (const tree of doc.trees) {
    const places = placesOf(tree, actor, recipient);
    for (const matches of findMatches(doc, tree, knowledge.rules, knowledge.lights)) {
      for (const [rank, match] of matches.entries()) {
        const act = actOf(tree, match, places, knowledge, rank);
        if (act && (!best || act.fit > best.fit)) best = act;
      }
    }
  }
  return best;
}

/** The tokens of two given spans in a sentence, and the way between their heads in the tree. */
export function placesOf(tree: Tree, actor: Span | undefined, recipient: Span | undefined): Places {
  const inside = (s: Span | undefined): number[] =>
    s ? tree.tokens.flatMap((t, i) => (t.start < s.end && s.start < t.end && t.upos !== 'PUNCT' ? [i] : [])) : [];
  const [a, r] = [inside(actor), inside(recipient)];
  return { actor: a, recipient: r, way: wayBetween(tree, headOf(tree, a), headOf(tree, r)) };
}

const headOf = (tree: Tree, tokens: readonly number[]): number | undefined =>
  tokens.find((t) => !tokens.includes(tree.tokens[t]?.head ?? -1)) ?? tokens[0];

function wayBetween(tree: Tree, a: number | undefined, b: number | undefined): Set<number> {
  const up = (from: number | undefined): number[] => {
    const path: number[] = [];
    for (let k = from ?? -1; k >= 0 && path.length < 40; k = tree.tokens[k]?.head ?? -1) path.push(k);
    return path;
  };
  const [x, y] = [up(a), up(b)];
  if (x.length === 0 || y.length === 0) return new Set([...x, ...y]);
  const common = x.find((k) => y.includes(k));
  const cut = (path: readonly number[]): number[] => (common === undefined ? [...path] : path.slice(0, path.indexOf(common) + 1));
  return new Set([...cut(x), ...cut(y)]);
}

function actOf(tree: Tree, match: Match, places: Places, knowledge: EventKnowledge, rank: number): PairAct | undefined {
  const { rule } = match;
  if (!rule.type) return undefined;
  const first = governorAbove(tree, match, knowledge);
  const { event, cameo } = labelAbove(tree, match, places, first, knowledge);
  return { event, cameo, rule: rule.id, fit: fitOf(tree, match, places, first) - rank * 0.05 };
}

/** The label after all that stands above: each governor's own act where it has one, else what it makes of the act below. */
function labelAbove(
  tree: Tree,
  match: Match,
  places: Places,
  first: Governed | undefined,
  knowledge: EventKnowledge,
): { readonly event: EventType; readonly cameo: string } {
  const { rule } = match;
  const clause = clauseOf(tree, match.light ?? match.trigger);
  const quadOf = (event: EventType): number => knowledge.codes.quad(event);
  let event = rule.type as EventType;
  let cameo = rule.cameo;
  let mood = moodOf(tree, clause);
  for (let governed = first, step = 0; governed && step < 3; step++) {
    const { governor, token, kind } = governed;
    // "called for sanctions against X": X is spoken against, not asked.
    const asked = governor.addressee.some((slot) =>
      slotTokens(tree, token, kind, slot, undefined).some((t) => covers(tree, t, places.recipient)),
    );
    const outer = outerAct(governor, event, quadOf(event), cameo, {
      addressed: asked || places.recipient.length === 0,
      targeted: places.recipient.length > 0,
    });
    if (outer) {
      ({ event, cameo } = outer);
      mood = moodOf(tree, kind === 'noun' ? clauseOf(tree, token) : token);
    } else {
      if (governor.modality && mood.modality === 'asserted') mood = changedMood(mood, { modality: governor.modality });
      if (governor.negative) mood = changedMood(mood, { polarity: mood.polarity === 'negative' ? 'positive' : 'negative' });
    }
    governed = kind === 'adj' ? undefined : governorOf(tree, token, knowledge.governors);
  }
  return { event: labelOf(event, quadOf(event), mood), cameo };
}

/** The single label of the codebooks: undone cooperation is refused, cooperation to come agreed on, what is asked for a request. */
export function labelOf(type: EventType, quad: number, mood: Mood): EventType {
  if (mood.modality === 'requested') return 'REQUEST';
  if (quad > 2) return type;
  if (mood.polarity === 'negative') return 'REJECT';
  return mood.modality === 'intended' ? 'AGREE' : type;
}

function governorAbove(tree: Tree, match: Match, knowledge: EventKnowledge): Governed | undefined {
  if (match.light !== undefined) {
    const governor = knowledge.governors.effect(lightEffect(tree, match.light, match.trigger, knowledge.lights));
    if (governor) return { governor, token: match.light, kind: 'verb' };
  }
  return governorOf(tree, match.light ?? match.trigger, knowledge.governors);
}

function fitOf(tree: Tree, match: Match, places: Places, governed: Governed | undefined): number {
  const { rule, trigger, kind, light } = match;
  const at = (slots: readonly string[], party: readonly number[]): boolean =>
    slots.some((slot) => slotTokens(tree, trigger, kind, slot, light).some((t) => covers(tree, t, party)));
  const actors = light === undefined ? rule.actor : [...rule.actor, 'subject'];
  const above = governed ? slotTokens(tree, governed.token, governed.kind, 'subject', undefined) : [];
  const a = at(actors, places.actor) || above.some((t) => covers(tree, t, places.actor));
  const r = at(rule.recipient, places.recipient) || (rule.mutual && at([...rule.actor, 'with', 'between', 'and'], places.recipient));
  const crossed = !a && !r && at(actors, places.recipient) && at(rule.recipient, places.actor);
  let fit = (a ? 2.5 : 0) + (r ? 2.5 : 0) + (crossed ? 1 : 0);
  const clause = light ?? trigger;
  if (places.way.has(trigger) || places.way.has(clause)) fit += 1;
  else if (governed && places.way.has(governed.token)) fit += 0.9;
  else if ((tree.children[trigger] ?? []).some((c) => places.way.has(c))) fit += 0.3;
  // A word inside a party's own phrase tells who the party is, not what was done.
  if (places.actor.includes(trigger) || places.recipient.includes(trigger)) fit -= 1.2;
  return fit - Math.min(0.4, depthOf(tree, trigger) * 0.05) - distance(trigger, [...places.actor, ...places.recipient]) / 200;
}

/** Whether a slot's token, its conjuncts or the phrase of any of them has to do with the party's tokens. */
function covers(tree: Tree, token: number, party: readonly number[]): boolean {
  if (party.length === 0) return false;
  return withConjuncts(tree, token)
    .flatMap((t) => throughQuantity(tree, t))
    .some((t) => {
      if (party.includes(t)) return true;
      const [start, end] = phraseOf(tree, t, { withNmod: true });
      return party.some((p) => start <= p && p < end && isNear(tree, p, t));
    });
}

/** At most two steps below the slot's token: "Iran's nuclear programme", "members of the council", not what a far clause tells. */
function isNear(tree: Tree, below: number, token: number): boolean {
  let k = below;
  for (let step = 0; step < 3; step++) {
    if (k === token) return true;
    if (['acl', 'advcl', 'parataxis'].includes(baseAt(tree, k))) return false;
    k = tree.tokens[k]?.head ?? -1;
  }
  return k === token;
}

function depthOf(tree: Tree, i: number): number {
  let n = 0;
  for (let k = i; n < 30 && (tree.tokens[k]?.head ?? -1) >= 0; k = tree.tokens[k]?.head ?? -1) n++;
  return n;
}

const distance = (trigger: number, party: readonly number[]): number =>
  party.length === 0 ? 0 : Math.min(...party.map((p) => Math.abs(p - trigger)));

/** The verb nearest above both parties, and those on the way to it, from the top; then their complements. */
export function verbsOnWay(tree: Tree, { way }: Places): number[] {
  const verbs = [...way].filter((i) => tree.tokens[i]?.upos === 'VERB').sort((a, b) => depthOf(tree, a) - depthOf(tree, b) || a - b);
  return [
    ...new Set([...verbs, ...verbs.flatMap((v) => childrenBy(tree, v, 'xcomp', 'conj').filter((c) => tree.tokens[c]?.upos === 'VERB'))]),
  ];
}
