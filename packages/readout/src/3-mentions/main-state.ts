/** The state that a text is about, where its names leave no doubt. */
import { caseOf, childrenBy, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Desk } from './draft.ts';

/** The only state that a text names, or the one that nearly all its names belong to. */
export function onlyState(desk: Desk): string | undefined {
  let only: string | undefined;
  for (const e of desk.entities.values()) {
    if (e.kind !== 'state') continue;
    if (only !== undefined) return mainState(desk);
    only = e.id;
  }
  return only;
}

/** The state that nearly all names of a text belong to; asked once all are found, before anything points back. */
export function mainState(desk: Desk): string | undefined {
  desk.main ??= { state: mostNamed(desk) };
  return desk.main.state;
}

/** The same while names are still being found. */
export function mostNamed(desk: Desk): string | undefined {
  const counts = new Map<string, number>();
  for (const drafts of desk.drafts)
    for (const d of drafts) {
      const e = d.kind === 'name' || d.kind === 'demonym' ? desk.entities.get(d.entities[0] ?? '') : undefined;
      const state = e && e.kind !== 'place' ? (d.state ?? e.state) : undefined;
      if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  let first: string | undefined;
  let most = 0;
  let second = 0;
  for (const [state, n] of counts) {
    if (n > most) {
      second = most;
      most = n;
      first = state;
    } else if (n > second) second = n;
  }
  return most >= MANY && most >= NEARLY_ALL * Math.max(1, second) ? first : undefined;
}

/** How many times as many names as any other state the one has that a text is about, and how many at least. */
const NEARLY_ALL = 5;
const MANY = 6;

/**
 * Whether the clause of a subject at `i` acts upon a state, or with it: "the government expelled the Peruvian envoy", "the president will visit Peru",
 * "the parliament ratified the treaty with Peru" tell of those of another one. `places`: "the prime minister arrived in Lima" tells of another one, too.
 */
export function isActedUpon(desk: Desk, tree: Tree, i: number, state: string, places = false): boolean {
  // "The minister, Jan Novak, sent": the name stands where the office does.
  let first = i;
  for (let step = 0; step < 3 && /^(conj|appos|flat)$/.test(tree.bases[first] ?? ''); step++) first = tree.tokens[first]?.head ?? first;
  const up = tree.tokens[first]?.head ?? -1;
  const relation = relationAt(tree, first);
  // "told the ministry to help Peru": what it is to do.
  const top = relation === 'obj' ? (childrenBy(tree, up, 'xcomp').find((c) => c > i) ?? -1) : up;
  // "the senate's vote to cut aid to Peru": what it has tells, too.
  if (top < 0 || !/^(nsubj|nmod:poss|obj)$/.test(relation)) return false;
  const isOf = (id: string): boolean => id === state || (places && isPlaceOf(desk, id, state));
  const named = (desk.drafts[tree.sentence.index] ?? []).filter(
    (d) => (d.kind === 'name' || d.kind === 'demonym' || d.kind === 'metonym') && d.entities.length === 1 && isOf(d.entities[0] ?? ''),
  );
  const isWhere = (t: number): boolean => places && /^(in|at|into|from)$/.test(caseOf(tree, t));
  return named.length > 0 && named.every((d) => d.head > top && isBelow(tree, d.head, top) && (isOther(tree, d.head) || isWhere(d.head)));
}

function isPlaceOf(desk: Desk, id: string, state: string): boolean {
  const e = desk.entities.get(id);
  return e?.kind === 'place' && e.state === state;
}

/** Whether a state's name stands where somebody else does: as an object, behind *with*, *to* or *against*, before an envoy who does. */
function isOther(tree: Tree, token: number): boolean {
  const isThere = (t: number): boolean => /^i?obj$/.test(tree.bases[t] ?? '') || /^(with|to|against)$/.test(caseOf(tree, t));
  if (isThere(token)) return true;
  const noun = tree.tokens[token]?.head ?? -1;
  return (
    token < noun &&
    /^(amod|compound|nmod)$/.test(tree.bases[token] ?? '') &&
    tree.words['sent-abroad'].has(tree.tokens[noun]?.lemma.toLowerCase() ?? '') &&
    isThere(noun)
  );
}

function isBelow(tree: Tree, token: number, top: number): boolean {
  let k = token;
  for (let step = 0; step < 20 && k >= 0 && k !== top; step++) k = tree.tokens[k]?.head ?? -1;
  return k === top;
}

/** The state whose government or body publishes the text. */
export function publishingState(desk: Desk): string | undefined {
  const { publisher } = desk.article;
  return publisher?.official ? publisher.state : undefined;
}
