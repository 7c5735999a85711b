/** People whose state a sentence tells by where they act: "students were arrested in Jakarta", "farmers blocked roads across France". */
import { baseAt, caseOf, childrenBy, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';

/** How far up a phrase hangs below its verb: "dozens of students", "roads across France". */
const DEPTH = 4;

/** Whether a noun is one for people who are mostly at home where they act ("dozens of students"), and no word before it tells that they are from elsewhere. */
export function areAtHome(tree: Tree, head: number): boolean {
  const isNumber = tree.words.collectives.has(lemmasOf(tree)[head] ?? '');
  const noun = isNumber ? (childrenBy(tree, head, 'nmod').find((c) => c > head && caseOf(tree, c) === 'of') ?? head) : head;
  return (
    tree.words['people-where-told'].has(lemmasOf(tree)[noun] ?? '') &&
    !childrenBy(tree, noun, 'amod', 'compound').some((c) => tree.words['from-elsewhere'].has(tree.tokens[c]?.form.toLowerCase() ?? ''))
  );
}

/** The one state in which the clause of a noun for such people tells its act, by its place or that of what is acted upon; none where it tells of two. */
export function stateOfClause(desk: Desk, tree: Tree, head: number): string | undefined {
  const verb = verbAbove(tree, head);
  if (verb < 0) return undefined;
  let found: string | undefined;
  for (const d of desk.drafts[tree.sentence.index] ?? []) {
    if (!/^(name|metonym)$/.test(d.kind) || !isWhere(tree, d.head, verb)) continue;
    const kind = desk.entities.get(d.entities[0] ?? '')?.kind;
    const state = kind === 'place' || kind === 'state' ? stateOf(desk, d) : undefined;
    if (state === undefined) continue;
    if (found !== undefined && found !== state) return undefined;
    found = state;
  }
  return found;
}

/** The verb whose subject, object or complement a noun is; -1 for none. */
function verbAbove(tree: Tree, head: number): number {
  for (let k = head, step = 0; k >= 0 && step < DEPTH; step++) {
    const up = tree.tokens[k]?.head ?? -1;
    const base = baseAt(tree, k);
    if (/^(nsubj|obj|iobj|obl)$/.test(base)) return tree.tokens[up]?.upos === 'VERB' ? up : -1;
    if (base !== 'conj' && !(base === 'nmod' && caseOf(tree, k) === 'of')) return -1;
    k = up;
  }
  return -1;
}

/** Whether a noun is where the act of a verb is: "in Lima", "on roads across Peru", "outside the parliament in Lima". */
function isWhere(tree: Tree, noun: number, verb: number): boolean {
  let first = noun;
  while (baseAt(tree, first) === 'conj') first = tree.tokens[first]?.head ?? -1;
  if (!/^(in|across|throughout|through|at|near|outside|around)$/.test(caseOf(tree, first))) return false;
  for (let k = first, step = 0; k >= 0 && step < DEPTH; step++) {
    const up = tree.tokens[k]?.head ?? -1;
    const base = baseAt(tree, k);
    const isPhrase = base === 'obj' || ((base === 'obl' || base === 'nmod') && WHERE.test(caseOf(tree, k)));
    if (!isPhrase) return false;
    if (up === verb) return !isBehindTopic(tree, k, verb);
    k = up;
  }
  return false;
}

/** "spoke against the drought in Peru": it may be the drought that is there. */
const isBehindTopic = (tree: Tree, noun: number, verb: number): boolean =>
  childrenBy(tree, verb, 'obl').some((c) => verb < c && c < noun && /^(against|over|about|for)$/.test(caseOf(tree, c)));

const WHERE = /^(in|on|across|throughout|through|at|near|outside|inside|around|along|of)$/;
