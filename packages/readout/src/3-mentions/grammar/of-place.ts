/** Words with a capital that belong to the name of a place. */
import type { Tree } from '../../2-sentences/syntax.ts';
import { beginsInCapital } from '../lists/capitals.ts';

/** Mount Cook is no cook: a word with a capital behind one that begins the names of places. */
export function isOfPlace(tree: Tree, head: number): boolean {
  const before = tree.tokens[head - 1]?.form.toLowerCase().replace(/\.$/, '') ?? '';
  return tree.words['before-place-names'].has(before) && beginsInCapital(tree.tokens[head]?.form ?? '');
}
