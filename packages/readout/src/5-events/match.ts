/** Triggers in a sentence and the rule each one calls for: the rule with the most conditions met wins, a `none` rule takes the trigger away. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import {
  baseRelation,
  caseOf,
  childrenBy,
  formsOf,
  isPassive,
  lemmaAt,
  lemmasOf,
  relationAt,
  type Tree,
  withConjuncts,
} from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { type LightVerbs, lightVerbOf } from './light-verbs.ts';
import { antecedentOf, partiesAt, throughQuantity } from './parties.ts';
import { byStrength, type EventRule, type RuleIndex, type Trigger, type TriggerKind, type Words } from './rules.ts';
import { slotTokens } from './slots.ts';
import { type HeldLists, isHeld } from './word-lists.ts';

/** A trigger with the rule that it calls for. */
export interface Match {
  readonly trigger: number;
  readonly kind: TriggerKind;
  readonly rule: EventRule;
  /** Tokens of the trigger words: the verb with its particle, the noun with its first part. */
  readonly words: readonly number[];
  /** The verb that carries an event noun ("hold talks"), where there is one. */
  readonly light: number | undefined;
}

/**
 * The matches of one sentence: for each trigger token the rules that fit it, strongest first. A `none` rule ends its list; triggers that one
 * took away altogether are added to `taken`.
 */
export function findMatches(doc: Document, tree: Tree, rules: RuleIndex, lights: LightVerbs, taken?: Set<number>): Match[][] {
  const found: Match[][] = [];
  let last = -1;
  const take = (match: Match): boolean => {
    if (match.trigger === last) found[found.length - 1]?.push(match);
    else found.push([match]);
    last = match.trigger;
    return false;
  };
  eachMatch(doc, tree, rules, lights, take, taken);
  return found;
}

/** The same one by one; a trigger's weaker rules are not tried once `take` has said that it is done with it. */
export function eachMatch(
  doc: Document,
  tree: Tree,
  rules: RuleIndex,
  lights: LightVerbs,
  take: (match: Match) => boolean,
  taken?: Set<number>,
): void {
  const around: Around = { doc, tree, rules, lists: undefined };
  for (let i = 0; i < tree.tokens.length; i++) {
    for (let n = 0, kinds = kindsOf(tree, i), kind = kinds[0]; kind !== undefined; kind = kinds[++n]) {
      const candidates = candidatesAt(tree, i, kind, rules);
      if (candidates.length === 0) continue;
      const light = kind === 'noun' ? lightVerbOf(tree, i, lights) : undefined;
      let reflexive: boolean | undefined;
      let fitted: 'no' | 'none' | 'some' = 'no';
      for (let n = 0, candidate = candidates[0]; candidate !== undefined; candidate = candidates[++n]) {
        const { rule } = candidate;
        if (!isCalled(around, candidate)) continue;
        const words = candidate.rest.length === 0 ? undefined : triggerWords(tree, i, kind, candidate);
        if (!words && candidate.rest.length > 0) continue;
        if (kind === 'verb' && isDoneToOthers(rule)) {
          reflexive ??= isReflexive(tree, i);
          if (reflexive) continue;
        }
        if (!conditionsHold(around, i, kind, rule, light)) continue;
        if (rule.type === undefined) {
          if (fitted === 'no') fitted = 'none';
          break;
        }
        fitted = 'some';
        if (take({ trigger: i, kind, rule, words: words ?? [i], light })) break;
      }
      if (fitted === 'no') continue;
      if (fitted === 'none') taken?.add(i);
      break;
    }
  }
}

/** The rules of a token's lemma, for a noun also those of its form. */
function candidatesAt(tree: Tree, i: number, kind: TriggerKind, rules: RuleIndex): readonly Trigger[] {
  const lemma = lemmasOf(tree)[i] ?? '';
  const byLemma = rules.at(kind, lemma);
  if (kind !== 'noun') return byLemma;
  const form = formsOf(tree)[i] ?? '';
  const byForm = form === lemma ? [] : rules.at(kind, form);
  return byForm.length === 0 ? byLemma : [...byLemma, ...byForm].sort(byStrength);
}

/** The sentence of a match, and the lists of words that it has a word of, where a rule asks for them. */
interface Around {
  readonly doc: Document;
  readonly tree: Tree;
  readonly rules: RuleIndex;
  lists: HeldLists | undefined;
}

/** Whether the sentence has a word of a list. */
function hasSome(around: Around, list: number): boolean {
  around.lists ??= around.rules.listsIn(around.tree);
  return isHeld(around.lists, list);
}

/** Whether the sentence has all that a trigger needs beside its first word, and what its rule asks the sentence for: a look that costs little. */
function isCalled(around: Around, { calls, rule }: Trigger): boolean {
  for (let k = 0; k < calls.length; k++) if (!hasSome(around, calls[k] as number)) return false;
  return (rule.when === undefined || hasSome(around, rule.when)) && (rule.unless === undefined || !hasSome(around, rule.unless));
}

const KINDS = { none: [], verb: ['verb'], noun: ['noun'], adj: ['adj'], participle: ['adj', 'verb'] } as const;

function kindsOf(tree: Tree, i: number): readonly TriggerKind[] {
  const t = tree.tokens[i];
  if (!t) return KINDS.none;
  const { upos, xpos } = t;
  // "US-backed", "rebel-held", "job-killing": what somebody is, not what happened.
  if ((xpos === 'VBN' || xpos === 'VBD' || xpos === 'VBG') && tree.bases[i] === 'amod' && tree.tokens[i - 1]?.form === '-')
    return KINDS.none;
  // "suspected militants", "arrested bloggers": who somebody is, told in passing.
  if (xpos === 'VBN' && tree.bases[i] === 'amod' && i < t.head && (tree.children[i] ?? []).every((c) => tree.bases[c] === 'advmod'))
    return KINDS.none;
  // "bombers based in Peru": where they are.
  if (xpos === 'VBN' && tree.tokens[i]?.deprel === 'acl' && tree.words['where-they-are'].has(lemmasOf(tree)[i] ?? '')) return KINDS.none;
  if (upos === 'VERB') return KINDS.verb;
  // A title or a name before a noun is no trigger.
  if (upos === 'NOUN' || (upos === 'PROPN' && !tree.sentence.names.some((n) => n.start <= i && i < n.end && n.label === 'PER')))
    return KINDS.noun;
  if (upos === 'ADJ') return xpos === 'VBN' || xpos === 'VBG' ? KINDS.participle : KINDS.adj;
  return KINDS.none;
}

/** The tokens of a trigger's words, its head `i` among them; undefined where one of them is missing. */
export function triggerWords(tree: Tree, i: number, kind: TriggerKind, { rest }: Trigger): number[] | undefined {
  if (rest.length === 0) return [i];
  if (kind === 'noun') {
    const words: number[] = [];
    const [forms, lemmas] = [formsOf(tree), lemmasOf(tree)];
    for (let k = 0; k < rest.length; k++) {
      const at = i - rest.length + k;
      if (forms[at] !== rest[k] && lemmas[at] !== rest[k]) return undefined;
      words.push(at);
    }
    return [...words, i];
  }
  const words = [i];
  const [forms, lemmas] = [formsOf(tree), lemmasOf(tree)];
  for (const w of rest) {
    // A particle is no clause of its own: "sent men home before backing Peru" is no sending back.
    const isNear = (c: number): boolean =>
      (forms[c] === w || (lemmas[c] === w && !/^(advcl|conj|parataxis)$/.test(tree.bases[c] ?? ''))) &&
      (c > i || tree.bases[c] === 'obj' || relationAt(tree, c) === 'nsubj:pass') &&
      Math.abs(c - i) < 12;
    const near = tree.children[i]?.find(isNear) ?? objectOf(tree, i).find(isNear);
    // "call for", "agree on": the word may be the preposition of a complement, unless an object stands between.
    const complement = (): number | undefined =>
      forms[i + 1] !== w && objectOf(tree, i).some((o) => o > i) ? undefined : prepositional(tree, i, w).find((c) => c > i);
    // "pulled its observers out of Syria": a particle that is the beginning of a preposition.
    const within = (): number | undefined =>
      tree.children[i]?.find((c) => c > i && tree.bases[c] === 'obl' && caseOf(tree, c).startsWith(`${w} `));
    // "given to Haiti in May" is no giving in: the particle stands with its verb.
    const isParticle = w === 'in' && rest.length === 1;
    const asCase = near ?? (isParticle ? undefined : complement()) ?? (forms[i + 1] === w ? i + 1 : within());
    if (asCase === undefined) return undefined;
    words.push(forms[asCase] === w || lemmas[asCase] === w ? asCase : i);
  }
  return [...new Set(words)].sort((a, b) => a - b);
}

function conditionsHold(around: Around, i: number, kind: TriggerKind, rule: EventRule, light: number | undefined): boolean {
  const { doc, tree } = around;
  if (rule.voice && kind === 'verb' && (rule.voice === 'passive') !== isPassive(tree, i)) return false;
  if (rule.clause.length > 0 && !rule.clause.some((c) => hasClause(tree, i, c))) return false;
  if (rule.object || rule.notObject) {
    const objects = kind === 'verb' ? objectsOf(tree, i) : prepositional(tree, i, 'of');
    if (rule.object && !fits(doc, tree, objects, rule.object, kind === 'noun', ONTO_ITSELF.has(rule.type ?? ''))) return false;
    if (rule.notObject && fits(doc, tree, objects, rule.notObject, kind === 'noun')) return false;
  }
  if (rule.subject && !fits(doc, tree, slotTokens(tree, i, kind, 'subject', light), rule.subject, false)) return false;
  if (rule.notSubject && fits(doc, tree, slotTokens(tree, i, kind, 'subject', light), rule.notSubject, false)) return false;
  if (rule.prep.length + rule.notPrep.length === 0) return true;
  for (const [prep, words] of rule.prep) {
    const own = fits(doc, tree, prepositional(tree, i, prep), words, false);
    if (!own && (light === undefined || !fits(doc, tree, prepositional(tree, light, prep), words, false))) return false;
  }
  for (const [prep, words] of rule.notPrep) if (fits(doc, tree, prepositional(tree, i, prep), words, false)) return false;
  return true;
}

/** Objects of all kinds: "called Peru a rogue state", "assured Peru that": what somebody is called, or who is told, where nothing else is an object. */
function objectsOf(tree: Tree, verb: number): readonly number[] {
  const objects = objectOf(tree, verb);
  return objects.length > 0 ? [...objects, ...calledWhat(tree, verb)] : [...childrenBy(tree, verb, 'iobj'), ...calledWhat(tree, verb)];
}

/** "defend ourselves", "called himself": done to nobody else. Only a bomber's own end is an act of politics. */
const isReflexive = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'obj').some((o) => /sel(f|ves)$/i.test(tree.tokens[o]?.form ?? ''));

const isDoneToOthers = (rule: EventRule): boolean => rule.type !== undefined && rule.type !== 'ASSAULT';

/** "called Peru a rogue state": what somebody is called is looked at like an object. */
const calledWhat = (tree: Tree, verb: number): number[] =>
  childrenBy(tree, verb, 'xcomp').filter((c) => tree.tokens[c]?.upos === 'NOUN' && childrenBy(tree, c, 'mark', 'case').length === 0);

function hasClause(tree: Tree, i: number, clause: string): boolean {
  const [relation = '', marker] = clause.split(':');
  return (tree.children[i] ?? []).some(
    (c) =>
      baseRelation(relationAt(tree, c)) === relation &&
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

/** Sectors of people in the street. */
const CROWD = new Set(['CVL', 'LAB', 'EDU', 'AGR', 'SOC', 'REF']);

/** Types of deeds that are done to their object itself: who captures the frustration of the Poles has captured nobody. */
const ONTO_ITSELF: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'CONSULT', 'RETREAT']);

/** Whether some of these tokens is one of the words; `direct`: a party only by its own word, not by what belongs to it. */
function fits(doc: Document, tree: Tree, tokens: readonly number[], words: Words, modifiers: boolean, direct = false): boolean {
  if (tokens.length === 0) return false;
  // With "any", whatever stands there fits: a token is its own first conjunct.
  if (words.any) return true;
  return tokens.some((t) =>
    withConjuncts(tree, antecedentOf(tree, t)).some((c) =>
      throughQuantity(tree, c).some((q) => fitsAt(doc, tree, q, words, modifiers, direct)),
    ),
  );
}

function fitsAt(doc: Document, tree: Tree, t: number, words: Words, modifiers: boolean, direct: boolean): boolean {
  const lemma = lemmasOf(tree)[t] ?? '';
  const form = formsOf(tree)[t] ?? '';
  if (words.lemmas.has(lemma) || (form !== lemma && words.lemmas.has(form))) return true;
  if (words.crowd && partiesAt(doc, tree, t, { places: false }).some((p) => CROWD.has(doc.sectorOf(p.mention) ?? ''))) return true;
  if (words.party && partiesAt(doc, tree, t, { places: false }).some((p) => p.direct || !direct)) return true;
  if (words.own && isOwn(doc, tree, t)) return true;
  if (!words.pairs && !modifiers) return false;
  // "a nuclear test", "peace talks": two words of a class.
  for (const c of tree.children[t] ?? [])
    if (
      c < t &&
      ((words.pairs && words.lemmas.has(`${formsOf(tree)[c]} ${lemma}`)) ||
        (modifiers && words.lemmas.has(lemmasOf(tree)[c] ?? '') && relationAt(tree, c) === 'compound'))
    )
      return true;
  return false;
}

/** "defended his remarks": what a pronoun says that somebody has; "defended his aide" has somebody else. */
const isOwn = (doc: Document, tree: Tree, t: number): boolean =>
  childrenBy(tree, t, 'nmod:poss').some((c) => tree.tokens[c]?.upos === 'PRON') &&
  !partiesAt(doc, tree, t, { places: false }).some((p) => p.direct);
