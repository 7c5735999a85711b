/** An act with its parties → an event: with date, place, contexts, claim and evidence. Whether it is one at all: sides.ts. */

import { clauseOf } from '../2-sentences/mood.ts';
import { lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { dateOf } from '../3-mentions/standing/dating.ts';
import { isLongBefore, isOfOldArmies } from '../3-mentions/standing/history.ts';
import type { Claim, Event, EventType, Party } from '../model/index.ts';
import type { Act } from './act.ts';
import { contextsOf } from './contexts.ts';
import { withoutDoubtful } from './doubtful.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { evidenceOf } from './evidence.ts';
import { isThirdPlace, locationOf, locationRow } from './location.ts';
import type { Match } from './match.ts';
import { isNameless } from './nameless.ts';
import { sidesOf } from './sides.ts';
import { isOnLaterDay, isStillToCome } from './still-to-come.ts';

/** The event of an act; undefined where no political party takes part, or where one that it needs is missing. */
export function build(
  doc: Document,
  tree: Tree,
  match: Match,
  claims: readonly Claim[],
  knowledge: EventKnowledge,
  act: Act,
): Event | undefined {
  const parties = withoutDoubtful(doc, tree, act.parties, act.type);
  const sides = sidesOf(doc, tree, match, act, parties);
  if (!sides || (sides.actor.length === 0 && isNameless(tree, match, act))) return undefined;
  const { rule, trigger } = match;
  const everybody = [...sides.actor, ...sides.recipient];
  const { date, time, status, isLater } = dateOfAct(doc, tree, match, act);
  const location = locationOf(doc, tree, match.light ?? trigger, trigger, [...parties.actor, ...parties.recipient]);
  const appeal = appealCode(tree, match, act);
  const isAtThird = act.type === 'CONSULT' && /^04[06]$/.test(appeal) && location !== undefined && isThirdPlace(doc, location, everybody);
  const cameo = isAtThird ? '044' : appeal;
  const mode = isAtThird ? 'third-party' : act.mode;
  const claim = innermostClaim(claims, tree.tokens[trigger]?.start ?? 0);
  const isHistory = claim?.status === 'background' || isToldAsHistory(doc, tree, match, act, everybody, knowledge);
  // Field by field: what is spread into an object goes through V8's runtime each time, and leaves it a hidden class of its own.
  const event: { -readonly [K in keyof Event]?: Event[K] } = { id: '', event: act.type };
  if (mode) event.mode = mode;
  event.contexts = contextsOf(tree, trigger, rule.contexts, knowledge.contexts);
  event.cameo = cameo;
  event.quad = knowledge.codes.quad(act.type);
  event.goldstein = knowledge.codes.goldstein(cameo);
  event.actor = sides.actor;
  event.recipient = sides.recipient;
  if (date) event.date = date;
  if (location) event.location = locationRow(doc, location);
  event.modality = isLater ? 'intended' : act.modality;
  event.polarity = act.polarity;
  event.status = isHistory ? 'background' : status;
  if (claim) event.claim = claim.id;
  event.evidence = evidenceOf(tree, match, act, { sides, parties, date: time?.span, location: location?.span });
  event.rule = rule.id;
  if (act.governed) event.governor = act.governed.governor.id;
  return event as Event;
}

/** When an act was done or shall be; `isLater`: on a day after the report. */
function dateOfAct(doc: Document, tree: Tree, match: Match, act: Act) {
  const dated = dateOf(doc, tree, match.trigger, act.mood, { nominal: match.kind === 'noun' && match.light === undefined });
  const isLater = isOnLaterDay(doc, tree, match, act, dated);
  // "a meeting was set for Friday", read as last Friday: no day is better than the wrong one.
  const isDayGone = (isLater || isStillToCome(doc, tree, match)) && (dated.date?.start ?? '9') < (doc.article.published?.value ?? '');
  const { date, time, status } = dated;
  return { date: isDayGone ? undefined : date, time: isDayGone ? undefined : time, status, isLater };
}

/** Whether an act is history by the words above it, by who took part or by armies that are no more. */
const isToldAsHistory = (
  doc: Document,
  tree: Tree,
  { trigger }: Match,
  { background, type }: Act,
  parties: readonly Party[],
  knowledge: EventKnowledge,
): boolean =>
  background ||
  isOfThePast(doc, type, parties, knowledge) ||
  (knowledge.codes.quad(type) % 2 === 0 && isOfOldArmies(tree, clauseOf(tree, trigger)));

/** Whether a deed was done by or to a state that is no more: "the Soviet army". What is said of one is news. */
const isOfThePast = (doc: Document, type: EventType, parties: readonly Party[], knowledge: EventKnowledge): boolean => {
  const published = doc.article.published?.value;
  if (published === undefined || knowledge.codes.quad(type) % 2 === 1) return false;
  return parties.some((p) => isLongBefore(knowledge.ended.get(p.state ?? ''), published));
};

/**
 * The code of a request by the word that makes it: urging, asking and calling for are CAMEO's appeals (02), which it counts as friendly, demands and
 * orders its root 10; the two roots have the same codes below them. PLOVER has one type for both.
 */
function appealCode(tree: Tree, { rule, trigger, light }: Match, act: Act): string {
  if (act.type !== 'REQUEST' || !act.cameo.startsWith('10')) return act.cameo;
  const words = rule.type !== 'REQUEST' && act.governed ? [act.governed.token] : [trigger, ...(light === undefined ? [] : [light])];
  return words.some((w) => tree.words.appeals.has(lemmaAt(tree, w).toLowerCase())) ? `02${act.cameo.slice(2)}` : act.cameo;
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
