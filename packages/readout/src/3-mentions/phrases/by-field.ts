/** "The coal group" after the National Coal Association: a noun for a body told apart by words that its name has. */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, enter } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';

/** Whether a body of this sector, state and name is meant. */
export type Fits = (sector: string, state: string | undefined, name: string) => boolean;

/** How far back the body may have been named last, in sentences. */
const REACH = 12;

/** Links a definite noun at token `i` to the only body named before that fits it and has all the words in front of it in its name. */
export function bodyByField(desk: Desk, tree: Tree, i: number, role: Role, fits: Fits): boolean {
  const told = wordsBefore(tree, i);
  if (told === undefined) return false;
  const { index } = tree.sentence;
  let only: string | undefined;
  for (let k = Math.max(0, index - REACH); k <= index; k++)
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind !== 'name' || d.entities.length !== 1 || (k === index && d.head >= i)) continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (!e || e.id === only || !/^(organisation|body)$/.test(e.kind) || !fits(e.sector ?? '', e.state, e.name)) continue;
      const name = e.name.toLowerCase().split(/[\s-]+/);
      if (name.length < 2 || !told.every((w) => name.some((n) => isAlike(w, n)))) continue;
      if (only !== undefined) return false;
      only = e.id;
    }
  if (only === undefined) return false;
  const { state, sector } = enter(desk, only, { kind: 'organisation', name: only });
  return draftFor(desk, tree, i, [only], 'nominal', 'coreference.by-field', {
    ...(state ? { state } : {}),
    sector: sector ?? role.sector,
    role: lemmasOf(tree)[i] ?? '',
  });
}

/** The common words in front of a noun; undefined where there are none, or something else tells it apart. */
function wordsBefore(tree: Tree, i: number): readonly string[] | undefined {
  const told = childrenBy(tree, i, 'amod', 'compound');
  if ((tree.children[i] ?? []).some((c) => /^(nmod|nummod|acl|appos)/.test(relationAt(tree, c)))) return undefined;
  const isWord = (c: number): boolean => c < i && /^(NOUN|ADJ)$/.test(tree.tokens[c]?.upos ?? '') && (tree.children[c] ?? []).length === 0;
  return told.length > 0 && told.every(isWord) ? told.map((c) => lemmasOf(tree)[c] ?? '') : undefined;
}

/** Whether two words begin alike: "farm" and "farmers". */
const isAlike = (a: string, b: string): boolean =>
  a === b || (a.length >= STEM && b.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM));
const STEM = 4;
