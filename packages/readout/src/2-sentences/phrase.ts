/** Where the phrase of a noun begins and ends, and what is joined to it. */
import { CHILDLESS } from './children.ts';
import { baseRelation, childrenBy, isNegated, lemmaAt, relationAt, type Tree } from './syntax.ts';

/** Relations that end a noun phrase: what hangs on them is not part of the name of the thing. */
const OUTSIDE_PHRASE = new Set([
  'acl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'case',
  'mark',
  'advcl',
  'cop',
  'nsubj',
  'csubj',
  'ccomp',
  'xcomp',
  'dep',
  'list',
  'aux',
  'discourse',
  'orphan',
  'vocative',
  'obl',
  'obj',
  'expl',
]);

/** First and last token (half-open) of the noun phrase at `head`, without relative clauses, appositions and conjuncts. */
export function phraseOf(tree: Tree, head: number, options: { withNmod?: boolean } = {}): [number, number] {
  let start = head;
  let end = head + 1;
  const visit = (i: number, top: boolean): void => {
    for (const c of tree.children[i] ?? []) {
      const r = relationAt(tree, c);
      const base = baseRelation(r);
      if (top && OUTSIDE_PHRASE.has(base)) continue;
      if (top && base === 'advmod' && c > i) continue;
      if (top && base === 'nmod' && r !== 'nmod:poss' && r !== 'nmod:desc' && c > i && options.withNmod === false) continue;
      if (!top && (base === 'acl' || base === 'parataxis' || base === 'appos' || base === 'advcl') && c > i) continue;
      if (base === 'punct' && (c < start || c >= end)) continue;
      start = Math.min(start, c);
      end = Math.max(end, c + 1);
      visit(c, false);
    }
  };
  visit(head, true);
  // A preposition of the whole that the parse hung deeper.
  while (
    start < head &&
    ['ADP', 'SCONJ', 'CCONJ'].includes(tree.tokens[start]?.upos ?? '') &&
    !/^(least|most)$/i.test(tree.tokens[start + 1]?.form ?? '')
  )
    start++;
  return [start, end];
}

/** All tokens below `i`, itself included, as the smallest range that covers them. */
export function yieldOf(tree: Tree, i: number): [number, number] {
  const range: [number, number] = [i, i + 1];
  widen(tree, i, range);
  return range;
}

function widen(tree: Tree, i: number, range: [number, number]): void {
  for (const c of tree.children[i] ?? CHILDLESS) {
    if (c < range[0]) range[0] = c;
    else if (c >= range[1]) range[1] = c + 1;
    widen(tree, c, range);
  }
}

/** The token and its conjuncts, in order; without those that are named as not meant ("not Peru"). */
export function withConjuncts(tree: Tree, i: number): number[] {
  const all = [i];
  addConjuncts(tree, i, all);
  return all;
}

/** "Chad, not Peru", "Chad rather than Peru": what is joined only to say that it is not meant. */
const isExcluded = (tree: Tree, c: number): boolean =>
  /^(NOUN|PROPN|PRON)$/.test(tree.tokens[c]?.upos ?? '') &&
  (childrenBy(tree, c, 'cc').some((k) => lemmaAt(tree, k) === 'rather') ||
    // "and that Peru would": a clause that parsers miss.
    (tree.tokens[c]?.upos === 'PROPN' && childrenBy(tree, c, 'det').some((k) => tree.tokens[k]?.form === 'that')) ||
    childrenBy(tree, c, 'advmod').some((k) => k < c && lemmaAt(tree, k) === 'not' && isNegated(tree, c)));

function addConjuncts(tree: Tree, i: number, all: number[]): void {
  const children = tree.children[i] ?? CHILDLESS;
  for (let k = 0, c = children[0]; c !== undefined; c = children[++k])
    if (tree.bases[c] === 'conj' && !isExcluded(tree, c)) all.push(...withConjuncts(tree, c));
  // "leader Jan Novak and President Eva Mala": where the title is the head, what is joined hangs on the name after it.
  const name = i + 1;
  const joins = tree.bases[name] === 'appos' || tree.bases[name] === 'flat';
  if (joins && tree.tokens[name]?.upos === 'PROPN' && tree.tokens[i]?.upos === 'NOUN' && children.includes(name))
    for (const c of tree.children[name] ?? CHILDLESS) if (tree.bases[c] === 'conj') all.push(...withConjuncts(tree, c));
}
