/** Whether what a rule asks of the words around its trigger is there: its object, subject and complements, a clause, the voice. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { withConjuncts } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, formsOf, hasChild, lemmaAt, lemmasOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Document } from '../3-mentions/document.ts';
import type { FoundParty } from './found-party.ts';
import { antecedentOf, isPlace, NO_PLACES, partiesAt, throughQuantity } from './parties.ts';
import { type ClauseKind, type EventRule, isAmong, type TriggerKind, type Words } from './rules.ts';
import { slotTokens } from './slots.ts';
import { iobjectOf } from './two-objects.ts';

/** A trigger, and what stands where its rules look: read once, since a verb may call up dozens of rules. */
export interface Looked {
  readonly doc: Document;
  readonly tree: Tree;
  readonly trigger: number;
  readonly kind: TriggerKind;
  /** The verb that carries the noun. */
  readonly light: number | undefined;
  /** The nouns that stand there, once asked for. */
  objects: readonly number[] | undefined;
  subjects: readonly number[] | undefined;
  /** Complements of the trigger and of its light verb. */
  complements: readonly Complements[];
  /** The parties at tokens, places left out. */
  parties: Map<number, readonly FoundParty[]> | undefined;
}

/** The nouns behind a preposition on a word. */
interface Complements {
  readonly head: number;
  readonly prep: string;
  readonly nouns: readonly number[];
}
const NONE: readonly Complements[] = [];

/** A trigger around which nothing was looked at. */
export function lookAround({ doc, tree, trigger, kind, light }: Pick<Looked, 'doc' | 'tree' | 'trigger' | 'kind' | 'light'>): Looked {
  return { doc, tree, trigger, kind, light, objects: undefined, subjects: undefined, complements: NONE, parties: undefined };
}

/** Whether all that a rule asks for is there. */
export function conditionsHold(at: Looked, rule: EventRule): boolean {
  const { tree, trigger, kind, light } = at;
  if (rule.voice && kind === 'verb' && (rule.voice === 'passive') !== isPassive(tree, trigger)) return false;
  if (rule.clause.length > 0 && !hasOneOf(tree, trigger, rule)) return false;
  if (rule.object || rule.notObject) {
    const modifiers = kind === 'noun';
    const objects = kind === 'verb' ? objectsOf(at) : complementsOf(at, trigger, 'of');
    if (rule.object && !fits(at, objects, rule.object, { modifiers, direct: ONTO_ITSELF.has(rule.type ?? '') })) return false;
    if (rule.notObject && fits(at, objects, rule.notObject, { modifiers })) return false;
  }
  if (rule.subject && !fits(at, subjectsOf(at), rule.subject)) return false;
  if (rule.notSubject && fits(at, subjectsOf(at), rule.notSubject)) return false;
  if (rule.prep.length + rule.notPrep.length === 0) return true;
  for (const [prep, words] of rule.prep)
    if (!fits(at, complementsOf(at, trigger, prep), words) && (light === undefined || !fits(at, complementsOf(at, light, prep), words)))
      return false;
  for (const [prep, words] of rule.notPrep)
    if (fits(at, complementsOf(at, trigger, prep), words) || (light !== undefined && fits(at, complementsOf(at, light, prep), words)))
      return false;
  return true;
}

/** The nouns that tokens stand for: with what is joined to them, through quantities. */
function headsOf(tree: Tree, tokens: readonly number[]): readonly number[] {
  if (tokens.length === 0) return tokens;
  const heads: number[] = [];
  for (const t of tokens) for (const c of withConjuncts(tree, antecedentOf(tree, t))) heads.push(...throughQuantity(tree, c));
  return heads;
}

/** Objects of all kinds: "called Peru a rogue state", "assured Peru that": what somebody is called, or who is told, where nothing else is an object. */
function objectsOf(at: Looked): readonly number[] {
  const { tree, trigger } = at;
  if (at.objects) return at.objects;
  const own = objectOf(tree, trigger);
  at.objects = headsOf(tree, [...(own.length > 0 ? own : childrenBy(tree, trigger, 'iobj')), ...calledWhat(tree, trigger)]);
  return at.objects;
}

function subjectsOf(at: Looked): readonly number[] {
  at.subjects ??= headsOf(at.tree, slotTokens(at.tree, at.trigger, at.kind, 'subject', at.light));
  return at.subjects;
}

function complementsOf(at: Looked, head: number, prep: string): readonly number[] {
  // Rules ask for two or three.
  for (const c of at.complements) if (c.prep === prep && c.head === head) return c.nouns;
  const own = prepositional(at.tree, head, prep);
  // "sent Ukraine ten tanks": *to* it.
  const isGiven = prep === 'to' && own.length === 0 && at.kind === 'verb' && at.tree.words['gives-two'].has(lemmaAt(at.tree, head));
  const nouns = headsOf(at.tree, isGiven ? iobjectOf(at.tree, head) : own);
  at.complements = [...at.complements, { head, prep, nouns }];
  return nouns;
}

function partiesOf(at: Looked, token: number): readonly FoundParty[] {
  at.parties ??= new Map();
  let found = at.parties.get(token);
  if (!found) {
    found = partiesAt(at.doc, at.tree, token, NO_PLACES);
    at.parties.set(token, found);
  }
  return found;
}

/** "called Peru a rogue state": what somebody is called is looked at like an object. */
const calledWhat = (tree: Tree, verb: number): number[] =>
  childrenBy(tree, verb, 'xcomp').filter((c) => tree.tokens[c]?.upos === 'NOUN' && !hasChild(tree, c, 'mark', 'case'));

const hasOneOf = (tree: Tree, i: number, { clause, clauseSays }: EventRule): boolean =>
  clause.some((c) => hasClause(tree, i, c, clauseSays));

function hasClause(tree: Tree, i: number, { relation, marker }: ClauseKind, says: Words | undefined): boolean {
  return (tree.children[i] ?? []).some(
    (c) =>
      baseAt(tree, c) === relation &&
      (says === undefined || isAmong(says, lemmasOf(tree)[c] ?? '') || isAmong(says, caseOf(tree, c))) &&
      (marker === undefined ||
        (marker === 'bare' && isBare(tree, c)) ||
        childrenBy(tree, c, 'mark', 'aux').some((m) => lemmaAt(tree, m).toLowerCase() === marker)),
  );
}

/** "insisted that Norway sign": the plain form with a subject of its own, which only what is asked for has. */
const isBare = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'nsubj', 'nsubj:pass').some(
    (s) => tree.tokens[verb]?.xpos === 'VB' || (tree.tokens[verb]?.xpos === 'VBP' && /^NNP?$/.test(tree.tokens[s]?.xpos ?? '')),
  ) && !childrenBy(tree, verb, 'mark', 'aux').some((m) => lemmaAt(tree, m).toLowerCase() !== 'that');

const isParty = (parties: readonly FoundParty[], direct: boolean): boolean => (direct ? parties.some((p) => p.direct) : parties.length > 0);

const isCrowd = (doc: Document, parties: readonly FoundParty[]): boolean => parties.some((p) => CROWD.has(doc.sectorOf(p.mention) ?? ''));

/** Whether some of these is a person in an office of a state or an organisation of states. */
const isLeader = (doc: Document, parties: readonly FoundParty[]): boolean =>
  parties.some(
    ({ direct, mention }) =>
      direct && IN_OFFICE.has(doc.sectorOf(mention) ?? '') && doc.entities.get(mention.entities[0] ?? '')?.kind === 'person',
  );

const IN_OFFICE = new Set(['GOV', 'LEG', 'IGO', 'UNO', 'EUR']);
const OF_STATES = new Set(['IGO', 'UNO', 'EUR']);

function isNamedPlace({ doc, tree }: Looked, t: number): boolean {
  const mention = doc.mentionAt(tree.sentence.index, t);
  return mention?.kind === 'name' && isPlace(doc, mention);
}

/** Sectors of people in the street. */
const CROWD = new Set(['CVL', 'LAB', 'EDU', 'AGR', 'SOC', 'REF']);

/** Types of deeds that are done to their object itself: who captures the frustration of the Poles has captured nobody. */
const ONTO_ITSELF: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'CONSULT', 'RETREAT']);

/** What else counts beside the words themselves. */
interface Near {
  /** Nouns that stand before it as a modifier. Default false. */
  readonly modifiers?: boolean;
  /** A party only by its own word, not by what belongs to it. Default false. */
  readonly direct?: boolean;
}
const ITSELF: Near = {};

/** Whether some of these tokens is one of the words. */
function fits(at: Looked, heads: readonly number[], words: Words, near: Near = ITSELF): boolean {
  if (heads.length === 0) return false;
  // With "any", whatever stands there fits.
  if (words.any) return true;
  for (let k = 0; k < heads.length; k++) if (fitsAt(at, heads[k] as number, words, near)) return true;
  return false;
}

function fitsAt(at: Looked, t: number, words: Words, { modifiers = false, direct = false }: Near): boolean {
  const { doc, tree } = at;
  const lemma = lemmasOf(tree)[t] ?? '';
  const form = formsOf(tree)[t] ?? '';
  if (isAmong(words, lemma) || (form !== lemma && isAmong(words, form))) return true;
  if (words.crowd && isCrowd(doc, partiesOf(at, t))) return true;
  if (words.party && isParty(partiesOf(at, t), direct)) return true;
  if (words.own && isOwn(at, t)) return true;
  if (words.placeName && isNamedPlace(at, t)) return true;
  if (words.inOffice && isLeader(doc, partiesOf(at, t))) return true;
  if (words.ofStates && partiesOf(at, t).some((p) => OF_STATES.has(doc.sectorOf(p.mention) ?? ''))) return true;
  if (!words.pairs && !modifiers) return false;
  // "a nuclear test", "peace talks": two words of a class.
  for (const c of tree.children[t] ?? [])
    if (
      c < t &&
      ((words.pairs && words.lemmas.has(`${formsOf(tree)[c]} ${lemma}`)) ||
        (modifiers && isAmong(words, lemmasOf(tree)[c] ?? '') && relationAt(tree, c) === 'compound'))
    )
      return true;
  return false;
}

/** "defended his remarks": what a pronoun says that somebody has; "defended his aide" has somebody else. */
const isOwn = (at: Looked, t: number): boolean =>
  childrenBy(at.tree, t, 'nmod:poss').some((c) => at.tree.tokens[c]?.upos === 'PRON') && !isParty(partiesOf(at, t), true);
