/** The parties in the slots of a match, without what stands there and is none. */
import { objectOf } from '../2-sentences/arguments.ts';
import { caseOf, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Mention } from '../model/index.ts';
import type { FoundParty } from './found-party.ts';
import type { Match } from './match.ts';
import { isBehindAnother, isBrokenInto, isHelp, isLand, isOfOtherTalks, isTalkedOf, isTopic, isWhere } from './no-party.ts';
import { isPlace, partiesAt, type Reach } from './parties.ts';
import type { EventRule } from './rules.ts';
import { slotTokens } from './slots.ts';

/** An act where its parties are looked for. */
export interface ActAt {
  readonly doc: Document;
  readonly tree: Tree;
  readonly match: Match;
  readonly type: EventType;
}

const PLACE_SLOTS: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'CONSULT', 'AID', 'SANCTION']);

/** Acts of words: what is judged, asked for or refused stands for whoever did it. */
const DOERS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST', 'PROTEST']);
/** Of these, acts of words on something that is there: who asks for a state's data asks that state. */
const JUDGED: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);
/** Below this probability of its head a second object is a guess. */
const GUESS = 0.35;
/** Slots that tell where something was. */
export const WHERE = new Set(['in', 'near', 'at', 'from', 'on']);

const NONE: readonly FoundParty[] = [];

/** The parties in the first of some slots that has one, in all of them with `many`. `through`: prepositions behind which one may stand in a slot's phrase. */
export function collectParties(act: ActAt, slots: readonly string[], many = false, through?: readonly string[]): FoundParty[] {
  const all: FoundParty[] = [];
  for (const slot of slots) {
    for (const p of partiesIn(act, slot, through)) if (!all.some((q) => sameParty(q.mention, p.mention))) all.push(p);
    if (all.length > 0 && !many) break;
  }
  return all;
}

function partiesIn(act: ActAt, slot: string, through: readonly string[] | undefined): readonly FoundParty[] {
  const { doc, tree, match } = act;
  const tokens = slotTokens(tree, match.trigger, match.kind, slot, match.light).filter((t) => !isHelp(tree, t));
  if (tokens.length === 0) return NONE;
  const reach = reachOf(act.type, slot, through);
  const found: FoundParty[] = [];
  for (const t of tokens) {
    if (isBeside(act, slot, t, t === tokens[0]) || isBehindAnother(tree, match, tokens[0] ?? t, t)) continue;
    for (const p of partiesAt(doc, tree, t, reach)) if (!isNoParty(act, slot, t, p)) found.push(p);
  }
  return withoutTitles(doc, found);
}

/** How far from a slot's own word its party may stand. */
function reachOf(type: EventType, slot: string, through: readonly string[] | undefined): Reach {
  const movable = slot === 'subject' || slot === 'poss' || slot === 'by' || slot === 'mod';
  const places = !movable && PLACE_SLOTS.has(type);
  return {
    places,
    placeOwners: places && type !== 'CONSULT',
    doers: DOERS.has(type) && !movable,
    topics: JUDGED.has(type) && !movable,
    agents: DOERS.has(type) || movable,
    ownPhrase: type === 'AID',
    borders: type === 'MOBILIZE',
    missions: (type === 'AID' || type === 'AGREE') && /^(to|for|with|object|benefit|purpose)$/.test(slot),
    through: movable ? undefined : through,
  };
}

/** Whether a word in a slot tells something else than a party, whoever it names. */
function isBeside({ doc, tree, match, type }: ActAt, slot: string, t: number, isFirst: boolean): boolean {
  switch (slot) {
    case 'object':
      // "investigated a firm over claims by a rival": what parsers guess to be one more object.
      if (!isFirst && (tree.tokens[t]?.headProbability ?? 1) < GUESS) return true;
      // "paid his respects": whose they are is no party of its own.
      return match.kind === 'verb' && t !== match.trigger && match.words.includes(t);
    case 'to':
      // "gave a million in response to the storm": what one answers with help is not helped.
      return type === 'AID' && tree.words['takes-to'].has(lemmaAt(tree, tree.tokens[t]?.head ?? -1));
    case 'on':
      // "lobbied on the other side for support".
      return lemmaAt(tree, t) === 'side';
    case 'mod':
      return (isNamedAfterPlace(match.rule) && isWhere(doc, tree, match.trigger, t)) || isBrokenInto(doc, tree, match.rule.cameo, t);
    case 'with':
      if (type !== 'CONSULT' || match.kind !== 'verb') return false;
      return isTopic(doc, tree, t, match.trigger) || isOfOtherTalks(tree, match.trigger, t);
    default:
      return false;
  }
}

/** Acts that are named after where they were or what they are about: "the Kenya bombing", "the Libya inquiry", "the Kenya protests". */
const isNamedAfterPlace = ({ type }: EventRule): boolean => type !== undefined && NAMED_AFTER_PLACES.has(type);
const NAMED_AFTER_PLACES: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'ACCUSE', 'PROTEST']);

/** Whether who is found in a slot is no party of such an act there. */
function isNoParty({ doc, tree, match, type }: ActAt, slot: string, t: number, { mention, direct }: FoundParty): boolean {
  if (slot === 'comp-actor' && !direct) return true;
  // "rigged, in his words, the vote": whose words or home it is suffers nothing there.
  if (!direct && mention.kind === 'pronoun' && WHERE.has(slot)) return true;
  switch (type) {
    case 'ASSAULT':
      // "an attack from Peru": where it was launched, whoever launched it.
      return slot === 'from' && match.kind === 'noun' && direct && isLand(doc, mention);
    case 'CONSULT':
      // "discussed the proposals of the parties", "exchanged views on Kowal's report": what is talked of.
      return match.kind === 'verb' && !direct && isTalkedOf(tree, match.trigger, slot);
    case 'RETREAT':
      // "surrendered on the shore": nobody yields to where it happens.
      return /^(on|in|at)$/.test(slot) && isPlace(doc, mention);
    case 'SUPPORT':
      // "appreciated the trip to the forum for trade": what somebody is thanked for is not who is thanked.
      return slot === 'for' && direct && match.kind === 'verb' && objectOf(tree, match.trigger).length > 0;
    case 'AGREE':
      // "agreed to set up a working group", "a readiness to keep peace in Mali": what a promise does something to is its party only by name, and no place.
      return slot === 'purpose' && (mention.kind === 'nominal' || (caseOf(tree, t) === 'in' && isMereScene(tree, match, t)));
    default:
      return false;
  }
}

/** "a readiness to keep peace in Mali", "agreed to hold talks in Mali": where it is to be. */
const isMereScene = (tree: Tree, { kind, trigger }: Match, place: number): boolean =>
  kind === 'noun' || tree.tokens.slice(trigger, place).some((x) => tree.words.encounters.has(x.lemma.toLowerCase()));

/** "his counterpart President Jan Kowal": parsers make two objects of one phrase; the name is the party. */
function withoutTitles(doc: Document, found: readonly FoundParty[]): readonly FoundParty[] {
  if (found.length < 2) return found;
  return found.flatMap((p, i) => {
    const before = found[i - 1];
    if (isTitleOf(doc, p, found[i + 1])) return [];
    return [before && isTitleOf(doc, before, p) ? { ...p, phrase: { start: before.phrase.start, end: p.phrase.end } } : p];
  });
}

/** Whether a noun stands right in front of a name. */
const isTitleOf = (doc: Document, noun: FoundParty, name: FoundParty | undefined): boolean =>
  noun.mention.kind === 'nominal' &&
  name?.mention.kind === 'name' &&
  noun.phrase.end < name.phrase.start &&
  doc.article.text.slice(noun.phrase.end, name.phrase.start).trim() === '';

/** One entity in one part: a state's opposition is not its government. */
export const sameParty = (a: Mention, b: Mention): boolean =>
  a.id === b.id || (areSame(a.entities, b.entities) && (a.sector === 'OPP') === (b.sector === 'OPP'));

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** The first parties without those that the second name, too. */
export const withoutSame = (a: readonly FoundParty[], b: readonly FoundParty[]): FoundParty[] =>
  a.filter((x) => !b.some((y) => sameParty(x.mention, y.mention)));
