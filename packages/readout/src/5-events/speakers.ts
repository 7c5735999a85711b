/** Who a pronoun may stand for that nothing else explains: whoever says what it stands in. */
import { childrenBy, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';

export const isPronoun = (tree: Tree, t: number): boolean => /^(he|she|it|they)$/i.test(tree.tokens[t]?.form ?? '');

/** Whether a quotation mark stands between a word and the verb above it: who is meant there is not whoever speaks. */
export const isQuoted = (tree: Tree, t: number, above: number): boolean =>
  tree.tokens.slice(Math.min(t, above), Math.max(t, above)).some((x) => x.xpos === "''" || x.xpos === '``');

/** One man or woman, who is no *they*. */
export const isOnePerson = (doc: Document, tree: Tree, t: number): boolean =>
  doc.entities.get(doc.mentionAt(tree.sentence.index, t)?.entities[0] ?? '')?.kind === 'person' && childrenBy(tree, t, 'conj').length === 0;
