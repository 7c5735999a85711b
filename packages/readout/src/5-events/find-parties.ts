/** Who takes part in a match: the rule's slots in order of preference, then the places where a party of that type of act may still stand. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Mention, Span } from '../model/index.ts';
import type { FoundParty } from './found-party.ts';
import { type LightVerbs, lightEffect } from './light-verbs.ts';
import type { Match } from './match.ts';
import { isBrokenInto, isHelp, isLand, isTalkedOf, isTopic, isWhere, isWhereKilled, withoutOwnPeople } from './no-party.ts';
import { authorsOf, isPlace, partiesAt } from './parties.ts';
import type { EventRule } from './rules.ts';
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

const PLACE_SLOTS: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'CONSULT', 'AID', 'SANCTION']);

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

/** Acts of words: what is judged, asked for or refused stands for whoever did it. */
const DOERS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST', 'PROTEST']);
/** Below this probability of its head a second object is a guess. */
const GUESS = 0.35;
const WHERE = new Set(['in', 'near', 'at', 'from', 'on']);

/** What a light verb may do for its subject to be the one who does the noun's act. */
const SUBJECT_ACTS = new Set(['do', 'stop', 'omit', 'lift', 'intend', 'promise', 'threaten']);

/** Acts that are named after where they were or what they are about: "the Kenya bombing", "the Libya inquiry". */
const isNamedAfterPlace = ({ type }: EventRule): boolean => type === 'ASSAULT' || type === 'COERCE' || type === 'ACCUSE';

/** One entity in one part: a state's opposition is not its government. */
export const sameParty = (a: Mention, b: Mention): boolean =>
  a.id === b.id || (a.entities.join() === b.entities.join() && (a.sector === 'OPP') === (b.sector === 'OPP'));
/** The first parties without those that the second name, too. */
export const withoutSame = (a: readonly FoundParty[], b: readonly FoundParty[]): FoundParty[] =>
  a.filter((x) => !b.some((y) => sameParty(x.mention, y.mention)));

/** "his counterpart President Jan Kowal": parsers make two objects of one phrase; the name is the party. */
function withoutTitles(doc: Document, found: readonly FoundParty[]): readonly FoundParty[] {
  if (found.length < 2) return found;
  return found.flatMap((p, i) => {
    const [before, next] = [found[i - 1], found[i + 1]];
    const joined = (a: FoundParty | undefined, b: FoundParty | undefined): boolean =>
      a?.mention.kind === 'nominal' &&
      b?.mention.kind === 'name' &&
      a.phrase.end < b.phrase.start &&
      doc.article.text.slice(a.phrase.end, b.phrase.start).trim() === '';
    if (joined(p, next)) return [];
    return [joined(before, p) && before ? { ...p, phrase: { start: before.phrase.start, end: p.phrase.end } } : p];
  });
}

/** Who does what a match tells, and to whom; both may be empty. */
export function findParties(doc: Document, tree: Tree, match: Match, type: EventType, lights: LightVerbs): Parties {
  const { rule } = match;
  const places = PLACE_SLOTS.has(type);
  const collect = (slots: readonly string[], many: boolean, through?: readonly string[]): FoundParty[] => {
    const all: FoundParty[] = [];
    for (const slot of slots) {
      const tokens = slotTokens(tree, match.trigger, match.kind, slot, match.light).filter((t) => !isHelp(tree, t));
      if (tokens.length === 0) continue;
      const movable = slot === 'subject' || slot === 'poss' || slot === 'by' || slot === 'mod';
      const reach = {
        places: places && !movable,
        placeOwners: places && !movable && type !== 'CONSULT',
        doers: DOERS.has(type) && !movable,
        agents: DOERS.has(type) || movable,
        ownPhrase: type === 'AID',
        borders: type === 'MOBILIZE',
        missions: (type === 'AID' || type === 'AGREE') && /^(to|for|with|object)$/.test(slot),
        ...(through && !movable ? { through } : {}),
      };
      const found: FoundParty[] = [];
      for (const t of tokens) {
        // "investigated a firm over claims by a rival": what parsers guess to be one more object.
        if (slot === 'object' && t !== tokens[0] && (tree.tokens[t]?.headProbability ?? 1) < GUESS) continue;
        // "paid his respects": whose they are is no party of its own.
        if (slot === 'object' && match.kind === 'verb' && t !== match.trigger && match.words.includes(t)) continue;
        // "gave a million in response to the storm": what one answers with help is not helped.
        if (slot === 'to' && type === 'AID' && tree.words['takes-to'].has(lemmaAt(tree, tree.tokens[t]?.head ?? -1))) continue;
        // "lobbied on the other side for support".
        if (slot === 'on' && lemmaAt(tree, t) === 'side') continue;
        if (slot === 'mod' && isNamedAfterPlace(rule) && isWhere(doc, tree, match.trigger, t)) continue;
        if (slot === 'mod' && isBrokenInto(doc, tree, rule.cameo, t)) continue;
        if (slot === 'with' && type === 'CONSULT' && match.kind === 'verb' && isTopic(doc, tree, t, match.trigger)) continue;
        for (const p of partiesAt(doc, tree, t, reach)) {
          if (slot === 'comp-actor' && !p.direct) continue;
          // "an attack from Peru": where it was launched, whoever launched it.
          if (slot === 'from' && type === 'ASSAULT' && match.kind === 'noun' && p.direct && isLand(doc, p.mention)) continue;
          // "discussed the proposals of the parties", "exchanged views on Kowal's report": what is talked of.
          if (type === 'CONSULT' && match.kind === 'verb' && !p.direct && isTalkedOf(tree, match.trigger, slot)) continue;
          // "surrendered on the shore": nobody yields to where it happens.
          if (type === 'RETREAT' && /^(on|in|at)$/.test(slot) && isPlace(doc, p.mention)) continue;
          // "appreciated the trip to the forum for trade": what somebody is thanked for is not who is thanked.
          if (type === 'SUPPORT' && slot === 'for' && p.direct && match.kind === 'verb' && objectOf(tree, match.trigger).length > 0)
            continue;
          // "rigged, in his words, the vote": whose words or home it is suffers nothing there.
          if (!p.direct && p.mention.kind === 'pronoun' && WHERE.has(slot)) continue;
          // "agreed to set up a working group", "a readiness to keep peace in Mali": what a promise does something to is its party only by name, and no place.
          if (
            slot === 'purpose' &&
            type === 'AGREE' &&
            (p.mention.kind === 'nominal' || (match.kind === 'noun' && caseOf(tree, t) === 'in'))
          )
            continue;
          found.push(p);
        }
      }
      for (const p of withoutTitles(doc, found)) if (!all.some((q) => sameParty(q.mention, p.mention))) all.push(p);
      if (all.length > 0 && !many) break;
    }
    return all;
  };
  const suffers = match.kind === 'noun' && rule.recipient.includes('poss') && possessorSuffers(doc, tree, match.trigger);
  let actor = collect(suffers ? rule.actor.filter((s) => s !== 'poss') : rule.actor, false);
  if (actor.length === 0 && match.kind === 'verb' && rule.actor.includes('subject'))
    actor = authorsOf(doc, tree, match.trigger).flatMap((t) => partiesAt(doc, tree, t, { places: false }));
  // "The president talks with the speaker": a verb that the tagger took for a noun.
  if (match.kind === 'noun' && match.light === undefined && !hasChild(tree, match.trigger, 'cop', 'case')) {
    const own = childrenBy(tree, match.trigger, 'nsubj').flatMap((t) => partiesAt(doc, tree, t, { places: false }));
    if (own.length > 0) actor = own;
  }
  if (match.kind === 'noun' && match.light !== undefined && SUBJECT_ACTS.has(lightEffect(tree, match.light, match.trigger, lights))) {
    const bySubject = [
      ...slotTokens(tree, match.trigger, 'noun', 'subject', match.light),
      ...(match.light === undefined ? [] : authorsOf(doc, tree, match.light)),
    ].flatMap((t) => partiesAt(doc, tree, t, { places: false }));
    if (bySubject.length > 0) actor = bySubject;
  }
  // "accepted Kenya's offer": what somebody else has made.
  const offered = match.light !== undefined && lemmaAt(tree, match.light) === 'accept' ? withoutSame(collect(['poss'], false), actor) : [];
  // "discussed relations between X and Y": who is between is talked of, where somebody talks.
  const told = rule.mutual && match.kind === 'verb' && actor.length > 0;
  const recipients = rule.recipient.filter((r) => (r === 'poss' ? suffers : !told || !/^(between|among)$/.test(r)));
  let recipient = offered.length > 0 ? offered : withoutSame(collect(recipients, rule.mutual), actor);
  if (recipient.length === 0 && !rule.mutual) {
    // What nobody known did to something in a place is no act upon that place.
    const through = (THROUGH[type] ?? []).filter((prep) => actor.length > 0 || !WHERE.has(prep));
    recipient = withoutSame(collect(recipients, false, through), actor);
    if (recipient.length === 0 && actor.length > 0)
      recipient = withoutSame(
        collect(FALLBACK[type] ?? [], false, type === 'AID' || type === 'MOBILIZE' ? THROUGH[type] : undefined),
        actor,
      ).filter((p) => !isScene(doc, tree, match, type, p));
  }
  // "phoned the Peruvian president to apologise for the raid": said to whoever is rung up.
  if (match.kind === 'verb' && !rule.mutual && (isCalledIn(tree, match.trigger) || !recipient.some((p) => p.direct))) {
    const called = withoutSame(
      calledBy(tree, match.trigger).flatMap((t) => partiesAt(doc, tree, t, { places: false })),
      actor,
    );
    if (called.length > 0) recipient = called;
  }
  if (type === 'CONSULT')
    [actor, recipient] = [withoutOwnPeople(doc, tree, actor, recipient), withoutOwnPeople(doc, tree, recipient, actor)];
  if (rule.mutual) {
    if (match.kind === 'noun' && actor.length === 0) actor = collect(['between', 'of', 'among', 'mod', 'poss'], false);
    if (match.kind === 'noun' || recipient.length === 0) {
      const withs = withoutSame(collect(told ? ['with', 'far-with'] : ['with', 'between', 'among', 'far-with'], false), [
        ...actor,
        ...recipient,
      ]);
      recipient = [...recipient, ...withs];
    }
  }
  return {
    actor,
    recipient,
    isBetween: rule.mutual && recipient.length > 0 && withoutSame(recipient, collect(['between', 'among'], false)).length === 0,
    actorWords: actor.length === 0 ? wordsAt(doc, tree, match, rule.actor) : undefined,
    recipientWords:
      recipient.length === 0 && !rule.mutual
        ? (wordsAt(doc, tree, match, rule.recipient) ??
          (WORDS_BESIDE.has(type) ? wordsAt(doc, tree, match, FALLBACK[type] ?? []) : undefined))
        : undefined,
  };
}

/**
 * "ambushed a convoy in Sava": where violence upon something else was done does not suffer it, unless it is a state ("struck positions in Peru");
 * nor does a state where people were killed.
 */
const isScene = (doc: Document, tree: Tree, match: Match, type: EventType, p: FoundParty): boolean =>
  (type === 'ASSAULT' || type === 'COERCE') &&
  match.kind === 'verb' &&
  (isPlace(doc, p.mention) ? objectOf(tree, match.trigger).length > 0 : p.direct && isWhereKilled(tree, match.trigger, p.mention.head));

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

/** "the minister's arrest": who has an act done to people is the one it is done to, where that is a person and nobody else follows *of*. */
const possessorSuffers = (doc: Document, tree: Tree, noun: number): boolean =>
  ['of', 'on', 'against'].every((prep) => prepositional(tree, noun, prep).length === 0) &&
  childrenBy(tree, noun, 'nmod:poss').some((t) => {
    const kind = doc.entities.get(doc.mentionAt(tree.sentence.index, t)?.entities[0] ?? '')?.kind;
    return kind === 'person' || kind === 'people';
  });

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
