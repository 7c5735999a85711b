/** The words of a source: its noun phrase with titles and appositions, without relative clauses. */
import { baseRelation, phraseOf, relationAt, spanOf, type Tree, withConjuncts, yieldOf } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';

export function sourceSpan(tree: Tree, head: number): Span {
  const heads = withConjuncts(tree, head);
  let start = head;
  let end = head + 1;
  for (const h of heads) {
    const [a, b] = phraseOf(tree, h);
    start = Math.min(start, a);
    end = Math.max(end, b);
    for (const c of tree.children[h] ?? []) {
      if (baseRelation(relationAt(tree, c)) === 'appos' && c > h) end = Math.max(end, yieldOf(tree, c)[1]);
    }
  }
  return spanOf(tree, start, end);
}
