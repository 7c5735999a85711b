/** The children of tokens, laid out to take little room. */
import type { Token } from '../model/index.ts';

/** No children. */
export const CHILDLESS: readonly number[] = [];
/** The lists of one child, shared by all trees: a third of all lists, kept while a batch of articles is read. */
const ONLY: readonly (readonly number[])[] = Array.from({ length: 256 }, (_, i) => [i]);

/** The children of each token in order, each list as long as it must be: a list that grows takes room for sixteen more. */
export function childrenOf(tokens: readonly Token[]): (readonly number[])[] {
  const n = tokens.length;
  const counts = new Array<number>(n).fill(0);
  for (const t of tokens) if (t.head >= 0 && t.head < n) counts[t.head] = (counts[t.head] ?? 0) + 1;
  const children = new Array<readonly number[]>(n).fill(CHILDLESS);
  for (let i = 0; i < n; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < 0 || head >= n) continue;
    const count = counts[head] ?? 0;
    if (count === 1) children[head] = ONLY[i] ?? [i];
    else addChild(children, head, i, count);
  }
  return children;
}

function addChild(children: (readonly number[])[], head: number, child: number, count: number): void {
  const have = children[head];
  if (have === CHILDLESS) {
    const list = new Array<number>(count).fill(-1);
    list[0] = child;
    children[head] = list;
  } else if (have) (have as number[])[have.indexOf(-1)] = child;
}
