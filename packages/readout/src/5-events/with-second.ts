import { childrenBy, hasChild, type Tree } from '../2-sentences/syntax.ts';

/** "between the government of Colombia and the rebels": the other side, which parsers hang on what the first one is of. */
export const withSecond = (tree: Tree, tokens: readonly number[]): readonly number[] =>
  tokens.length !== 1 || tokens.some((t) => hasChild(tree, t, 'conj'))
    ? tokens
    : tokens.flatMap((t) => [
        t,
        ...childrenBy(tree, t, 'nmod', 'nmod:poss').flatMap((c) => childrenBy(tree, c, 'conj').filter((o) => hasChild(tree, o, 'det'))),
      ]);
