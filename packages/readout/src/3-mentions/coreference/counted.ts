/** Groups counted by number: "the two leaders", "both sides", "the four countries", "the presidents" of several. */
import { surfaceSubject } from '../../2-sentences/arguments.ts';
import { caseOf, childrenBy, hasChild, lemmaAt, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, draftAt, enter } from '../draft.ts';
import { isBoth, isEither, ofTwo } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { enterState } from './own-country.ts';

const isTwo = (tree: Tree, i: number): boolean =>
  childrenBy(tree, i, 'nummod').some((c) => /^(two|2)$/i.test(tree.tokens[c]?.form ?? '')) || isBoth(tree, i) || isEither(tree, i);

/** "The heads of state taking part in the summit": wherever the tree hangs the participle. */
const isToldApart = (tree: Tree, i: number): boolean =>
  /^VB[GN]$/.test(tree.tokens[i + 3]?.xpos ?? '') ||
  childrenBy(tree, i, 'nmod').some((c) => (tree.children[c] ?? []).some((x) => x > c && tree.bases[x] !== 'punct'));

/** "the two leaders", "both sides", "the two countries": the last so many that fit. */
export function counted(desk: Desk, tree: Tree, i: number): boolean {
  const lemma = lemmasOf(tree)[i] ?? '';
  const role = desk.roles.at(tree, i);
  // "the two heads of state": whose office says so.
  const isHead = /^heads? of /.test(role?.phrase ?? '') && (role?.offices.length ?? 0) > 0 && !isToldApart(tree, i);
  const isLeader = tree.words.leaders.has(lemma) || isHead;
  if (!isLeader && !tree.words['states-in-number'].has(lemma)) return false;
  if (tree.tokens[i]?.xpos !== 'NNS' && tree.tokens[i]?.xpos !== 'NNPS' && !isEither(tree, i)) return false;
  const many = statesInNumber(desk, tree, i, lemma);
  if (many) return draftFor(desk, tree, i, many, 'nominal', 'coreference.states-in-number');
  const several = isLeader ? headsInNumber(desk, tree, i) : undefined;
  if (several) return draftFor(desk, tree, i, several, 'nominal', 'coreference.leaders-in-number');
  // "either party": of those that stand for election, as a rule.
  if (
    lemma === 'party' &&
    isEither(tree, i) &&
    (!namesNoParty(desk) || childrenBy(tree, i, 'det').some((c) => lemmaAt(tree, c) === 'either'))
  )
    return false;
  const counts = hasChild(tree, i, 'nummod') && !isTwo(tree, i);
  if (isLeader && counts) return false;
  const two =
    isTwo(tree, i) ||
    ofTwo(tree, i) ||
    (childrenBy(tree, i, 'det').some((c) => lemmaAt(tree, c) === 'the') &&
      (tree.words['two-alone'].has(lemma) || isHead || (lemma === 'party' && namesNoParty(desk))) &&
      (tree.children[i] ?? []).filter((c) => !/^(case|punct)$/.test(tree.bases[c] ?? '')).length <= 2);
  if (
    !two ||
    (!ofTwo(tree, i) &&
      !isBoth(tree, i) &&
      !childrenBy(tree, i, 'det', 'det:predet', 'nmod:poss').some((c) =>
        /^(the|n?either|our|their|these|those|we|they)$/i.test(lemmaAt(tree, c)),
      ))
  )
    return false;
  const ours = childrenBy(tree, i, 'nmod:poss').some(
    (c) => /^(our|we|my)$/i.test(lemmaAt(tree, c)) || /^our$/i.test(tree.tokens[c]?.form ?? ''),
  );
  // "the two armed men": told apart, they are others; the words of an office are its own.
  const first = role && role.offices.length > 0 ? role.start : i;
  if (isLeader && childrenBy(tree, i, 'amod', 'compound', 'acl').some((c) => c > i || c < first)) return false;
  const again = isLeader ? namedAsSeveral(desk, tree, i, lemma) : undefined;
  if (again) return draftFor(desk, tree, i, again, 'nominal', 'coreference.same-leaders');
  const look = (of: Whom): string[] | undefined =>
    pairBefore(desk, tree, i, of, tree.words.sides.has(lemma) && !isTwo(tree, i), isLeader && !isTwo(tree, i) && !ofTwo(tree, i));
  // Who leads a state comes before ministers named nearer.
  const leads = lemma === 'leader' || (role?.offices ?? []).some((o) => desk.roles.officeRank(o) <= 1);
  const pair =
    (leads ? look('heads') : undefined) ?? look(isLeader || ours ? 'persons' : 'states') ?? (leads ? headsAhead(desk, tree, 2) : undefined);
  if (!pair) return false;
  if (isLeader) return draftFor(desk, tree, i, pair, 'nominal', 'coreference.two-leaders');
  const sides = pair.flatMap((id) => (desk.entities.get(id)?.kind === 'state' ? id : (desk.entities.get(id)?.state ?? id)));
  for (const id of sides) enter(desk, id, { kind: 'state', name: id });
  return draftFor(desk, tree, i, sides, 'nominal', 'coreference.two-states');
}

/** "The parties agreed": sides of talks, where no party that stands for election is spoken of. */
function namesNoParty(desk: Desk): boolean {
  for (const e of desk.entities.values()) if (e.sector === 'PTY' && e.kind !== 'person') return false;
  return true;
}

const NUMBERS: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, six: 6 };

/** "The four countries": those named together in the nearest sentence that names just so many. */
function statesInNumber(desk: Desk, tree: Tree, i: number, lemma: string): string[] | undefined {
  if (
    !tree.words['states-in-number'].has(lemma) ||
    !childrenBy(tree, i, 'det').some((c) => /^(the|these|all)$/i.test(tree.tokens[c]?.form ?? ''))
  )
    return undefined;
  const number = childrenBy(tree, i, 'nummod').map((c) => NUMBERS[tree.tokens[c]?.form.toLowerCase() ?? ''])[0];
  if (number === undefined) return undefined;
  for (let k = tree.sentence.index; k >= 0 && k > tree.sentence.index - 8; k--) {
    const here = new Set<string>();
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind === 'pronoun' || (k === tree.sentence.index && d.head >= i)) continue;
      for (const id of d.entities) {
        const e = desk.entities.get(id);
        if (e?.state && (e.kind === 'state' || e.kind === 'person')) here.add(e.state);
      }
    }
    if (here.size !== number) continue;
    for (const state of here) enterState(desk, state);
    return [...here];
  }
  return undefined;
}

/** "The three leaders": the heads named together in the nearest sentence before, else the nearest behind, that names just so many. */
function headsInNumber(desk: Desk, tree: Tree, i: number): string[] | undefined {
  const number = childrenBy(tree, i, 'nummod').map((c) => NUMBERS[tree.tokens[c]?.form.toLowerCase() ?? ''])[0];
  if (number === undefined) return undefined;
  for (let k = tree.sentence.index; k >= 0 && k > tree.sentence.index - 8; k--) {
    const here = headsIn(desk, k, k === tree.sentence.index ? i : undefined);
    if (here.length === number) return here;
  }
  return headsAhead(desk, tree, number);
}

/** How many sentences ahead those may be named whom a text that begins in the middle of things counts. */
const AHEAD = 4;

/** Just so many heads of state or government whom one of the next sentences names together, where none before named any of them. */
function headsAhead(desk: Desk, tree: Tree, number: number): string[] | undefined {
  const s = tree.sentence.index;
  for (let k = s; k <= s + AHEAD; k++) {
    const here = headsIn(desk, k);
    if (here.length > number) return undefined;
    if (here.length === number) return here;
  }
  return undefined;
}

/** The heads of state and government of different states whom a sentence names, up to token `before`. */
function headsIn(desk: Desk, k: number, before = Number.POSITIVE_INFINITY): string[] {
  const here: string[] = [];
  for (const d of [...(desk.drafts[k] ?? [])].sort((a, b) => a.head - b.head)) {
    if (d.head >= before || d.kind === 'pronoun' || d.kind === 'demonym') continue;
    for (const id of d.entities) {
      const e = desk.entities.get(id);
      const leads = e?.kind === 'person' && (e.roles ?? []).some((r) => desk.roles.officeRank(r.office) <= 1);
      if (leads && !here.includes(id) && !here.some((h) => sameSide(desk, h, id))) here.push(id);
    }
  }
  return here;
}

/** Who may be of a pair: heads of state and government, persons of some state, states. */
type Whom = 'heads' | 'persons' | 'states';

/**
 * The two that a text has in view: those named together in the nearest sentence that names exactly two of different states; where there
 * is none, the last two. `only`: nobody where no sentence does or a nearer one names more; `all`: as many as it names.
 */
function pairBefore(desk: Desk, tree: Tree, i: number, of: Whom, only: boolean, all: boolean): string[] | undefined {
  const leaders = of !== 'states';
  const found: string[] = [];
  const askers = askersOf(tree, i);
  for (let k = tree.sentence.index; k >= 0 && k > tree.sentence.index - 8; k--) {
    const here: string[] = [];
    for (const d of [...(desk.drafts[k] ?? [])].sort((a, b) => a.head - b.head)) {
      if (k === tree.sentence.index && (d.head >= i || askers.includes(d.head))) continue;
      if (d.kind === 'pronoun' || (d.kind === 'demonym' && leaders)) continue;
      if (isLocative(desk, d) || isBeside(desk, d)) continue;
      for (const id of d.entities) {
        const e = desk.entities.get(id);
        if (!e || (of === 'heads' && !(e.roles ?? []).some((r) => desk.roles.officeRank(r.office) <= 1))) continue;
        const one = leaders
          ? e.kind === 'person' && (e.state !== undefined || (e.roles ?? []).length > 0 || e.sector === 'GOV')
            ? id
            : undefined
          : sideOf(tree, k > tree.sentence.index - NEAR ? i : -1, id, e);
        if (one && !here.includes(one) && !here.some((h) => sameSide(desk, h, one))) here.push(one);
      }
    }
    if (here.length === 2 && !leaders && !only && k < tree.sentence.index - 1) return spokenOf(desk, tree.sentence.index, here) ?? here;
    if (here.length === 2 || (all && here.length > 2)) return here;
    if (only && here.length > 2) return undefined;
    for (const one of here.reverse()) if (!found.includes(one) && !found.some((h) => sameSide(desk, h, one))) found.push(one);
  }
  // The last two of more, named apart, are a guess.
  return !only && (found.length === 2 || (leaders && found.length > 2)) ? found.slice(0, 2).reverse() : undefined;
}

/** Who asks somebody to do a thing, where those counted at token `i` are asked: "Chile and Brazil urged both sides to talk". */
function askersOf(tree: Tree, i: number): readonly number[] {
  const verb = tree.tokens[i]?.head ?? -1;
  if (verb < 0) return [];
  const isAsked =
    tree.bases[i] === 'obl'
      ? tree.words['asks-behind'].has(`${lemmaAt(tree, verb)} ${caseOf(tree, i)}`)
      : /^i?obj$/.test(tree.bases[i] ?? '') && tree.words['object-control'].has(lemmaAt(tree, verb));
  return isAsked ? surfaceSubject(tree, verb).flatMap((k) => [k, ...childrenBy(tree, k, 'conj')]) : [];
}

/** Within how many sentences a union that deals with states is one of two sides. */
const NEAR = 3;

/** What a state, somebody of one or, of "the two sides" at token `i`, a union that deals with states stands for. */
function sideOf(tree: Tree, i: number, id: string, e: Entity): string | undefined {
  if (tree.words.sides.has(lemmasOf(tree)[i] ?? '') && tree.words['unions-as-sides'].has(id)) return id;
  return e.kind === 'state' || (e.kind === 'person' && !isOfWorld(e.sector)) ? e.state : undefined;
}

/** How many times as often as the less named of a pair those must be named whom a text is about. */
const FAR_MORE = 3;

/** The two states that a text up to a sentence is about, where both were named far more often than one of a pair named together some way back. */
function spokenOf(desk: Desk, before: number, pair: readonly string[]): string[] | undefined {
  const counts = new Map<string, number>();
  for (let k = 0; k < before; k++)
    for (const d of desk.drafts[k] ?? [])
      for (const id of d.entities) {
        const e = d.kind === 'demonym' ? undefined : desk.entities.get(id);
        const state = d.state ?? e?.state;
        if (state !== undefined && e?.kind !== 'place' && desk.entities.get(state)?.kind === 'state')
          counts.set(state, (counts.get(state) ?? 0) + 1);
      }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1]);
  const least = Math.min(...pair.map((id) => counts.get(id) ?? 0));
  if (!first || !second || second[1] < FAR_MORE * Math.max(1, least) || second[1] === third?.[1]) return undefined;
  return [first[0], second[0]];
}

/** Who works for an organisation of states speaks for none of them. */
const isOfWorld = (sector: string | undefined): boolean => sector !== undefined && /^(IGO|UNO|EUR)$/.test(sector);

/** "Novak signed after talks with Kowal", "told Kowal about his talks with Lind": who was met then is no side of this. */
function isBeside(desk: Desk, d: Draft): boolean {
  const tree = desk.trees[d.sentence];
  let met = d.head;
  const isInside = (t: Tree, i: number): boolean =>
    /^(conj|compound|flat|appos|amod)$/.test(t.bases[i] ?? '') || (t.bases[i] === 'nmod' && /^(of)?$/.test(caseOf(t, i)));
  while (tree && isInside(tree, met)) met = tree.tokens[met]?.head ?? -1;
  if (!tree || caseOf(tree, met) !== 'with' || tree.bases[met] !== 'nmod') return false;
  return /^(after|before|about|following|of)$/.test(caseOf(tree, tree.tokens[met]?.head ?? -1));
}

/** A state named as a place: "in Peru", "Lima, Peru". */
function isLocative(desk: Desk, d: Draft): boolean {
  const tree = desk.trees[d.sentence];
  if (!tree || desk.entities.get(d.entities[0] ?? '')?.kind !== 'state') return false;
  if (/^(in|at|near|from|inside|outside|across|into)$/.test(caseOf(tree, d.head))) return true;
  const before = tree.tokens[d.start - 1]?.form === ',' ? draftAt(desk, d.sentence, d.start - 2) : undefined;
  return before !== undefined && desk.entities.get(before.entities[0] ?? '')?.kind === 'place';
}

function sameSide(desk: Desk, a: string, b: string): boolean {
  const x = desk.entities.get(a);
  const y = desk.entities.get(b);
  return x?.kind === 'person' && y?.kind === 'person' && x.state !== undefined && x.state === y.state;
}

/** How far back several leaders are meant again by their office, in sentences. */
const REACH = 4;

/** "The presidents" after "the presidents of Chile, Peru and Bolivia". */
function namedAsSeveral(desk: Desk, tree: Tree, i: number, lemma: string): readonly string[] | undefined {
  if (isTwo(tree, i) || ofTwo(tree, i)) return undefined;
  for (let k = tree.sentence.index; k >= 0 && k > tree.sentence.index - REACH; k--)
    for (const d of desk.drafts[k] ?? [])
      if (
        d.role === lemma &&
        d.entities.length > 1 &&
        (k < tree.sentence.index || d.head < i) &&
        desk.entities.get(d.entities[0] ?? '')?.kind === 'person'
      )
        return d.entities;
  return undefined;
}
