/** Objects that parsers take for complements with a preposition. */
import { caseOf, childrenBy, lemmaAt, type Tree } from './syntax.ts';

/** "sent in troops": a particle that parsers take for the preposition of the object. */
export const isBehindParticle = (tree: Tree, verb: number, c: number): boolean =>
  tree.tokens[verb + 1]?.head === c && tree.words.phrasal.has(`${lemmaAt(tree, verb)} ${caseOf(tree, c)}`);

/** "freed at least ten sailors": so many, where parsers take *at* for a preposition. */
export const isBehindLeast = (tree: Tree, verb: number, c: number): boolean =>
  tree.tokens[verb + 1]?.form === 'at' &&
  /^(least|most)$/.test(tree.tokens[verb + 2]?.form ?? '') &&
  /^(at)?$/.test(caseOf(tree, c)) &&
  childrenBy(tree, c, 'nummod').some((n) => n === verb + 3);
