/** Signs that a surname is somebody else's than the lists say: other words before it, another full name in the text. */
import type { Tree } from '../../2-sentences/syntax.ts';
import { addUnder } from '../../add-under.ts';
import type { Desk } from '../draft.ts';
import { draftOver } from '../grammar/modifiers.ts';

/** "Bad News Novak": the words before a surname are names of the same person, whoever else it is. */
export function isEndOfName(desk: Desk, tree: Tree, start: number): boolean {
  const t = tree.tokens[start - 1];
  // "Lord & Taylor".
  if (t?.form === '&') return true;
  if (t?.upos !== 'PROPN' || !t.spaceAfter || !/^\p{Lu}\p{Ll}/u.test(t.form) || t.form.endsWith('.')) return false;
  if (desk.roles.isTitle(t.form) || desk.roles.at(tree, start - 1) !== undefined) return false;
  // "Report Reveals Novak's Plan": in a headline any word has a capital.
  if (isHeadline(tree) && !desk.genders.has(t.form)) return false;
  return desk.gazetteer.match([t.form], 0) === undefined && draftOver(desk, tree, start - 1) === undefined;
}

/** "Survived by Maria, Mark and Anthony": a given name beside another is nobody's surname. */
export function isAmongGivenNames(desk: Desk, tree: Tree, start: number): boolean {
  const isGiven = (i: number): boolean => desk.genders.has(tree.tokens[i]?.form ?? '') && tree.tokens[i - 1]?.upos !== 'PROPN';
  if (!isGiven(start)) return false;
  const joins = (i: number): boolean => /^(,|and)$/.test(tree.tokens[i]?.form ?? '');
  return joins(start - 1) && (isGiven(start - 2) || (joins(start - 2) && isGiven(start - 3)));
}

/** Whether all words but the shortest begin with a capital. */
function isHeadline(tree: Tree): boolean {
  let words = 0;
  for (const t of tree.tokens) {
    if (t.form.length < LONG || !/^\p{L}/u.test(t.form)) continue;
    if (!/^\p{Lu}/u.test(t.form)) return false;
    words++;
  }
  return words >= WORDS;
}
/** From how many letters on a word of a headline has a capital, and how many such words make one. */
const LONG = 5;
const WORDS = 3;

/**
 * Whether the text has named somebody else by this surname in full, though no name was found there: "Amina Okoro … Okoro said"; not "Mr Okoro", which
 * gives the gender.
 */
export function hasOtherBearer(desk: Desk, surname: string, before: number, gender?: 'm' | 'f'): boolean {
  desk.behindNames ??= behindNames(desk.trees);
  return (desk.behindNames.get(surname) ?? []).some(([s, i]) => {
    const tree = desk.trees[s];
    const first = tree?.tokens[i - 1];
    if (!tree || !first || s >= before) return false;
    if (isHeadline(tree) && !desk.genders.has(first.form)) return false;
    if (gender !== undefined && (desk.genders.get(first.form) ?? gender) !== gender) return false;
    return !desk.roles.isTitle(first.form) && desk.roles.at(tree, i - 1) === undefined && !isListedPerson(desk, tree, i);
  });
}

/** The words behind others that may be given names; one look at a text, as surnames are asked for again and again. */
function behindNames(trees: readonly Tree[]): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const found = new Map<string, (readonly [number, number])[]>();
  trees.forEach((tree, s) => {
    tree.tokens.forEach((t, i) => {
      const first = tree.tokens[i - 1];
      if (first?.upos !== 'PROPN' || !first.spaceAfter || !/^\p{Lu}\p{Ll}/u.test(first.form)) return;
      addUnder(found, t.form, [s, i]);
    });
  });
  return found;
}

/** Whether a full name of the lists ends at token `i`. */
function isListedPerson(desk: Desk, tree: Tree, i: number): boolean {
  const forms = tree.tokens.slice(0, i + 1).map((t) => t.form);
  return [1, 2, 3].some((back) => {
    const hit = i >= back ? desk.gazetteer.match(forms, i - back) : undefined;
    return hit?.end === i + 1 && hit.readings.some((r) => r.kind === 'full-name');
  });
}
