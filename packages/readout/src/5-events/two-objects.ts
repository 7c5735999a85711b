/** The first of two objects: who is given something. */
import { childrenBy, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';

/**
 * Who is given or promised something: "gave Peru a loan". Parsers often make two objects of it, or put the name into the phrase of the object, though
 * that begins behind it ("gave Peru 30 trucks").
 */
export function iobjectOf(tree: Tree, verb: number): readonly number[] {
  const own = childrenBy(tree, verb, 'iobj');
  if (own.length > 0) return own;
  const objects = childrenBy(tree, verb, 'obj').filter((o) => o > verb);
  const [first] = objects;
  if (objects.length === 2 && first !== undefined && /^(PROPN|PRON)$/.test(tree.tokens[first]?.upos ?? '')) return [first];
  return objects.flatMap((o) => {
    // "offered Peru help": no *Peruvian help*.
    const next = verb + 1;
    if (
      tree.words['gives-two'].has(lemmaAt(tree, verb)) &&
      next < o &&
      /^\p{Lu}\p{Ll}/u.test(tree.tokens[next]?.form ?? '') &&
      tree.tokens[next]?.head === o &&
      relationAt(tree, next) === 'compound' &&
      tree.tokens[o]?.upos === 'NOUN'
    )
      return [next];
    const begin = Math.min(...childrenBy(tree, o, 'det', 'nummod', 'nmod:poss').filter((c) => c > verb && c < o));
    return childrenBy(tree, o, 'compound').filter((c) => c < begin && begin < o && tree.tokens[c]?.upos === 'PROPN');
  });
}
