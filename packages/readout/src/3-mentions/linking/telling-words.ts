/** What the words of an unlisted body's name tell of its sector, where its last noun does not. */
import type { Tree } from '../../2-sentences/syntax.ts';

/** The sector that a name's words tell: outlets, unions, firms' associations, societies; undefined where they tell nothing. */
export function tellingSector(tree: Tree, start: number, end: number): string | undefined {
  const { words } = tree;
  const wordAt = (i: number): string => (tree.tokens[i]?.form ?? '').toLowerCase();
  if (end - start < 2) return undefined;
  if (words['members-in-names'].has(wordAt(start)) && /^(for|of|against|without|united)$/.test(wordAt(start + 1))) return 'NGO';
  if (words['ends-names-of-outlets'].has(wordAt(end - 1)) || words['begins-names-of-outlets'].has(wordAt(start))) return 'JRN';
  let hasMembers = false;
  for (let i = start; i < end; i++) hasMembers ||= words['bodies-of-members'].has(wordAt(i));
  if (!hasMembers) return undefined;
  for (let i = start; i < end; i++) {
    const word = wordAt(i);
    if (words['tells-labour'].has(word)) return 'LAB';
    if (words['tells-business'].has(word)) return 'BUS';
    if (words['tells-society'].has(word)) return 'NGO';
  }
  return undefined;
}
