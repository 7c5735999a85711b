/** The words by which a speaker addresses somebody: "Mr President", "Ms Federal Chancellor", "Your Majesty". */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import { beginsInCapital } from '../lists/capitals.ts';

/** Whether token `head` ends an address: an office in capitals behind a title of persons, or a style behind "your". */
export function isAddress(tree: Tree, head: number): boolean {
  const t = tree.tokens[head];
  if (!t || !beginsInCapital(t.form) || (t.upos !== 'PROPN' && t.upos !== 'NOUN' && t.upos !== 'ADJ')) return false;
  if (tree.tokens[head + 1]?.upos === 'PROPN') return false;
  const forms = formsOf(tree);
  const isTitle = (i: number): boolean =>
    tree.words['titles-of-men'].has(forms[i] ?? '') || tree.words['titles-of-women'].has(forms[i] ?? '');
  const isCapital = (i: number): boolean => beginsInCapital(tree.tokens[i]?.form ?? '');
  // "Your Royal Highness".
  if (tree.words.styles.has(forms[head] ?? '')) return forms[head - 1] === 'your' || (isCapital(head - 1) && forms[head - 2] === 'your');
  // "Ms Federal Chancellor".
  if (t.upos === 'ADJ') return false;
  return isTitle(head - 1) || (isCapital(head - 1) && isTitle(head - 2));
}
