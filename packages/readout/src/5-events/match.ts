/** Triggers in a sentence and the rule each one calls for: the rule with the most conditions met wins, a `none` rule takes the trigger away. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { caseOf, childrenBy, formsOf, lemmasOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { conditionsHold, type Looked, lookAround } from './conditions.ts';
import { type LightVerbs, lightVerbOf } from './light-verbs.ts';
import { byStrength, type EventRule, type RuleIndex, type Trigger, type TriggerKind } from './rules.ts';
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
  let held: HeldLists | undefined;
  for (let i = 0; i < tree.tokens.length; i++) {
    for (let n = 0, kinds = kindsOf(tree, i), kind = kinds[0]; kind !== undefined; kind = kinds[++n]) {
      const candidates = candidatesAt(tree, i, kind, rules);
      if (candidates.length === 0) continue;
      held ??= rules.listsIn(tree);
      const light = kind === 'noun' ? lightVerbOf(tree, i, lights) : undefined;
      let reflexive: boolean | undefined;
      let looked: Looked | undefined;
      let fitted: 'no' | 'none' | 'some' = 'no';
      for (let n = 0, candidate = candidates[0]; candidate !== undefined; candidate = candidates[++n]) {
        const { rule } = candidate;
        if (!isCalled(held, candidate) || isExcluded(held, tree, i, candidate, rules)) continue;
        const words = candidate.rest.length === 0 ? undefined : triggerWords(tree, i, kind, candidate);
        if (!words && candidate.rest.length > 0) continue;
        looked ??= lookAround({ doc, tree, trigger: i, kind, light });
        if (!conditionsHold(looked, rule)) continue;
        // Asked last: few rules get so far.
        if (kind === 'verb' && isDoneToOthers(rule)) {
          reflexive ??= isReflexive(tree, i);
          if (reflexive) continue;
        }
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

/** Whether the sentence has all that a trigger needs beside its first word, and what its rule asks the sentence for: a look that costs little. */
function isCalled(held: HeldLists, { calls }: Trigger): boolean {
  for (let k = 0; k < calls.length; k++) if (!isHeld(held, calls[k] as number)) return false;
  return true;
}

/** How many words either side of a trigger count as standing near it. */
const NEAR = 12;

/**
 * Whether words stand there that take the rule away: those of another field (sport, shares) anywhere in the sentence, the others near the trigger, since what
 * a long sentence tells besides is of something else ("seized power, minutes after the *election* board announced …").
 */
function isExcluded(held: HeldLists, tree: Tree, i: number, { unless, unlessField, rule }: Trigger, rules: RuleIndex): boolean {
  if (unlessField !== undefined && isHeld(held, unlessField)) return true;
  if (unless === undefined || !isHeld(held, unless)) return false;
  return rule.type === undefined || tree.tokens.length <= 2 * NEAR || rules.isWithin(tree, unless, i - NEAR, i + NEAR + 1);
}

const KINDS = { none: [], verb: ['verb'], noun: ['noun'], adj: ['adj'], participle: ['adj', 'verb'] } as const;

function kindsOf(tree: Tree, i: number): readonly TriggerKind[] {
  const t = tree.tokens[i];
  if (!t) return KINDS.none;
  const { upos, xpos } = t;
  if (tree.bases[i] === 'amod' && isToldInPassing(tree, i)) return KINDS.none;
  // "bombers based in Peru": where they are.
  if (xpos === 'VBN' && t.deprel === 'acl' && tree.words['where-they-are'].has(lemmasOf(tree)[i] ?? '')) return KINDS.none;
  if (upos === 'VERB') return KINDS.verb;
  // A title or a name before a noun is no trigger.
  if (upos === 'NOUN' || (upos === 'PROPN' && !isOfPerson(tree, i))) return KINDS.noun;
  if (upos === 'ADJ') return xpos === 'VBN' || xpos === 'VBG' ? KINDS.participle : KINDS.adj;
  return KINDS.none;
}

/** Whether a participle before a noun says what somebody is, not what happened. */
function isToldInPassing(tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  const xpos = t?.xpos;
  // "US-backed", "rebel-held", "job-killing".
  if ((xpos === 'VBN' || xpos === 'VBD' || xpos === 'VBG') && tree.tokens[i - 1]?.form === '-') return true;
  // "suspected militants", "arrested bloggers".
  return xpos === 'VBN' && i < (t?.head ?? -1) && (tree.children[i] ?? []).every((c) => tree.bases[c] === 'advmod');
}

const isOfPerson = (tree: Tree, i: number): boolean => tree.sentence.names.some((n) => n.start <= i && i < n.end && n.label === 'PER');

/** Particles and the like, which parsers may give a preposition of their own. */
const FUNCTION = /^(ADP|ADV|PART)$/;

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
    // A particle is no clause of its own: "sent men home before backing Peru" is no sending back; nor is "call for a truce" the calling of one.
    // "sought ten dollars in damages": what a sum is in is the object.
    const isComplement = (c: number): boolean =>
      tree.bases[c] === 'obl' &&
      !FUNCTION.test(tree.tokens[c]?.upos ?? '') &&
      !/^(in)?$/.test(caseOf(tree, c)) &&
      !rest.includes(caseOf(tree, c));
    const isNear = (c: number): boolean =>
      (forms[c] === w || (lemmas[c] === w && !/^(advcl|conj|parataxis)$/.test(tree.bases[c] ?? ''))) &&
      (c > i || tree.bases[c] === 'obj' || relationAt(tree, c) === 'nsubj:pass') &&
      Math.abs(c - i) < 12 &&
      !isComplement(c);
    const near = tree.children[i]?.find(isNear) ?? objectOf(tree, i).find(isNear);
    // "call for", "agree on": the word may be the preposition of a complement, unless an object stands between.
    const complement = (): number | undefined =>
      forms[i + 1] !== w && objectOf(tree, i).some((o) => o > i) ? undefined : prepositional(tree, i, w).find((c) => c > i);
    // "pulled its observers out of Syria": a particle that is the beginning of a preposition.
    const within = (): number | undefined =>
      tree.children[i]?.find((c) => c > i && tree.bases[c] === 'obl' && caseOf(tree, c).startsWith(`${w} `));
    // "given to Haiti in May" is no giving in: the particle stands with its verb.
    const isParticle = w === 'in' && rest.length === 1;
    // "said no solution was in sight": the *no* of a noun.
    const isNext = forms[i + 1] === w && !(w === 'no' && rest.length === 1 && tree.bases[i + 1] === 'det');
    const asCase = near ?? (isParticle ? undefined : complement()) ?? (isNext ? i + 1 : within());
    if (asCase === undefined) return undefined;
    words.push(forms[asCase] === w || lemmas[asCase] === w ? asCase : i);
  }
  return [...new Set(words)].sort((a, b) => a - b);
}

/** "defend ourselves", "called himself": done to nobody else. Only a bomber's own end is an act of politics. */
const isReflexive = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'obj').some((o) => /sel(f|ves)$/i.test(tree.tokens[o]?.form ?? ''));

const isDoneToOthers = (rule: EventRule): boolean => rule.type !== undefined && rule.type !== 'ASSAULT';
