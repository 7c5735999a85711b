/** Triggers in a sentence and the rule each one calls for: the rule with the most conditions met wins, a `none` rule takes the trigger away. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, isPassive, lemmaAt, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { partiesAt, throughQuantity } from './parties.ts';
import type { EventRule, RuleIndex, Trigger, TriggerKind, Words } from './rules.ts';
import { slotTokens } from './slots.ts';

export interface Match {
  readonly trigger: number;
  readonly kind: TriggerKind;
  readonly rule: EventRule;
  /** Tokens of the trigger words: the verb with its particle, the noun with its first part. */
  readonly words: readonly number[];
  /** The verb that carries an event noun ("hold talks"), where there is one. */
  readonly light: number | undefined;
}

/** Light verbs with what they do to the noun they carry. */
export type LightVerbs = ReadonlyMap<string, string>;

/**
 * The matches of one sentence: for each trigger token the rules that fit it, strongest first. A `none` rule ends its list; triggers that one
 * took away altogether are added to `taken`.
 */
export function findMatches(doc: Document, tree: Tree, rules: RuleIndex, lights: LightVerbs, taken?: Set<number>): Match[][] {
  // Words of the sentence for `when` and `unless`: lemmas, forms, and pairs of them; few sentences need them.
  let known: Set<string> | undefined;
  const lemmas = (): ReadonlySet<string> => {
    known ??= wordsOf(tree);
    return known;
  };
  const found: Match[][] = [];
  tree.tokens.forEach((token, i) => {
    for (const kind of kindsOf(tree, i)) {
      const lemma = token.lemma.toLowerCase();
      const candidates =
        kind === 'noun' && token.form.toLowerCase() !== lemma
          ? [...rules.at(kind, lemma), ...rules.at(kind, token.form.toLowerCase())]
          : rules.at(kind, lemma);
      if (candidates.length === 0) continue;
      const light = kind === 'noun' ? lightVerbOf(tree, i, lights) : undefined;
      const fitting: { match: Match; weight: number }[] = [];
      for (const candidate of candidates) {
        const words = triggerWords(tree, i, kind, candidate);
        if (
          !words ||
          (kind === 'verb' && isReflexive(tree, i, candidate.rule)) ||
          !conditionsHold(doc, tree, i, kind, candidate.rule, light, lemmas)
        )
          continue;
        const weight = candidate.rule.weight + candidate.rest.length * 2 + (candidate.rule.type === undefined ? 0.5 : 0);
        fitting.push({ match: { trigger: i, kind, rule: candidate.rule, words, light }, weight });
      }
      if (fitting.length === 0) continue;
      fitting.sort((a, b) => b.weight - a.weight || a.match.rule.order - b.match.rule.order);
      const end = fitting.findIndex((f) => f.match.rule.type === undefined);
      const list = (end < 0 ? fitting : fitting.slice(0, end)).map((f) => f.match);
      if (list.length > 0) found.push(list);
      else taken?.add(i);
      break;
    }
  });
  return found;
}

function wordsOf(tree: Tree): Set<string> {
  const words = new Set<string>();
  const forms = tree.tokens.map((t) => t.form.toLowerCase());
  const lemmas = tree.tokens.map((t) => t.lemma.toLowerCase());
  for (let i = 0; i < forms.length; i++) {
    words.add(lemmas[i] ?? '').add(forms[i] ?? '');
    if (i + 1 < forms.length) words.add(`${forms[i]} ${lemmas[i + 1]}`);
  }
  return words;
}

function kindsOf(tree: Tree, i: number): TriggerKind[] {
  const t = tree.tokens[i];
  if (!t) return [];
  // A title or a name before a noun is no trigger.
  // "US-backed", "rebel-held": what somebody is, not what happened.
  if (/^VB[ND]$/.test(t.xpos) && tree.tokens[i - 1]?.form === '-' && baseRelation(relationAt(tree, i)) === 'amod') return [];
  if (t.upos === 'VERB') return ['verb'];
  if (t.upos === 'NOUN' || (t.upos === 'PROPN' && !tree.sentence.names.some((n) => n.start <= i && i < n.end && n.label === 'PER')))
    return ['noun'];
  if (t.upos === 'ADJ') return t.xpos === 'VBN' || t.xpos === 'VBG' ? ['adj', 'verb'] : ['adj'];
  return [];
}

export function triggerWords(tree: Tree, i: number, kind: TriggerKind, { rest }: Trigger): number[] | undefined {
  if (rest.length === 0) return [i];
  if (kind === 'noun') {
    const words: number[] = [];
    for (let k = 0; k < rest.length; k++) {
      const at = i - rest.length + k;
      const t = tree.tokens[at];
      if (!t || (t.form.toLowerCase() !== rest[k] && t.lemma.toLowerCase() !== rest[k])) return undefined;
      words.push(at);
    }
    return [...words, i];
  }
  const words = [i];
  for (const w of rest) {
    const near = [...(tree.children[i] ?? []), ...objectOf(tree, i)].find((c) => {
      const t = tree.tokens[c];
      return (
        t !== undefined &&
        (t.form.toLowerCase() === w || t.lemma.toLowerCase() === w) &&
        (c > i || baseRelation(t.deprel) === 'obj' || t.deprel === 'nsubj:pass') &&
        Math.abs(c - i) < 12
      );
    });
    // "call for", "agree on": the word may be the preposition of a complement, unless an object stands between.
    const complement =
      objectOf(tree, i).some((o) => o > i) && tree.tokens[i + 1]?.form.toLowerCase() !== w ? undefined : prepositional(tree, i, w)[0];
    const asCase = near ?? complement ?? (tree.tokens[i + 1]?.form.toLowerCase() === w ? i + 1 : undefined);
    if (asCase === undefined) return undefined;
    words.push(tree.tokens[asCase]?.form.toLowerCase() === w || tree.tokens[asCase]?.lemma.toLowerCase() === w ? asCase : i);
  }
  return [...new Set(words)].sort((a, b) => a - b);
}

/** The verb that a noun is the object (or the subject, in the passive) of, when it is a light verb. */
export function lightVerbOf(tree: Tree, noun: number, lights: LightVerbs): number | undefined {
  let head = noun;
  // "hold a round of talks", "a series of attacks".
  while (
    baseRelation(relationAt(tree, head)) === 'nmod' &&
    caseOf(tree, head) === 'of' &&
    /^(round|series|number|wave|spate|set|day|hour|week|period|kind|form|lot|act|campaign|string|couple)$/.test(
      lemmaAt(tree, tree.tokens[head]?.head ?? -1),
    )
  )
    head = tree.tokens[head]?.head ?? head;
  while (baseRelation(relationAt(tree, head)) === 'conj' && (tree.tokens[head]?.head ?? -1) >= 0) head = tree.tokens[head]?.head ?? head;
  const up = tree.tokens[head]?.head ?? -1;
  const r = relationAt(tree, head);
  if (up < 0) return undefined;
  if (tree.tokens[up]?.upos === 'VERB') {
    const lemma = lemmaAt(tree, up).toLowerCase();
    const particle = childrenBy(tree, up, 'compound:prt', 'advmod')
      .map((c) => `${lemma} ${tree.tokens[c]?.form.toLowerCase()}`)
      .find((l) => lights.has(l));
    if (r === 'obj' || r === 'nsubj:pass') return particle || lights.has(lemma) ? up : undefined;
    if (baseRelation(r) === 'obl') {
      const key = `${lemma} ${caseOf(tree, head)}`;
      return lights.has(key) ? up : undefined;
    }
  }
  // "talks held in Geneva".
  const below = childrenBy(tree, noun, 'acl', 'acl:relcl').find((c) => lights.has(lemmaAt(tree, c).toLowerCase()) && isPassive(tree, c));
  return below;
}

/** The light verb's effect: by itself, with its particle or preposition. */
export function lightEffect(tree: Tree, light: number, noun: number, lights: LightVerbs): string {
  const lemma = lemmaAt(tree, light).toLowerCase();
  const particle = childrenBy(tree, light, 'compound:prt', 'advmod')
    .map((c) => lights.get(`${lemma} ${tree.tokens[c]?.form.toLowerCase()}`))
    .find((l) => l !== undefined);
  return particle ?? lights.get(`${lemma} ${caseOf(tree, noun)}`) ?? lights.get(lemma) ?? 'do';
}

function conditionsHold(
  doc: Document,
  tree: Tree,
  i: number,
  kind: TriggerKind,
  rule: EventRule,
  light: number | undefined,
  lemmas: () => ReadonlySet<string>,
): boolean {
  if (rule.when && !someOf(rule.when, lemmas())) return false;
  if (rule.unless && someOf(rule.unless, lemmas())) return false;
  if (rule.voice && kind === 'verb' && (rule.voice === 'passive') !== isPassive(tree, i)) return false;
  if (rule.object || rule.notObject) {
    const objects = kind === 'verb' ? objectOf(tree, i) : prepositional(tree, i, 'of');
    if (rule.object && !fits(doc, tree, objects, rule.object, kind === 'noun')) return false;
    if (rule.notObject && fits(doc, tree, objects, rule.notObject, kind === 'noun')) return false;
  }
  if (rule.subject && !fits(doc, tree, slotTokens(tree, i, kind, 'subject', light), rule.subject, false)) return false;
  if (rule.notSubject && fits(doc, tree, slotTokens(tree, i, kind, 'subject', light), rule.notSubject, false)) return false;
  for (const [prep, words] of rule.prep) {
    if (!fits(doc, tree, [...prepositional(tree, i, prep), ...(light === undefined ? [] : prepositional(tree, light, prep))], words, false))
      return false;
  }
  for (const [prep, words] of rule.notPrep) if (fits(doc, tree, prepositional(tree, i, prep), words, false)) return false;
  if (rule.clause.length > 0 && !rule.clause.some((c) => hasClause(tree, i, c))) return false;
  return true;
}

/** "defend ourselves", "called himself": done to nobody else; only a bomber's own end is an act of politics. */
const isReflexive = (tree: Tree, verb: number, rule: EventRule): boolean =>
  rule.type !== undefined &&
  rule.type !== 'ASSAULT' &&
  childrenBy(tree, verb, 'obj').some((o) => /sel(f|ves)$/i.test(tree.tokens[o]?.form ?? ''));

function hasClause(tree: Tree, i: number, clause: string): boolean {
  const [relation = '', marker] = clause.split(':');
  return (tree.children[i] ?? []).some(
    (c) =>
      baseRelation(relationAt(tree, c)) === relation &&
      (marker === undefined || childrenBy(tree, c, 'mark', 'aux').some((m) => lemmaAt(tree, m).toLowerCase() === marker)),
  );
}

function someOf(words: ReadonlySet<string>, lemmas: ReadonlySet<string>): boolean {
  for (const w of words) if (lemmas.has(w)) return true;
  return false;
}

/** Sectors of people in the street. */
const CROWD = new Set(['CVL', 'LAB', 'EDU', 'AGR', 'SOC', 'REF']);

function fits(doc: Document, tree: Tree, tokens: readonly number[], words: Words, modifiers: boolean): boolean {
  const all = tokens.flatMap((t) => withConjuncts(tree, t)).flatMap((t) => throughQuantity(tree, t));
  if (words.any) return all.length > 0;
  return all.some((t) => {
    if (words.lemmas.has('crowd') && partiesAt(doc, tree, t, { places: false }).some((p) => CROWD.has(doc.sectorOf(p.mention) ?? '')))
      return true;
    if (words.party && partiesAt(doc, tree, t, { places: false }).length > 0) return true;
    const lemma = lemmaAt(tree, t).toLowerCase();
    if (words.lemmas.has(lemma) || words.lemmas.has(tree.tokens[t]?.form.toLowerCase() ?? '')) return true;
    // "a nuclear test", "peace talks": two words of a class.
    return (tree.children[t] ?? []).some(
      (c) =>
        c < t &&
        (words.lemmas.has(`${tree.tokens[c]?.form.toLowerCase()} ${lemma}`) ||
          (modifiers && words.lemmas.has(lemmaAt(tree, c).toLowerCase()) && relationAt(tree, c) === 'compound')),
    );
  });
}
