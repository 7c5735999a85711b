/** Who takes part as the subject does, named beside it: "Norway, along with Sweden, said". */
import { caseOf, childrenBy, type Tree } from './syntax.ts';

/** The *with* of ", together with Egypt,": behind a comma, or behind the noun that it is beside. */
const isTogether = (tree: Tree, noun: number, beside: number | undefined): boolean =>
  childrenBy(tree, noun, 'case').some(
    (c) => /^(along|together)$/i.test(tree.tokens[c - 1]?.form ?? '') && (c < 2 || tree.tokens[c - 2]?.form === ',' || c - 2 === beside),
  );

/** Whether a noun takes part as the subject does, which need not be known. */
export const isCompanion = (tree: Tree, noun: number): boolean => isTogether(tree, noun, undefined);

/** The nouns named with a subject between it and the verb, in text order. */
export const companionsOf = (tree: Tree, subject: number, verb: number): number[] =>
  [...childrenBy(tree, subject, 'nmod', 'obl'), ...childrenBy(tree, verb, 'obl')]
    .filter((c) => subject < c && c < verb && caseOf(tree, c).endsWith('with') && isTogether(tree, c, lastOf(tree, subject)))
    .sort((a, b) => a - b);

/** The last word of a name whose first one is its head: "Jan Kowal together with". */
const lastOf = (tree: Tree, head: number): number => Math.max(head, ...childrenBy(tree, head, 'flat'));
