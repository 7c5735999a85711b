/** Acronyms that a text gives for laws and the like: behind "the Harbour Pilots Act (HPA)" the HPA is no body, whichever the lists have of that name. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { NameHit } from './name-hit.ts';

/** Takes such acronyms out of the names of a text. */
export function withoutThings(trees: readonly Tree[], hits: readonly NameHit[][]): readonly NameHit[][] {
  let things: Set<string> | undefined;
  hits.forEach((all, s) => {
    const tree = trees[s];
    if (!tree) return;
    for (const h of all) if (isBehindThing(tree, h)) things = (things ?? new Set()).add(tree.tokens[h.start]?.form ?? '');
  });
  const named = things;
  if (!named) return hits;
  return hits.map((all, s) => all.filter((h) => h.end !== h.start + 1 || !named.has(trees[s]?.tokens[h.start]?.form ?? '')));
}

/** One word in brackets behind words in capitals that have its letters in front, the last of them a law or an event. */
function isBehindThing({ tokens, words }: Tree, { start, end }: NameHit): boolean {
  const form = tokens[start]?.form ?? '';
  if (end !== start + 1 || !/^\p{Lu}{2,}$/u.test(form) || tokens[start - 1]?.form !== '(' || tokens[end]?.form !== ')') return false;
  let i = start - 2;
  if (!words['ends-no-body'].has(tokens[i]?.form.toLowerCase() ?? '')) return false;
  for (let k = form.length - 1; k >= 0; i--) {
    const word = tokens[i]?.form;
    if (word === undefined || !/^\p{L}/u.test(word)) return false;
    if (word.startsWith(form[k] ?? '')) k--;
    else if (/^\p{Lu}/u.test(word)) return false;
  }
  return true;
}
