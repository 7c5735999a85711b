/** Who takes part in a match: the rule's slots in order of preference, then the places where a party of that type of act may still stand. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Span } from '../model/index.ts';
import { type ActAt, collectParties, WHERE, withoutSame } from './collect-parties.ts';
import type { FoundParty } from './found-party.ts';
import { type LightVerbs, lightEffect } from './light-verbs.ts';
import type { Match } from './match.ts';
import { isWhereKilled, withoutHomeland, withoutOwnPeople, withoutOwnState } from './no-party.ts';
import { authorsOf, isPlace, NO_PLACES, partiesAt } from './parties.ts';
import { isTime, slotPhrase } from './slot-phrase.ts';
import { slotTokens } from './slots.ts';

/** Who takes part in an act. */
export interface Parties {
  readonly actor: readonly FoundParty[];
  readonly recipient: readonly FoundParty[];
  /** The words that stand where the actor or the recipient would, where they name nobody: "a car bomb", "the draft resolution". */
  readonly actorWords?: Span | undefined;
  readonly recipientWords?: Span | undefined;
  /** Whether an act of several is *between* or *among* those who receive it. */
  readonly isBetween?: boolean;
}

/** Prepositions inside the recipient's phrase behind which the one affected stands: doers of what is judged, places of what is hit. */
const THROUGH: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  ASSAULT: ['of', 'on', 'against', 'at', 'in', 'near', 'from'],
  COERCE: ['of', 'on', 'against', 'from', 'in', 'to'],
  SANCTION: ['of', 'with', 'to', 'on', 'against'],
  RETREAT: ['to', 'of', 'from', 'with', 'in'],
  CONCEDE: ['of', 'on', 'for'],
  AID: ['to', 'for', 'of', 'in'],
  ACCUSE: ['of', 'by', 'from'],
  SUPPORT: ['of', 'by', 'from', 'for', 'with'],
  REJECT: ['of', 'by', 'from', 'with', 'for'],
  REQUEST: ['of', 'from'],
  THREATEN: ['of', 'against', 'on', 'in'],
  MOBILIZE: ['with', 'of'],
};

/** Where the recipient may stand besides the rule's slots. */
const FALLBACK: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  ASSAULT: ['victim', 'on', 'against', 'at', 'in'],
  COERCE: ['against', 'on', 'in'],
  SANCTION: ['against', 'on', 'with'],
  MOBILIZE: ['to', 'into', 'against', 'toward', 'towards', 'near', 'close to', 'along', 'around', 'outside', 'off', 'in', 'on'],
  RETREAT: ['from', 'with', 'to'],
  CONCEDE: ['to', 'for'],
  AID: ['to', 'for', 'purpose', 'in', 'into'],
  ACCUSE: ['against'],
  SUPPORT: ['to', 'for'],
  REJECT: ['from'],
  REQUEST: ['to', 'from', 'on'],
  THREATEN: ['against', 'to', 'with'],
  AGREE: ['with', 'to', 'benefit', 'purpose'],
  CONSULT: ['between', 'purpose'],
  PROTEST: ['against', 'cause', 'outside', 'at', 'in'],
};

/** Acts that are done somewhere and upon nobody in particular: where they were done stands for whom they are against. */
const WORDS_BESIDE: ReadonlySet<EventType> = new Set(['MOBILIZE', 'PROTEST']);

/** What a light verb may do for its subject to be the one who does the noun's act. */
const SUBJECT_ACTS = new Set(['do', 'stop', 'omit', 'lift', 'intend', 'promise', 'threaten']);

/** Who does what a match tells, and to whom; both may be empty. */
export function findParties(doc: Document, tree: Tree, match: Match, type: EventType, lights: LightVerbs): Parties {
  const act: ActAt = { doc, tree, match, type };
  const { rule } = match;
  const suffers = match.kind === 'noun' && rule.recipient.includes('poss') && possessorSuffers(doc, tree, match.trigger);
  const acting = actorsOf(act, suffers, lights);
  const actors = type === 'PROTEST' ? withoutHomeland(doc, acting) : acting;
  const isTold = rule.mutual && match.kind === 'verb' && actors.length > 0;
  const { actor, recipient } = withPartners(act, actors, calledOr(act, actors, recipientsOf(act, actors, suffers, isTold)), isTold);
  return {
    actor,
    recipient,
    isBetween: rule.mutual && recipient.length > 0 && withoutSame(recipient, collectParties(act, ['between', 'among'])).length === 0,
    actorWords: actor.length === 0 ? wordsAt(doc, tree, match, rule.actor) : undefined,
    recipientWords: recipient.length === 0 && !rule.mutual ? recipientWords(act) : undefined,
  };
}

/** Who acts: in the rule's slots, or the subject where the tree hides it. `suffers`: whether who has the act is who it is done to. */
function actorsOf(act: ActAt, suffers: boolean, lights: LightVerbs): readonly FoundParty[] {
  const { doc, tree, match } = act;
  const { rule, trigger, light } = match;
  const found = collectParties(act, suffers ? rule.actor.filter((s) => s !== 'poss') : rule.actor);
  if (match.kind === 'verb')
    return found.length === 0 && rule.actor.includes('subject') ? partiesOf(act, authorsOf(doc, tree, trigger)) : found;
  if (match.kind !== 'noun') return found;
  if (light === undefined) {
    // "The president talks with the speaker": a verb that the tagger took for a noun.
    const own = hasChild(tree, trigger, 'cop', 'case') ? [] : partiesOf(act, childrenBy(tree, trigger, 'nsubj'));
    return own.length > 0 ? own : found;
  }
  if (!SUBJECT_ACTS.has(lightEffect(tree, light, trigger, lights))) return found;
  // "approved a Norwegian aid package": whose it is gives it.
  if (found.length > 0 && tree.words['lets-through'].has(lemmaAt(tree, light).toLowerCase())) return found;
  const bySubject = partiesOf(act, [...slotTokens(tree, trigger, 'noun', 'subject', light), ...authorsOf(doc, tree, light)]);
  return bySubject.length > 0 ? bySubject : found;
}

/** The parties at some tokens, places left out. */
const partiesOf = ({ doc, tree }: ActAt, tokens: readonly number[]): FoundParty[] =>
  tokens.flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));

/** Upon whom it is done: in the rule's slots, then through what stands there, then where the type allows it. `isTold`: whether somebody talks. */
function recipientsOf(act: ActAt, actor: readonly FoundParty[], suffers: boolean, isTold: boolean): readonly FoundParty[] {
  const { match, type } = act;
  const { rule } = match;
  const offered = offeredBy(act, actor);
  if (offered.length > 0) return offered;
  // "discussed relations between X and Y": who is between is talked of, where somebody talks.
  const slots = rule.recipient.filter((r) => (r === 'poss' ? suffers : !isTold || !/^(between|among)$/.test(r)));
  const own = withoutOwnState(act, actor, withoutSame(collectParties(act, slots, rule.mutual), actor));
  if (own.length > 0 || rule.mutual) return own;
  // What nobody known did to something in a place is no act upon that place.
  const through = (THROUGH[type] ?? []).filter((prep) => actor.length > 0 || !WHERE.has(prep));
  const deeper = withoutOwnState(act, actor, withoutSame(collectParties(act, slots, false, through), actor));
  if (deeper.length > 0 || actor.length === 0) return deeper;
  const beyond = type === 'AID' || type === 'MOBILIZE' ? THROUGH[type] : undefined;
  return withoutSame(collectParties(act, FALLBACK[type] ?? [], false, beyond), actor).filter((p) => !isScene(act, p));
}

/** "accepted Kenya's offer": what somebody else has made. */
const offeredBy = (act: ActAt, actor: readonly FoundParty[]): readonly FoundParty[] =>
  act.match.light !== undefined && lemmaAt(act.tree, act.match.light) === 'accept' ? withoutSame(collectParties(act, ['poss']), actor) : [];

/** Whether a party in a slot of the type only tells where it was. */
const isScene = ({ doc, tree, match, type }: ActAt, p: FoundParty): boolean =>
  // "struck in the central region": a protest is against a state that it is held in, not against a part of it.
  (type === 'PROTEST' &&
    p.direct &&
    caseOf(tree, p.mention.head) === 'in' &&
    doc.entities.get(p.mention.entities[0] ?? '')?.kind !== 'state') ||
  isSceneOfForce({ doc, tree, match, type }, p);

/**
 * "ambushed a convoy in Sava": where violence upon something else was done does not suffer it, unless it is a state ("struck positions in Peru");
 * nor does a state where people were killed.
 */
const isSceneOfForce = ({ doc, tree, match, type }: ActAt, p: FoundParty): boolean =>
  (type === 'ASSAULT' || type === 'COERCE') &&
  match.kind === 'verb' &&
  (isPlace(doc, p.mention) ? objectOf(tree, match.trigger).length > 0 : p.direct && isWhereKilled(tree, match.trigger, p.mention.head));

/** "phoned the Peruvian president to apologise for the raid": said to whoever is rung up, where that is so. */
function calledOr(act: ActAt, actor: readonly FoundParty[], recipient: readonly FoundParty[]): readonly FoundParty[] {
  const { tree, match } = act;
  if (match.kind !== 'verb' || match.rule.mutual) return recipient;
  if (recipient.some((p) => p.direct) && !isCalledIn(tree, match.trigger)) return recipient;
  const called = withoutSame(partiesOf(act, calledBy(tree, match.trigger)), actor);
  return called.length > 0 ? called : recipient;
}

/** Whether an act of words is what somebody was called in for: "summoned the envoy to *complain*". */
const isCalledIn = (tree: Tree, verb: number): boolean =>
  /^(advcl|xcomp)$/.test(relationAt(tree, verb)) &&
  tree.words['acts-of-words'].has(lemmaAt(tree, verb).toLowerCase()) &&
  tree.words['calls-in'].has(lemmaAt(tree, tree.tokens[verb]?.head ?? -1).toLowerCase());

/** Whom a call, a letter, a visit or a summons reaches whose purpose an act of words is. */
function calledBy(tree: Tree, verb: number): readonly number[] {
  const up = tree.tokens[verb]?.head ?? -1;
  const isPurpose = /^(advcl|xcomp)$/.test(relationAt(tree, verb)) && tree.words['acts-of-words'].has(lemmaAt(tree, verb).toLowerCase());
  return isPurpose && (tree.words.talks.has(lemmaAt(tree, up).toLowerCase()) || isCalledIn(tree, verb))
    ? [...objectOf(tree, up), ...childrenBy(tree, up, 'iobj')]
    : [];
}

/** Both sides of an act, with those beside whom a mutual one is done. */
function withPartners(act: ActAt, found: readonly FoundParty[], others: readonly FoundParty[], isTold: boolean) {
  const { doc, tree, match, type } = act;
  const isTalk = type === 'CONSULT';
  const actors = isTalk ? withoutOwnPeople(doc, tree, found, others) : found;
  const recipient = isTalk ? withoutOwnPeople(doc, tree, others, found) : others;
  if (!match.rule.mutual) return { actor: actors, recipient };
  const isNoun = match.kind === 'noun';
  // "published a talk between X and Y", "hosted talks between X and Y": nobody else had it.
  const between = isNoun ? collectParties(act, ['between', 'among']) : [];
  if (between.length > 1) return { actor: between, recipient: [] };
  const actor = isNoun && actors.length === 0 ? collectParties(act, ['between', 'of', 'among', 'mod', 'poss']) : actors;
  if (!isNoun && recipient.length > 0) return { actor, recipient };
  const beside = collectParties(act, isTold ? ['with', 'far-with'] : ['with', 'between', 'among', 'far-with']);
  return { actor, recipient: [...recipient, ...withoutSame(beside, [...actor, ...recipient])] };
}

/** "the minister's arrest": who has an act done to people is the one it is done to, where that is a person and nobody else follows *of*. */
const possessorSuffers = (doc: Document, tree: Tree, noun: number): boolean =>
  ['of', 'on', 'against'].every((prep) => prepositional(tree, noun, prep).length === 0) &&
  childrenBy(tree, noun, 'nmod:poss').some((t) => {
    const kind = doc.entities.get(doc.mentionAt(tree.sentence.index, t)?.entities[0] ?? '')?.kind;
    return kind === 'person' || kind === 'people';
  });

/** The words where a recipient would stand; of acts done somewhere and upon nobody in particular also where that was. */
const recipientWords = ({ doc, tree, match, type }: ActAt): Span | undefined =>
  wordsAt(doc, tree, match, match.rule.recipient) ?? (WORDS_BESIDE.has(type) ? wordsAt(doc, tree, match, FALLBACK[type] ?? []) : undefined);

/** The phrase in the first filled slot, where it is a noun outside the trigger's own words. */
function wordsAt(doc: Document, tree: Tree, match: Match, slots: readonly string[]): Span | undefined {
  for (const slot of slots) {
    if (slot === 'mod' || slot === 'comp') continue;
    const t = slotTokens(tree, match.trigger, match.kind, slot, match.light).find(
      (x) =>
        ['NOUN', 'PROPN'].includes(tree.tokens[x]?.upos ?? '') &&
        !match.words.includes(x) &&
        !isTime(doc, tree, x) &&
        !tree.words['no-target'].has(lemmaAt(tree, x).toLowerCase()),
    );
    if (t !== undefined) return slotPhrase(doc, tree, t);
  }
  return undefined;
}
