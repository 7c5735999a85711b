/** The words that close the full names of firms ("Co", "AG", "S.A. de C.V.") or begin them ("OAO"), and what may stand between them. */
import type { Tree } from '../../2-sentences/syntax.ts';

/** Whether a word is a legal form, whatever its capitals. */
export const isLegalWord = (words: Tree['words'], form: string): boolean =>
  words['legal-forms'].has(form.toLowerCase().replaceAll('.', '')) || words['legal-letters'].has(form.replaceAll('.', ''));

/** Whether token `i` is a legal form in a name: "Co", "Inc", "AG"; "Sa" is a surname. */
export function isLegalForm(tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  if (t === undefined || (t.upos !== 'PROPN' && t.upos !== 'X' && t.form !== 'A/S')) return false;
  return (
    isLegalWord(tree.words, t.form) && /^(Co|\p{Lu}\p{Ll}{2,}|\p{Lu}{2,5}|\p{Lu}\/\p{Lu}|\p{Lu}{2}a\p{Lu}|(\p{Lu}\.)+)\.?$/u.test(t.form)
  );
}

/** Where the legal forms end that begin at token `i`: behind "Co Ltd", "S.A. de C.V." or "GmbH & Co KG". */
export function endOfLegal(tree: Tree, i: number): number {
  let end = i + 1;
  for (;;) {
    const [next, behind] = [tree.tokens[end]?.form ?? '', tree.tokens[end + 1]?.form ?? ''];
    if (isLegalForm(tree, end)) end++;
    else if (next === 'de' && /^C\.?V\.?$/.test(behind)) end += 2;
    else if (next === '&' && /^Co\.?$/.test(behind)) end += 2;
    else return end;
  }
}
