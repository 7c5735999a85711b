/** What a noun for a body says of the name beside it: "the Peruvian oil company Petrosur", "Norlund, the Danish carrier,". */
import { childrenBy, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import { isBodyNoun } from '../names/called-bodies.ts';

/** The state and the sector that the noun tells, and whether it stands right behind the name; undefined without such a noun. */
export function toldBeside(
  desk: Desk,
  tree: Tree,
  { head, start, end }: { readonly head: number; readonly start: number; readonly end: number },
): { readonly state?: string; readonly sector?: string; readonly isBehind: boolean } | undefined {
  const noun = [start - 1, end, ...childrenBy(tree, head, 'appos')].find(
    (n) => isBodyNoun(tree, desk.roles, n) && isHung(tree, n, head, start, end),
  );
  if (noun === undefined) return undefined;
  const state = stateOfModifiers(desk, tree, noun);
  const own = desk.roles.at(tree, noun)?.sector;
  const isTrade = (c: number): boolean => tree.words['trades-before-bodies'].has(tree.tokens[c]?.form.toLowerCase() ?? '');
  const sector = own === 'UNK' ? (childrenBy(tree, noun, 'compound', 'amod').some(isTrade) ? 'BUS' : undefined) : own;
  return { isBehind: noun === end, ...(state ? { state } : {}), ...(sector ? { sector } : {}) };
}

/** Whether noun and name hang on each other. */
function isHung(tree: Tree, n: number, head: number, start: number, end: number): boolean {
  const up = tree.tokens[n]?.head ?? -1;
  if (tree.tokens[head]?.head === n) return /^(appos|flat|nmod:desc|compound)$/.test(relationAt(tree, head));
  return up >= start && up < end && /^(appos|compound|nmod:desc)$/.test(relationAt(tree, n));
}
