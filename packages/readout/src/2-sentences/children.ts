/** The children of tokens, laid out to take little room. */
import type { Token } from '../model/index.ts';

/** No children. */
export const CHILDLESS: readonly number[] = [];
/** The lists of one child, shared by all trees: a third of all lists, kept while a batch of articles is read. */
const ONLY: readonly (readonly number[])[] = Array.from({ length: 256 }, (_, i) => [i]);

/**
 * The children of each token in order. Each list is a slice, as long as it must be: one that grows takes room for sixteen more, and one made by its length is
 * of another sort to V8, which compiles anew all that meets both.
 */
export function childrenOf(tokens: readonly Token[]): (readonly number[])[] {
  const n = tokens.length;
  // Where the children of each token end among all in the order of their heads, the next one's beginning there.
  const ends = new Array<number>(n + 1).fill(0);
  for (let i = 0; i < n; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head >= 0 && head < n) ends[head + 1] = (ends[head + 1] ?? 0) + 1;
  }
  for (let i = 1; i <= n; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const all: number[] = [];
  for (let i = 0; i < n; i++) all.push(0);
  for (let i = 0; i < n; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < 0 || head >= n) continue;
    const at = ends[head] ?? 0;
    all[at] = i;
    ends[head] = at + 1;
  }
  const children = new Array<readonly number[]>(n);
  for (let i = 0, from = 0; i < n; i++) {
    const to = ends[i] ?? 0;
    const only = all[from] ?? 0;
    children[i] = to === from ? CHILDLESS : to === from + 1 ? (ONLY[only] ?? [only]) : all.slice(from, to);
    from = to;
  }
  return children;
}
