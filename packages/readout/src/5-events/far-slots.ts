/** Parties that stand further from the verb than its slots. */
import { prepositional } from '../2-sentences/arguments.ts';
import { BESIDE } from '../2-sentences/complements.ts';
import { baseAt, caseOf, lemmaAt, type Tree } from '../2-sentences/syntax.ts';

/** Nominals with *to* further down, where parsers lose them: "returned a mask, stolen from a church in X, to Y". */
export function farTo(tree: Tree, verb: number): number[] {
  const found: number[] = [];
  const visit = (i: number): void => {
    for (const c of tree.children[i] ?? []) {
      const base = tree.bases[c];
      if (c < verb || base === 'advcl' || (base === 'conj' && tree.tokens[c]?.upos === 'VERB') || base === 'ccomp' || base === 'parataxis')
        continue;
      if (/^(obl|nmod)$/.test(base ?? '') && caseOf(tree, c) === 'to' && !tree.words['takes-to'].has(lemmaAt(tree, i))) found.push(c);
      visit(c);
    }
  };
  visit(verb);
  return found.slice(-1);
}

/** Nominals with *with* further down, past a comma or a place, where parsers lose them: "discussed the crisis in X, with the leaders of Y". */
export function farWith(tree: Tree, verb: number): number[] {
  const found: number[] = [];
  const visit = (i: number): void => {
    for (const c of tree.children[i] ?? []) {
      if (c < verb || !['obj', 'obl', 'nmod', 'conj', 'appos'].includes(baseAt(tree, c))) continue;
      if (caseOf(tree, c) === 'with') {
        // "discussed relations with Y": Y is talked of.
        if (tree.tokens[i]?.upos !== 'VERB' && !tree.words['takes-with'].has(lemmaAt(tree, i).toLowerCase())) found.push(c);
      } else if (!BESIDE.test(caseOf(tree, c))) visit(c);
    }
  };
  visit(verb);
  return found;
}

/** With whom that was by which a time is told: "said after talks *with X*", "told reporters during a visit with X". */
export const timeWith = (tree: Tree, verb: number): number[] =>
  TIMES.flatMap((p) => prepositional(tree, verb, p)).flatMap((noun) => prepositional(tree, noun, 'with'));

const TIMES = ['after', 'during', 'following'];
