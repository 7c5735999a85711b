/** An act with its parties → an event: whether it is one at all, with date, place, contexts, claim and evidence. */

import { clauseOf } from '../2-sentences/mood.ts';
import { caseOf, childrenBy, lemmaAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import { type Document, mentionById } from '../3-mentions/document.ts';
import { dateOf } from '../3-mentions/standing/dating.ts';
import { isLongBefore, isOfOldArmies } from '../3-mentions/standing/history.ts';
import type { Claim, Event, EventType, Evidence, Party } from '../model/index.ts';
import type { Act } from './act.ts';
import { contextsOf } from './contexts.ts';
import { withoutDoubtful } from './doubtful.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import type { FoundParty } from './found-party.ts';
import { isThirdPlace, locationOf, locationRow } from './location.ts';
import type { Match } from './match.ts';
import { isAuthority, isPolitics } from './politics.ts';
import type { EventRule } from './rules.ts';
import { isOnLaterDay, isStillToCome } from './still-to-come.ts';

/** Types that need somebody at the other end (PLOVER's starred ones, and requests). */
const NEEDS_RECIPIENT: ReadonlySet<EventType> = new Set(['COOPERATE', 'AID', 'SANCTION', 'REQUEST', 'CONSULT']);

/** Whether a deed was done by or to a state that is no more: "the Soviet army". What is said of one is news. */
const isOfThePast = (doc: Document, type: EventType, parties: readonly Party[], knowledge: EventKnowledge): boolean => {
  const published = doc.article.published?.value;
  if (published === undefined || knowledge.codes.quad(type) % 2 === 1) return false;
  return parties.some((p) => isLongBefore(knowledge.ended.get(p.state ?? ''), published));
};

/** Protest, or what becomes of one: a strike called off, a strike that goes on. */
const isDissent = (rule: EventRule, act: Act): boolean =>
  act.type === 'PROTEST' || rule.type === 'PROTEST' || (act.type === 'RETREAT' && rule.contexts.includes('pro_democracy'));

/** Protesters, whom police stop or beat for what they want: politics also where no state is named. */
function isDissenter(doc: Document, { mention }: FoundParty): boolean {
  const tree = doc.trees[mention.sentence];
  if (tree === undefined) return false;
  if (tree.words.dissenters.has(lemmaAt(tree, mention.head).toLowerCase())) return true;
  // "200 people were detained during protests".
  return childrenBy(tree, clauseOf(tree, mention.head), 'obl').some(
    (c) => /^(at|during|in)$/.test(caseOf(tree, c)) && tree.words['dissent-in-public'].has(lemmaAt(tree, c).toLowerCase()),
  );
}

const isLeader = (doc: Document, p: Party): boolean =>
  /^(GOV|LEG|PTY)$/.test(p.sector ?? '') && doc.entities.get(p.entity)?.kind === 'person';

/** Whether all of several states are those of as many actors. */
function isAmong(some: readonly Party[], actors: readonly Party[]): boolean {
  const states = new Set(actors.map((p) => p.state));
  return some.length > 1 && actors.length > 1 && some.every((p) => p.state !== undefined && states.has(p.state));
}

/** "agreed to instruct their agencies", "to promote contacts between the two countries' agencies": those who agree have them. */
function withoutTheirOwn(doc: Document, tree: Tree, recipient: readonly Party[], actor: readonly Party[]): Party[] {
  const states = new Set(actor.map((p) => p.state));
  return recipient.filter((p) => {
    const mention = mentionById(doc, p.mention);
    if (states.size > 1 && p.entity === p.state && states.has(p.state)) return false;
    if (mention?.kind !== 'nominal' || mention.sentence !== tree.sentence.index) return true;
    return !childrenBy(tree, mention.head, 'nmod:poss').some(
      (c) => /^their$/i.test(tree.tokens[c]?.form ?? '') || tree.words['states-in-number'].has(lemmaAt(tree, c).toLowerCase()),
    );
  });
}

/** "pledged to add soldiers to its military": what a state has itself. */
function isItsOwn(doc: Document, tree: Tree, p: Party, owner: Party | undefined): boolean {
  const mention = mentionById(doc, p.mention);
  return (
    mention?.sentence === tree.sentence.index &&
    p.state !== undefined &&
    p.state === owner?.state &&
    childrenBy(tree, mention.head, 'nmod:poss').some((c) => /^(its|his|her|their|our)$/i.test(tree.tokens[c]?.form ?? ''))
  );
}

/** Whether all that is done is done within the state of who does it. */
function isAtHome(doc: Document, actor: readonly Party[], recipient: readonly Party[]): boolean {
  const stateOf = (p: Party): string | undefined => p.state ?? doc.entities.get(p.entity)?.state;
  const [first] = actor;
  const home = first && stateOf(first);
  return home !== undefined && recipient.length > 0 && recipient.every((p) => stateOf(p) === home);
}

/** The event of an act; undefined where no political party takes part, or where one that it needs is missing. */
export function build(
  doc: Document,
  tree: Tree,
  match: Match,
  claims: readonly Claim[],
  knowledge: EventKnowledge,
  act: Act,
): Event | undefined {
  const { rule } = match;
  const parties = withoutDoubtful(doc, tree, act.parties, act.type);
  let actor = toParties(doc, parties.actor);
  let recipient = toParties(doc, parties.recipient);
  // "talks with X and Y": with each of them, by somebody who is not named.
  if (act.mutual && actor.length === 0 && recipient.length > 1 && act.parties.isBetween !== true) return undefined;
  if (act.mutual) {
    actor = [...actor, ...recipient.filter((r) => !actor.some((a) => a.entity === r.entity))];
    recipient = [];
  }
  // A leader's rally is his campaign, not a protest.
  if (act.cameo.startsWith('141') && recipient.length === 0 && actor.length > 0 && actor.every((p) => isLeader(doc, p))) return undefined;
  // Interviews are no consultations.
  if (act.type === 'CONSULT' && act.mutual) actor = actor.filter((p) => p.sector !== 'JRN');
  if (actor.length + recipient.length === 0) return undefined;
  if (
    !isPolitics([...actor, ...recipient], doc, act.cameo) &&
    !(isDissent(rule, act) && recipient.every(isAuthority) && actor.some((p) => p.sector !== undefined)) &&
    !(/^1[78]/.test(act.cameo) && actor.every((p) => p.sector === 'COP') && parties.recipient.some((p) => isDissenter(doc, p)))
  )
    return undefined;
  if (
    act.mutual
      ? actor.length < 2 && rule.needs.includes('recipient')
      : rule.needs.includes('recipient') && recipient.length === 0 && act.governed === undefined
  )
    return undefined;
  if (rule.needs.includes('actor') && actor.length === 0 && act.governed === undefined) return undefined;
  if (rule.needs.includes('abroad') && isAtHome(doc, actor, recipient)) return undefined;
  if (
    NEEDS_RECIPIENT.has(act.type) &&
    (act.mutual ? actor.length < 2 : recipient.length === 0 || (actor.length === 0 && act.type !== 'SANCTION'))
  )
    return undefined;
  // "police stopped a protest against Peru": nobody yields whose protest it was not.
  if (rule.type === 'PROTEST' && act.type === 'RETREAT' && act.governed && actor.length > 0 && actor.every(isAuthority)) return undefined;
  // "agreed to promote trade between the two": those who agree, no third.
  if (act.type === 'AGREE' && isAmong(recipient, actor)) recipient = [];
  if (act.type === 'AGREE' && actor.length > 1) recipient = withoutTheirOwn(doc, tree, recipient, actor);
  else if (act.type === 'AGREE') recipient = recipient.filter((p) => !isItsOwn(doc, tree, p, actor[0]));
  // A noun in passing ("a ban", "the conflict") with nobody that is known is no event.
  if (
    match.kind === 'noun' &&
    match.light === undefined &&
    act.governed === undefined &&
    [...actor, ...recipient].every((p) => p.entity.includes(':') && p.state === undefined)
  )
    return undefined;
  // Nobody acts upon himself; "both sides" asked by one of them is the other.
  if (!act.mutual && recipient.length > 0) {
    recipient = recipient.filter((r) => !actor.some((a) => a.entity === r.entity && (a.sector === 'OPP') === (r.sector === 'OPP')));
    if (recipient.length === 0) return undefined;
  }
  const dated = dateOf(doc, tree, match.trigger, act.mood, { nominal: match.kind === 'noun' && match.light === undefined });
  const location = locationOf(doc, tree, match.light ?? match.trigger, match.trigger, [...parties.actor, ...parties.recipient]);
  let cameo = appealCode(tree, match, act);
  let mode = act.mode;
  if (act.type === 'CONSULT' && /^04[06]$/.test(cameo) && location && isThirdPlace(doc, location, [...actor, ...recipient])) {
    cameo = '044';
    mode = 'third-party';
  }
  const evidence: Evidence[] = [
    { span: spanOf(tree, match.words[0] ?? match.trigger, (match.words[match.words.length - 1] ?? match.trigger) + 1), as: 'trigger' },
  ];
  if (act.governed) evidence.push({ span: spanOf(tree, act.governed.token, act.governed.token + 1), as: 'governor' });
  const partySpans = (list: readonly FoundParty[], as: 'actor' | 'recipient'): void => {
    for (const p of list)
      if (!evidence.some((e) => e.span.start === p.mention.span.start && e.span.end === p.mention.span.end && e.as === as))
        evidence.push({ span: p.mention.span, as });
  };
  partySpans(parties.actor, 'actor');
  partySpans(parties.recipient, act.mutual ? 'actor' : 'recipient');
  // Words that name nobody still show what acted, or upon what.
  if (actor.length === 0 && act.parties.actorWords) evidence.push({ span: act.parties.actorWords, as: 'actor' });
  if (recipient.length === 0 && !act.mutual && act.parties.recipientWords)
    evidence.push({ span: act.parties.recipientWords, as: 'recipient' });
  const isLater = isOnLaterDay(doc, tree, match, act, dated);
  // "a meeting was set for Friday", read as last Friday: no day is better than the wrong one.
  const isDayGone = (isLater || isStillToCome(doc, tree, match)) && (dated.date?.start ?? '9') < (doc.article.published?.value ?? '');
  if (dated.time && !isDayGone) evidence.push({ span: dated.time.span, as: 'date' });
  if (location) evidence.push({ span: location.span, as: 'location' });
  const at = tree.tokens[match.trigger]?.start ?? 0;
  const claim = innermostClaim(claims, at);
  const isHistory =
    act.background ||
    claim?.status === 'background' ||
    isOfThePast(doc, act.type, [...actor, ...recipient], knowledge) ||
    (knowledge.codes.quad(act.type) % 2 === 0 && isOfOldArmies(tree, clauseOf(tree, match.trigger)));
  return {
    id: '',
    event: act.type,
    ...(mode ? { mode } : {}),
    contexts: contextsOf(tree, match.trigger, rule.contexts, knowledge.contexts),
    cameo,
    quad: knowledge.codes.quad(act.type),
    goldstein: knowledge.codes.goldstein(cameo),
    actor,
    recipient,
    ...(dated.date && !isDayGone ? { date: dated.date } : {}),
    ...(location ? { location: locationRow(doc, location) } : {}),
    modality: isLater ? 'intended' : act.modality,
    polarity: act.polarity,
    status: isHistory ? 'background' : dated.status,
    ...(claim ? { claim: claim.id } : {}),
    evidence,
    rule: rule.id,
    ...(act.governed ? { governor: act.governed.governor.id } : {}),
  };
}

/**
 * The code of a request by the word that makes it: urging, asking and calling for are CAMEO's appeals (02), which it counts as friendly, demands and
 * orders its root 10; the two roots have the same codes below them. PLOVER has one type for both.
 */
function appealCode(tree: Tree, { rule, trigger, light }: Match, act: Act): string {
  if (act.type !== 'REQUEST' || !act.cameo.startsWith('10')) return act.cameo;
  const words = rule.type !== 'REQUEST' && act.governed ? [act.governed.token] : [trigger, ...(light === undefined ? [] : [light])];
  return words.some((w) => tree.words.appeals.has(lemmaAt(tree, w).toLowerCase())) ? `02${act.cameo.slice(2)}` : act.cameo;
}

function toParties(doc: Document, found: readonly FoundParty[]): Party[] {
  const parties: Party[] = [];
  for (const { mention, phrase } of found) {
    for (const id of mention.entities) {
      if (parties.some((p) => p.entity === id)) continue;
      // "…, long bitter rivals,": a word for the others, not one more.
      if (found.length > 1 && mention.sector === 'UNK' && doc.stateOf(mention) === undefined) continue;
      const entity = doc.entities.get(id);
      const state = mention.state ?? entity?.state;
      const sector = mention.sector ?? entity?.sector ?? (entity?.kind === 'state' ? 'GOV' : undefined);
      parties.push({
        entity: id,
        ...(state ? { state } : {}),
        ...(sector ? { sector } : {}),
        mention: mention.id,
        ...(phrase.start < mention.span.start || phrase.end > mention.span.end ? { phrase } : {}),
      });
    }
  }
  return parties;
}

function innermostClaim(claims: readonly Claim[], offset: number): Claim | undefined {
  let best: Claim | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (let k = 0; k < claims.length; k++) {
    const c = claims[k] as Claim;
    for (const s of c.content) {
      if (s.start <= offset && offset < s.end && s.end - s.start < size) {
        size = s.end - s.start;
        best = c;
      }
    }
  }
  return best;
}
