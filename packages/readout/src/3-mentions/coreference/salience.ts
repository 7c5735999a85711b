/**
 * How well a pronoun fits what stands before it: what it cannot be (number, gender, kind, binding, the speaker of its quote), then what it
 * prefers (subjects, the near, the often met, the same role, who says it). Preferences were fitted by hand and search on the news of GUM
 * and half a dozen of its other genres.
 */
import { surfaceSubject, thankedBy } from '../../2-sentences/arguments.ts';
import { baseAt, baseRelation, caseOf, hasChild, lemmaAt, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { headedBy } from '../draft.ts';
import { antecedentOf, isInverted, mayBind, othersOf } from './binding.ts';
import { type Candidate, type Discourse, joinedWith } from './discourse.ts';
import { partOf, saidOf, saidOfAbove } from './said-behind.ts';
import type { PronounKind, Setting } from './setting.ts';

/** Weights of the preferences. */
export const WEIGHTS = {
  base: 10,
  sentence: 6,
  token: 0.12,
  object: 0.5,
  main: 1,
  modifier: -5.5,
  owner: -0.5,
  parallel: 4,
  sameObject: 4,
  above: 4,
  clause: 3,
  repeat: 1,
  again: 1.5,
  name: 0.5,
  gender: 3,
  outOfQuote: -2,
  sameQuote: 3,
  speaker: 1,
  mute: -4,
  thing: 1.5,
  theyOne: -5,
  theyBody: -1,
  theyState: -7.5,
  theyThing: -1.5,
  joined: 1,
  place: -4,
  in: -2,
  time: -3.5,
  unnamed: 1.5,
  indefinite: -1,
  anybody: -8,
  theirThing: -1,
  decay: 1,
  teller: 5,
  itself: 6,
  partOf: 9,
  saidOf: 5,
  otherNumber: -3,
  ofPeople: 7,
  besideOwned: 8,
  judged: 9,
  ahead: -2,
  dead: -9,
  enough: 4,
  /** How much better than the next the best must fit, not to be a guess. */
  doubt: 2,
  /** The same, of *they* for one body where the sentence has people too. */
  peopleOrBody: 6,
};

/** What a pronoun's place says, asked once for all its candidates. */
export function settingOf(discourse: Discourse, tree: Tree, i: number, kind: PronounKind): Setting {
  const quote = discourse.quoted.at(tree.sentence.index, i);
  const said = quote < 0 ? undefined : discourse.quoted.speaker(quote);
  const speaker = said && headedBy(discourse.desk, said.sentence, said.token)?.entities.join('+');
  const relation = isInverted(tree, i) ? 'nsubj' : baseAt(tree, i);
  return {
    tree,
    i,
    kind,
    possessive: relationAt(tree, i) === 'nmod:poss',
    relation,
    quote,
    speaker,
    speaks: speaks(discourse, tree, i),
    told: relation === 'nsubj' && baseAt(tree, tree.tokens[i]?.head ?? -1) === 'ccomp',
    beside: surfaceSubject(tree, tree.tokens[i]?.head ?? -1),
    others: othersOf(discourse, tree, i),
    subjects: subjectsAbove(tree, i),
    remembered: isOfRemembered(tree, i),
    partOf: partOf(tree, i),
    saidOf: saidOfAbove(tree, i),
  };
}

const isOfRemembered = (tree: Tree, i: number): boolean =>
  relationAt(tree, i) === 'nmod:poss' &&
  tree.words['done-to-its-owner'].has(lemmaAt(tree, tree.tokens[i]?.head ?? -1).toLowerCase()) &&
  lemmasOf(tree).some((l) => tree.words.recalls.has(l));

function speaks(discourse: Discourse, tree: Tree, i: number): boolean {
  if (discourse.quoted.isSpeaker(tree.sentence.index, i)) return true;
  if (relationAt(tree, i) !== 'nsubj') return false;
  const verb = tree.tokens[i]?.head ?? -1;
  if (tree.tokens[verb]?.upos !== 'VERB') return false;
  if (discourse.desk.personVerbs.has(lemmaAt(tree, verb))) return true;
  return hasChild(tree, verb, 'ccomp') && !tree.words['things-tell'].has(lemmaAt(tree, verb));
}

function subjectsAbove(tree: Tree, i: number): number[][] {
  const found: number[][] = [];
  let at = i;
  for (let step = 0; step < 10 && at >= 0; step++) {
    const clausal = tree.tokens[at]?.upos === 'VERB' || hasChild(tree, at, 'nsubj', 'cop');
    if (at !== i && clausal) {
      const subjects = surfaceSubject(tree, at).filter((t) => t !== i);
      if (subjects.length > 0) found.push(subjects.map((t) => antecedentOf(tree, t)));
    }
    const said = saidOf(tree, at);
    if (said.length > 0) found.push([...said]);
    at = tree.tokens[at]?.head ?? -1;
  }
  return found;
}

/** The score of a candidate; undefined where it cannot be. */
export function scoreOf(discourse: Discourse, setting: Setting, c: Candidate): number | undefined {
  const { tree, i, kind } = setting;
  const fit = fitOf(discourse, setting, c);
  if (fit === undefined || !mayBind(setting, c)) return undefined;
  if (setting.speaker !== undefined && setting.speaker === c.key) return undefined;
  const w = WEIGHTS;
  const s = tree.sentence.index;
  const own = discourse.desk.trees[c.sentence] ?? tree;
  const distance = s - c.sentence;
  let score = w.base + fit - distance * w.sentence;
  if (distance === 0) score -= Math.min(3, Math.abs(i - c.head) * w.token);
  const level = distance === 0 ? setting.subjects.findIndex((all) => all.includes(c.head)) : -1;
  // "Novak, who said he": the subject of its clause, whatever it is above.
  const role = level >= 0 ? 'nsubj' : baseRelation(c.relation);
  if (/^(obj|obl)/.test(c.relation)) score += w.object;
  else if (c.relation === 'nmod:poss') score += w.owner;
  else if (role === 'nmod' || role === 'compound') score += w.modifier;
  if (role === 'nsubj' && own.tokens[c.head]?.head === own.root) score += w.main;
  if (role === setting.relation && (role === 'nsubj' || role === 'obj')) score += w.parallel;
  if (distance === 0) {
    if (setting.relation === 'obj' && role === 'obj' && isClauseBeside(tree, c.head, i)) score += w.sameObject;
    if (level === 0 && setting.possessive) score += w.clause;
    else if (level >= 0) score += w.above / (1 + Math.max(0, level - 1) * w.decay);
    if (level === 0 && setting.told) score += w.teller;
    if (level === 0 && kind.reflexive && c.sort !== 'thing') score += w.itself;
    if (setting.partOf === c.head) score += w.partOf;
    if (setting.saidOf.includes(c.head)) score += w.saidOf;
    if (level >= 0 && setting.remembered) score += w.dead;
  }
  score += w.repeat * Math.log2(discourse.counts.get(c.key) ?? 1);
  if (c.pronoun !== undefined && sameForms(c.pronoun, tree.tokens[i]?.form.toLowerCase() ?? '')) score += w.again;
  if (c.draft?.kind === 'name' || c.draft?.kind === 'metonym') score += w.name;
  if (c.indefinite && kind.who !== 'any') score += c.number === 'either' ? w.anybody : w.indefinite;
  const called = discourse.called.get(c.key);
  if (called !== undefined && (called === 'they') !== (kind.who === 'any')) score += w.otherNumber;
  // "Homes of residents were searched and their cars taken": whose, where the noun itself can have nothing.
  if (kind.who === 'any' && c.number === 'many' && c.sort === 'people' && role === 'nmod' && caseOf(own, c.head) === 'of')
    score += w.ofPeople;
  if (distance === 0 && setting.possessive) {
    if (isBesideOwned(tree, c.head, i)) score += w.besideOwned;
    else if (isJudged(tree, c.head, i)) score += w.judged;
  }
  const quote = discourse.quoted.at(c.sentence, c.head);
  if ((setting.speaks || (kind.reflexive && kind.number === 'many')) && (c.sort === 'thing' || c.sort === 'time' || c.sort === 'place'))
    score += w.mute;
  if (quote !== setting.quote && quote >= 0) score += w.outOfQuote;
  if (setting.quote < 0 && distance > 0 && discourse.quoted.isSpeaker(c.sentence, c.head)) score += w.speaker;
  if (quote === setting.quote && quote >= 0) score += w.sameQuote;
  if (kind.who === 'thing' && caseOf(own, c.head) === 'in') score += w.in;
  return score;
}

/** "Chile opposes the duties, while Peru supports them": the object of the clause that a pronoun's own clause hangs on or is joined to. */
function isClauseBeside(tree: Tree, head: number, i: number): boolean {
  const verb = tree.tokens[i]?.head ?? -1;
  const other = tree.tokens[head]?.head ?? -1;
  return /^(advcl|conj|parataxis)$/.test(tree.bases[verb] ?? '') && tree.tokens[verb]?.head === other && hasChild(tree, verb, 'nsubj');
}

/** "The victims and their families". */
const isBesideOwned = (tree: Tree, head: number, i: number): boolean => {
  const owned = tree.tokens[i]?.head ?? -1;
  return tree.tokens[owned]?.head === head && relationAt(tree, owned) === 'conj' && head < i;
};

/** The verb that judges who stands at `head`: "thanked Novak", "expressed thanks to Novak"; else -1. */
function judgedUnder(tree: Tree, head: number): number {
  const up = tree.tokens[head]?.head ?? -1;
  const relation = relationAt(tree, head);
  if (relation === 'obj' || relation === 'nsubj:pass') return tree.words['owns-what-it-is-judged-by'].has(lemmaAt(tree, up)) ? up : -1;
  if (caseOf(tree, head) !== 'to') return -1;
  const verb = relation === 'nmod' ? (tree.tokens[up]?.head ?? -1) : up;
  return thankedBy(tree, verb).includes(head) ? verb : -1;
}

/** "She thanked Novak for his help": what is behind "for" or "on" is of whom the verb judges. */
function isJudged(tree: Tree, head: number, i: number): boolean {
  const verb = judgedUnder(tree, head);
  if (verb < 0) return false;
  for (let at = tree.tokens[i]?.head ?? -1, step = 0; at >= 0 && step < 4; step++) {
    const up = tree.tokens[at]?.head ?? -1;
    if (up === verb) return /^(obl|advcl)$/.test(baseAt(tree, at)) && /^(for|on|over|of|with)$/.test(caseOf(tree, at));
    at = up;
  }
  return false;
}

const STEM: Readonly<Record<string, string>> = { him: 'he', his: 'he', her: 'she', hers: 'she', its: 'it', them: 'they', their: 'they' };
const sameForms = (a: string, b: string): boolean => (STEM[a] ?? a) === (STEM[b] ?? b);

/** What number, gender and kind add; undefined where they forbid. */
function fitOf(discourse: Discourse, setting: Setting, c: Candidate): number | undefined {
  const { kind, tree, i } = setting;
  const w = WEIGHTS;
  let fit = 0;
  if (c.sort === 'time') fit += w.time;
  if (c.sort === 'place') fit += w.place;
  if (c.sort === 'name') fit += w.unnamed;
  if (kind.who === 'm' || kind.who === 'f') {
    if (c.number === 'many' || (c.sort !== 'person' && c.sort !== 'name')) return undefined;
    if (c.gender !== undefined && c.gender !== kind.who) return undefined;
    return c.gender === undefined ? fit : fit + w.gender;
  }
  if (kind.who === 'thing') {
    if (c.number === 'many' || c.sort === 'person' || c.sort === 'people') return undefined;
    return c.sort === 'thing' ? fit + w.thing : fit;
  }
  const joined = joinedWith(discourse, c, tree, i);
  if (joined && c.sort !== 'thing') return fit + w.joined;
  if (c.number === 'many') return c.sort === 'thing' ? fit + w.theyThing + (setting.possessive ? w.theirThing : 0) : fit;
  switch (c.sort) {
    case 'people':
      return fit;
    case 'body':
      return c.number === 'one' ? undefined : fit + w.theyBody;
    case 'state':
      return fit + w.theyState;
    case 'person':
      return c.indefinite || c.number === 'either' ? fit + w.theyOne : undefined;
    default:
      return undefined;
  }
}
