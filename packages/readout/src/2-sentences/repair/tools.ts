/** What repairs of trees share: tokens changed, and what hangs on what. */
import type { Token } from '../../model/index.ts';

/** `tokens` with some fields of some tokens changed; as they were where a word would come to hang on itself. */
export function withChanges(tokens: readonly Token[], changes: ReadonlyMap<number, Partial<Token>>): Token[] {
  // By pushing, as all lists of tokens are made (see `mapped`).
  const all: Token[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k] as Token;
    const change = changes.get(k);
    all.push(change ? changed(t, change) : t);
  }
  for (const [k, { head }] of changes) if (head !== undefined && !reachesRoot(all, k)) return [...tokens];
  return all;
}

function reachesRoot(tokens: readonly Token[], from: number): boolean {
  let k = from;
  for (let steps = 0; steps <= tokens.length; steps++) {
    k = tokens[k]?.head ?? -1;
    if (k < 0) return true;
  }
  return false;
}

/** A token with some of its fields changed, laid out as `makeToken` lays them out. */
function changed(t: Token, change: Partial<Token>): Token {
  const { start, end, form, spaceAfter, headProbability } = t;
  const { lemma = t.lemma, upos = t.upos, xpos = t.xpos, head = t.head, deprel = t.deprel } = change;
  return { start, end, form, spaceAfter, lemma, upos, xpos, head, deprel, headProbability };
}

/** Whether a token hangs on another, at any depth. */
export function under(tokens: readonly Token[], k: number, top: number): boolean {
  for (let up = tokens[k]?.head ?? -1, steps = 0; up >= 0 && steps < tokens.length; up = tokens[up]?.head ?? -1, steps++)
    if (up === top) return true;
  return false;
}
