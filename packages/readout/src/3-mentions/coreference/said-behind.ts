/** Of whom the words behind a noun speak: "Jan Novak, famous for his hats", "the crews, many of them children". */
import { baseAt, hasChild, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';

/** "Jan Novak, famous for his hats": an adjective behind its noun says of it what a clause would. */
export const isSaidBehind = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.upos === 'ADJ' && i > (tree.tokens[i]?.head ?? i) && /^(amod|acl)$/.test(baseAt(tree, i)) && !hasChild(tree, i, 'nsubj');

/** What a token behind a comma is said of: the noun above, or the name that ends in front of the comma ("a picture of Novak, known for"). */
export function saidOf(tree: Tree, at: number): readonly number[] {
  const up = tree.tokens[at]?.head ?? -1;
  if (at <= up || !/^(amod|acl)$/.test(relationAt(tree, at))) return NOTHING;
  const comma = (tree.children[at] ?? [])[0] ?? -1;
  const named = tree.tokens[comma]?.form === ',' ? nounBefore(tree, comma) : -1;
  if (named >= 0 && named !== up && tree.tokens[named]?.head === up) return [named];
  return isSaidBehind(tree, at) ? [up] : NOTHING;
}
const NOTHING: readonly number[] = [];

/** What the phrase around a token is said of, within its clause. */
export function saidOfAbove(tree: Tree, i: number): readonly number[] {
  for (let at = tree.tokens[i]?.head ?? -1, step = 0; at >= 0 && step < 5; step++) {
    const found = saidOf(tree, at);
    if (found.length > 0) return found;
    if (tree.tokens[at]?.upos === 'VERB') return NOTHING;
    at = tree.tokens[at]?.head ?? -1;
  }
  return NOTHING;
}

/** "The crews, many of them children": who stands in front of the comma. */
export function partOf(tree: Tree, i: number): number {
  const part = tree.tokens[i]?.head ?? -1;
  const isPart = part === i - 2 && tree.tokens[i - 1]?.form === 'of' && tree.words['parts-of-them'].has(lemmaAt(tree, part).toLowerCase());
  const comma = part - 1;
  return isPart && tree.tokens[comma]?.form === ',' ? nounBefore(tree, comma) : -1;
}

/** The head of the noun phrase that ends before a token. */
function nounBefore(tree: Tree, end: number): number {
  let at = end - 1;
  if (!/^(NOUN|PROPN)$/.test(tree.tokens[at]?.upos ?? '')) return -1;
  while (/^(flat|compound|goeswith)$/.test(baseAt(tree, at))) at = tree.tokens[at]?.head ?? -1;
  return at;
}
