/** Whoever works for a body that only a noun tells: "a ministry official", "the bank's spokeswoman", "a spokesman for the union" of the one named before. */
import { caseOf, childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, draftAt } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { visitBefore } from '../grammar/pointing-back.ts';
import { homeState } from '../linking/home-officials.ts';
import type { Role } from '../lists/roles.ts';
import { isActedUpon } from '../main-state.ts';
import { fitsNoun, isNamedBody, namedLike } from './same-kind.ts';

/** Of whom somebody is by the body that he works for. */
export interface Served {
  readonly state: string | undefined;
  readonly sector: string;
}

/** Sectors of offices that any body may have. */
const OF_BODY: ReadonlySet<string> = new Set(['', 'UNK', 'GOV', 'BUS', 'LEG', 'IGO']);

/** How far back a body may have been spoken of by its noun, in sentences. */
const REACH = 8;

/** The state and sector of the body that a noun beside an office at `head` points back at, or that the state around has; undefined where nothing tells it. */
export function servedBody(desk: Desk, tree: Tree, head: number, role: Role): Served | undefined {
  const lemma = lemmasOf(tree)[head] ?? '';
  if (!tree.words.staff.has(lemma) && !tree.words.servants.has(lemma) && !tree.words.aides.has(lemma)) return undefined;
  const before = head - 1;
  // The tree may hang the "ministry" of "ministry spokesman Jan Novak" on the name.
  const isLoose = before >= 0 && tree.bases[before] === 'compound' && (tree.tokens[before]?.head ?? head) > head;
  for (const c of isLoose ? [...(tree.children[head] ?? []), before] : (tree.children[head] ?? [])) {
    if (!(isEmployerAt(tree, head, c) || (isLoose && c === before)) || draftAt(desk, tree.sentence.index, c)) continue;
    const body = desk.roles.at(tree, c);
    const isOfOrder = body?.kind === 'group' && body.sector === 'COP';
    if (!body || (body.kind !== 'body' && !isOfOrder)) continue;
    const words = wordsOf(desk, tree, c, body);
    if (words === undefined) continue;
    const served = meantBefore(desk, tree, c, body, words) ?? atHome(desk, tree, head, body);
    // Its workers stay workers.
    return served && !OF_BODY.has(role.sector) ? { state: served.state, sector: role.sector } : served;
  }
  return undefined;
}

/** "A ministry official", "the ministry's spokesman", "a spokesman for the ministry"; "an official at a firm" is somebody's nobody knows. */
function isEmployerAt(tree: Tree, head: number, c: number): boolean {
  const r = relationAt(tree, c);
  if (r === 'compound') return c < head;
  const isThe = childrenBy(tree, c, 'det').some((d) => /^(the|this)$/i.test(tree.tokens[d]?.form ?? ''));
  return isThe && (r === 'nmod:poss' || (r === 'nmod' && c > head && /^(of|for|at|from|with|in)$/.test(caseOf(tree, c))));
}

/** The words of a body besides its noun ("finance" of a finance ministry); undefined where a name is among them or the phrase goes on behind. */
function wordsOf(desk: Desk, tree: Tree, c: number, body: Role): readonly string[] | undefined {
  const words = body.phrase.split(' ').slice(0, -1);
  for (const x of tree.children[c] ?? []) {
    const r = relationAt(tree, x);
    if (/^(nmod|acl|appos|conj)/.test(r)) return undefined;
    if (!/^(amod|compound|nummod)/.test(r) || (x >= body.start && x < c)) continue;
    if (draftAt(desk, tree.sentence.index, x)) return undefined;
    words.push(lemmasOf(tree)[x] ?? '');
  }
  return words;
}

/** The body that a text spoke of before by the noun, or whose name the noun fits. */
function meantBefore(desk: Desk, tree: Tree, c: number, body: Role, words: readonly string[]): Served | undefined {
  const noun = lemmasOf(tree)[c] ?? '';
  const named = words.length === 0 ? namedLike(desk, tree, c, body) : undefined;
  const of = named === undefined ? undefined : desk.entities.get(named);
  if (of) return servedOf(of, undefined, body);
  const fits = fitsNoun(desk, body, noun, false, undefined);
  let found: Served | undefined;
  visitBefore(desk, tree, c, (d) => {
    if (tree.sentence.index - d.sentence > REACH) return true;
    const e = d.kind === 'pronoun' || d.entities.length !== 1 ? undefined : desk.entities.get(d.entities[0] ?? '');
    if (!e || !(isCalled(desk, d, noun, words) || isNamed(e, noun, words, fits))) return false;
    found = servedOf(e, stateOf(desk, d), body);
    return true;
  });
  return found;
}

const servedOf = (e: Entity, state: string | undefined, body: Role): Served => ({
  state: state ?? e.state,
  // A state that its ministry stands for says nothing of the sector.
  sector: (e.kind === 'state' ? undefined : e.sector) ?? body.sector,
});

/** "The finance ministry" of before, by all its words. */
function isCalled(desk: Desk, d: Draft, noun: string, words: readonly string[]): boolean {
  const own = desk.trees[d.sentence];
  if (d.kind !== 'nominal' || d.role !== noun || !own) return false;
  const before = lemmasOf(own).slice(d.start, d.end + TAIL);
  return words.every((w) => before.includes(w));
}
/** How many words behind a noun may tell it: "ministry of finance". */
const TAIL = 2;

/** A body that has the noun, and what else tells it, in its name. */
function isNamed(e: Entity, noun: string, words: readonly string[], fits: ReturnType<typeof fitsNoun>): boolean {
  if (!isNamedBody(e)) return false;
  const name = e.name.toLowerCase().split(/[\s-]+/);
  return name.includes(noun) && words.every((w) => name.includes(w)) && fits(e.sector ?? '', e.state, e.name);
}

/** "Government officials": of the state that the passage is on. */
function atHome(desk: Desk, tree: Tree, head: number, body: Role): Served | undefined {
  if (!tree.words['has-officials-at-home'].has(body.phrase)) return undefined;
  const state = homeState(desk, tree.sentence.index);
  return state === undefined || isActedUpon(desk, tree, head, state) ? undefined : { state, sector: body.sector };
}
