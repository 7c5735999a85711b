/** Parties that stand further from the verb than its slots. */
import { subjectOf } from '../2-sentences/arguments.ts';
import { BESIDE } from '../2-sentences/complements.ts';
import { baseAt, caseOf, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';

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

/** Who does what is told beside a noun: "*X* said after talks with Y", "*X* urged Y on a visit to Z", "*X*, on a visit to Z". */
export function clauseSubject(tree: Tree, noun: number): readonly number[] {
  let top = noun;
  // "after a day of talks", "after lunch and talks".
  for (let up = tree.tokens[top]?.head ?? -1; up >= 0 && isPartOf(tree, top, up); up = tree.tokens[top]?.head ?? -1) top = up;
  const up = tree.tokens[top]?.head ?? -1;
  const preposition = caseOf(tree, top);
  if (up < 0) return [];
  if (tree.bases[top] === 'nmod') return preposition === 'on' && up < top ? [up] : [];
  return tree.bases[top] === 'obl' && tree.tokens[up]?.upos === 'VERB' && WHEN.has(preposition) && !isPassive(tree, up)
    ? subjectOf(tree, up)
    : [];
}

const WHEN = new Set(['after', 'at', 'during', 'following', 'from', 'in', 'on']);

const isPartOf = (tree: Tree, noun: number, up: number): boolean =>
  tree.bases[noun] === 'conj' || (tree.bases[noun] === 'nmod' && caseOf(tree, noun) === 'of' && tree.words.rounds.has(lemmaAt(tree, up)));
