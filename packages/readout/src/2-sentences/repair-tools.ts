/** What repairs of trees share: tokens changed, and what hangs on what. */
import type { Token } from '../model/index.ts';

/** `tokens` with some fields of some tokens changed. */
export const withChanges = (tokens: readonly Token[], changes: ReadonlyMap<number, Partial<Token>>): Token[] =>
  tokens.map((t, k) => {
    const change = changes.get(k);
    return change ? changed(t, change) : t;
  });

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
