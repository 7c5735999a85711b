/** Names written in capitals throughout. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer, Reading } from './gazetteer.ts';

/** Whether a word begins with a capital letter. */
export function beginsInCapital(form: string): boolean {
  const first = form.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(form);
}

export function inCapitals(tree: Tree, forms: readonly string[], i: number): boolean {
  const form = forms[i] ?? '';
  const second = form.charCodeAt(1);
  if (form.length < 4 || (second >= 97 && second <= 122)) return false;
  return tree.tokens[i]?.upos === 'PROPN' && /^\p{Lu}{4,}$/u.test(form);
}

/** "HONG KONG", "GERMANY - bunds fell": a state in capitals where the rest is not; acronyms are names of their own. */
export function stateInCapitals(gazetteer: Gazetteer, titled: readonly string[], i: number): ReturnType<Gazetteer['match']> {
  const hit = gazetteer.match(titled, i);
  const isSure = (r: Reading): boolean => (r.kind === 'name' && r.entityKind === 'state') || r.kind === 'capital';
  if (hit?.readings.some(isSure)) return hit;
  // "MIAMI - A court": where a report was written; "TWITTER".
  const isLone = (r: Reading): boolean => (i === 0 && r.entityKind === 'place') || (r.kind === 'name' && r.sector === 'MNC');
  return hit?.readings.every(isLone) ? hit : undefined;
}

export function isShouting(forms: readonly string[]): boolean {
  for (const f of forms) if (/[a-z]/.test(f)) return false;
  const letters = forms.join('');
  return letters.length > 12 && letters === letters.toUpperCase() && /[A-Z]/.test(letters);
}

export const titleCase = (form: string): string => (form.length > 3 ? form.charAt(0) + form.slice(1).toLowerCase() : form);

/** Whether most words of a sentence have capitals, which then tell nothing: a headline, of more than `least` long words. */
export function isHeadline(tree: Tree, least = 0): boolean {
  let capitals = 0;
  let words = 0;
  for (const { form } of tree.tokens)
    if (/^\p{L}{4}/u.test(form)) {
      words++;
      if (beginsInCapital(form)) capitals++;
    }
  return words > least && capitals * 3 > words * 2;
}
