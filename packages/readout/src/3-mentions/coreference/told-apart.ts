/** The words in front of a noun that tell which of several it is: "the defence minister" is not the finance minister of before. */
import { lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt } from '../draft.ts';

/** How far in front of a name its title may begin. */
const TITLE = 5;

/** The nouns in front that tell a noun apart ("defence" of "the defence minister"), the names where it is one ("Tourism" of "the Tourism Organisation"). */
export function toldBy(desk: Desk, tree: Tree, i: number): readonly string[] {
  let words: string[] | undefined;
  const isName = tree.tokens[i]?.upos === 'PROPN';
  for (const c of tree.children[i] ?? []) {
    if (c > i) break;
    const isCompound = tree.bases[c] === 'compound' && (tree.tokens[c]?.upos !== 'PROPN') !== isName;
    // "the Maritime Administration"; a state's adjective tells whose.
    const isOwnWord = isName && tree.bases[c] === 'amod' && /^\p{Lu}/u.test(tree.tokens[c]?.form ?? '') && c > 0;
    if (isCompound || (isOwnWord && !draftAt(desk, tree.sentence.index, c))) words = [...(words ?? []), lemmasOf(tree)[c] ?? ''];
  }
  return words ?? NOTHING;
}
export const NOTHING: readonly string[] = [];

/** "The defence minister" is not the finance minister of before, nor "the music industry" that of films. */
export function isToldAlike(desk: Desk, words: readonly string[], d: Draft): boolean {
  const own = desk.trees[d.sentence];
  // A phrase has its words within it, a name its title in front.
  const front = d.kind === 'nominal' ? 0 : TITLE;
  const before = own ? lemmasOf(own).slice(Math.max(0, d.start - front), d.end) : NOTHING;
  return words.every((w) => before.includes(w));
}

/** Whether a mention is called "former" or "ex-" in its own words or right before them. */
export function isSaidFormer(desk: Desk, d: Draft): boolean {
  const own = desk.trees[d.sentence];
  return (
    own !== undefined &&
    lemmasOf(own)
      .slice(Math.max(0, d.start - TITLE), d.end)
      .some((w) => own.words['out-of-office'].has(w))
  );
}
