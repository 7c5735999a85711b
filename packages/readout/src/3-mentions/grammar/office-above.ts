/** "The commander of Chilean forces in the region, Jan Novak,": an office that the tree parts from the name behind its comma. */
import { baseAt, formsOf, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';

/** How many nouns may lie between. */
const STEPS = 4;

/** The office of somebody who is apposed to a noun within its phrase; -1 where the noun is an office itself, or none stands above it. */
export function officeAbove(desk: Desk, tree: Tree, name: Draft): number {
  if (relationAt(tree, name.head) === 'flat') return postBefore(tree, name);
  if (relationAt(tree, name.head) !== 'appos' || tree.tokens[name.start - 1]?.form !== ',') return -1;
  if (!/^[,.:;)]$/.test(tree.tokens[name.end]?.form ?? '')) return -1;
  let k = tree.tokens[name.head]?.head ?? -1;
  if (isOfPerson(desk, tree, k)) return -1;
  for (let step = 0; step < STEPS && k >= 0 && k < name.start; step++) {
    const role = desk.roles.at(tree, k);
    if (role?.kind === 'role') return step === 0 || isPlural(tree, k) || role.sector === '' ? -1 : k;
    if (baseAt(tree, k) !== 'nmod') return -1;
    k = tree.tokens[k]?.head ?? -1;
  }
  return -1;
}

/** "Jan Novak, then Chile's foreign minister,": the office behind an adverb of time, which the tree takes for a party of its own; -1 where none is. */
export function officeAside(desk: Desk, tree: Tree, name: Draft): number {
  const forms = formsOf(tree);
  if (forms[name.end] !== ',') return -1;
  const first = forms[name.end + 1] ?? '';
  const isLong = /^(at the time|until recently|at that time)$/.test(
    forms.slice(name.end + 1, name.end + 1 + (first === 'until' ? 2 : 3)).join(' '),
  );
  if (!isLong && !tree.words['in-office-when'].has(first)) return -1;
  const start = name.end + (isLong ? (first === 'until' ? 3 : 4) : 2);
  for (let i = start; i < start + WORDS; i++) {
    if (!/^(DET|ADJ|NOUN|PROPN|PART)$/.test(tree.tokens[i]?.upos ?? '')) return -1;
    if (/^(,|of|for|at|in|to)$/.test(forms[i + 1] ?? '')) {
      const role = desk.roles.at(tree, i);
      return role?.kind === 'role' && role.sector !== '' && !isPlural(tree, i) ? i : -1;
    }
  }
  return -1;
}

/** How many words such an office has at most. */
const WORDS = 7;

/** "UN envoy for Yemen Jan Novak", which the tree takes for a Yemen Jan Novak. */
function postBefore(tree: Tree, name: Draft): number {
  const place = tree.tokens[name.head]?.head ?? -1;
  const noun = place === name.start - 1 && baseAt(tree, place) === 'nmod' ? (tree.tokens[place]?.head ?? -1) : -1;
  return tree.words['posted-abroad'].has(lemmasOf(tree)[noun] ?? '') ? noun : -1;
}

/** The person whose office a noun is so. */
export function namedUnder(desk: Desk, tree: Tree, head: number): Draft | undefined {
  return (desk.drafts[tree.sentence.index] ?? []).find(
    (d) => d.start > head + 2 && d.kind === 'name' && isPerson(desk, d) && officeAbove(desk, tree, d) === head,
  );
}

const isPerson = (desk: Desk, d: Draft): boolean => desk.entities.get(d.entities[0] ?? '')?.kind === 'person';

const isOfPerson = (desk: Desk, tree: Tree, k: number): boolean =>
  (desk.drafts[tree.sentence.index] ?? []).some((d) => d.head === k && isPerson(desk, d));
