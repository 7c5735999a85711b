/** Where the noun of a relative clause stands in it: as the object of its verb, of an infinitive below, or inside its subject. */

import { childrenBy, hasChild, lemmaAt, type Tree } from './syntax.ts';
import { isPassive } from './voice.ts';

const PRONOUN = /^(whom?|which|that)$/i;

/** "two of whom", "most of which", "whose president": the noun that the clause hangs on is in its subject. */
export const isOfWhom = (tree: Tree, subject: number): boolean =>
  childrenBy(tree, subject, 'nmod', 'nmod:poss').some((c) => /^(whom?|which|whose)$/i.test(tree.tokens[c]?.form ?? ''));

/** Whether some tokens are one relative pronoun. */
export const isRelative = (tree: Tree, tokens: readonly number[]): boolean =>
  tokens.length === 1 && PRONOUN.test(tree.tokens[tokens[0] ?? -1]?.form ?? '') && /^W/.test(tree.tokens[tokens[0] ?? -1]?.xpos ?? '');

/** The infinitive below a relative clause's verb that has the clause's noun as its object: "whom they helped to *topple*"; of asking the verb has it. */
export const gapBelow = (tree: Tree, verb: number): number | undefined =>
  lemmaAt(tree, verb) === 'help' || tree.words['subject-control'].has(lemmaAt(tree, verb))
    ? childrenBy(tree, verb, 'xcomp').find(
        (x) => tree.tokens[x]?.upos === 'VERB' && !isPassive(tree, x) && !hasChild(tree, x, 'obj', 'ccomp', 'xcomp'),
      )
    : undefined;

/** Whether a relative clause has a subject of its own, so that its noun is an object in it. */
export const hasObjectAbove = (tree: Tree, verb: number): boolean =>
  // "Peru, where he met": it is only where.
  !childrenBy(tree, verb, 'advmod', 'mark').some((c) => /^(where|when|why)$/i.test(tree.tokens[c]?.form ?? '')) &&
  childrenBy(tree, verb, 'nsubj').some((s) => !/^(who|which|that)$/i.test(tree.tokens[s]?.form ?? '') && !isOfWhom(tree, s));
