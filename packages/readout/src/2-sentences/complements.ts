/** Complements of nouns by their prepositions: behind the verb that carries the noun, and which of them take no part in the act above. */
import { caseOf, childrenBy, lemmaAt, type Tree } from './syntax.ts';

/** "…, with Chile following suit": what somebody else does meanwhile. */
export const isAbsolute = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'case').some((c) => tree.tokens[c - 1]?.form === ',') &&
  childrenBy(tree, noun, 'acl', 'advcl').some((c) => c > noun && tree.tokens[c]?.xpos === 'VBG');

/** Prepositions of agents and circumstances: whoever is named below them takes no part in the act above. */
export const BESIDE = /^(by|after|before|during|following|amid|since|until|despite|without|because of)$/;

/** "the sanctions imposed on Kenya", "the ban that it placed on Kenya": what a noun is on or against, behind the verb that carries it. */
export function addImposed(tree: Tree, noun: number, prep: string, found: number[]): void {
  const children = tree.children[noun] ?? [];
  for (let k = 0; k < children.length; k++) {
    const v = children[k] as number;
    if (v > noun && tree.bases[v] === 'acl') addCarried(tree, v, prep, found);
  }
  // Parsers take "imposed" right behind it for a clause of the verb, too.
  const next = tree.tokens[noun + 1];
  if (next?.xpos === 'VBN' && next.head === tree.tokens[noun]?.head) addCarried(tree, noun + 1, prep, found);
}

/** What a verb that carries its noun has with a preposition behind it. */
function addCarried(tree: Tree, verb: number, prep: string, found: number[]): void {
  if (!tree.words.imposes.has(lemmaAt(tree, verb))) return;
  for (const c of tree.children[verb] ?? []) if (c > verb && tree.bases[c] === 'obl' && caseOf(tree, c) === prep) found.push(c);
}

/** The complements of a noun with a preposition that stand after token `after`. */
export function addComplements(tree: Tree, noun: number, prep: string, found: number[], after: number): void {
  const children = tree.children[noun] ?? [];
  for (let k = 0; k < children.length; k++) {
    const c = children[k] as number;
    if (c <= after || (tree.bases[c] !== 'nmod' && tree.bases[c] !== 'obl') || caseOf(tree, c) !== prep) continue;
    if (prep !== 'with' || !isAbsolute(tree, c)) found.push(c);
  }
}
