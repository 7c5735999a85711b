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
 * "the parliament ratified the treaty with Peru" tell of those of another one.
 */
export function isActedUpon(desk: Desk, tree: Tree, i: number, state: string): boolean {
  let verb = tree.tokens[i]?.head ?? -1;
  if (!/^nsubj$/.test(relationAt(tree, i))) return false;
  // "hopes to visit", "failed to ratify".
  for (let step = 0; step < 3; step++) {
    const below = childrenBy(tree, verb, 'xcomp').find((c) => c > verb && childrenBy(tree, verb, 'obj').length === 0);
    const found = childrenBy(tree, verb, 'obj', 'obl').some((c) => c > verb && isOfState(desk, tree, c, state));
    if (found) return true;
    if (below === undefined) return false;
    verb = below;
  }
  return false;
}

/** Whether what stands at a token is a state, whose people are in an office of it, or what is done *with* it. */
function isOfState(desk: Desk, tree: Tree, token: number, state: string): boolean {
  const s = tree.sentence.index;
  const prep = caseOf(tree, token);
  const drafts = desk.drafts[s] ?? [];
  const names = (t: number): boolean =>
    drafts.some((d) => d.start <= t && t < d.end && d.kind !== 'pronoun' && d.entities.length === 1 && d.entities[0] === state);
  if (tree.bases[token] === 'obj' || /^(with|to|against)$/.test(prep)) {
    if (names(token)) return true;
    // "the Peruvian envoy", "the treaty with Peru".
    return childrenBy(tree, token, 'nmod', 'amod').some((c) =>
      c > token
        ? /^(with|to|against)$/.test(caseOf(tree, c)) && names(c)
        : tree.words['sent-abroad'].has(tree.tokens[token]?.lemma.toLowerCase() ?? '') && names(c),
    );
  }
  return false;
}
