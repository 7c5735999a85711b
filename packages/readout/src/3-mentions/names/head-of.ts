/** Which word of a run is its head. */
import type { Tree } from '../../2-sentences/syntax.ts';

/** The head token of a run: the one whose head lies outside. */
export function headOf(tree: Tree, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const h = tree.tokens[i]?.head ?? -1;
    if (h < start || h >= end) return i;
  }
  return end - 1;
}
