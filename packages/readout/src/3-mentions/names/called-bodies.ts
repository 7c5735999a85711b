/** Names that a common noun for a body tells to be one: "the shipping group Norlund", "El Sol newspaper", "Norlund, the Danish carrier,". */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { sortShort } from '../short-sort.ts';
import { headOf } from './head-of.ts';
import type { NameHit } from './name-hit.ts';

/** How sure a name is that its surroundings tell. */
const TOLD = 0.8;

/** The hits of a sentence with what nouns for bodies name, marked as bodies; `isGiven`: whether a word is a person's first name. */
export function withCalled(tree: Tree, hits: NameHit[], roles: RoleLexicon, isGiven: (word: string) => boolean): NameHit[] {
  let found: NameHit[] | undefined;
  for (let n = 0; n < tree.tokens.length; n++) {
    if (tree.tokens[n]?.xpos !== 'NN' || !mayBeNamed(tree, n) || !isBodyNoun(tree, roles, n)) continue;
    const name = behind(tree, roles, n) ?? before(tree, n) ?? acrossComma(tree, n);
    if (!name || isGiven(tree.tokens[name.start]?.form ?? '')) continue;
    const over = hits.filter((h) => h.start < name.end && name.start < h.end);
    const isOutlet = name.start > n && roles.at(tree, n)?.sector === 'JRN';
    if (!over.every((h) => isFree(h, isOutlet) && h.start >= name.start && h.end <= name.end)) continue;
    found ??= [];
    found.push({ ...name, readings: [], label: 'ORG', probability: TOLD });
  }
  if (!found) return hits;
  const all = found;
  return sortShort([...hits.filter((h) => !all.some((g) => g.start < h.end && h.start < g.end)), ...all], (a, b) => a.start - b.start);
}

/** Whether a name can stand where it is looked for: right behind a noun, right before it, or before a comma; asked first, since few nouns have one. */
const mayBeNamed = (tree: Tree, n: number): boolean =>
  beginsInCapital(tree.tokens[n + 1]?.form ?? '') || beginsInCapital(tree.tokens[n - 1]?.form ?? '') || relationAt(tree, n) === 'appos';

/** Whether nothing listed is meant; a newspaper may be called as a place is. */
const isFree = (h: NameHit, isOutlet: boolean): boolean =>
  h.readings.length === 0 || (isOutlet && h.readings.every((r) => r.kind === 'city' || r.kind === 'region'));

/** A noun in the singular for one body that has a name: "company", "daily", not "tank", "government". */
export function isBodyNoun(tree: Tree, roles: RoleLexicon, n: number): boolean {
  const t = tree.tokens[n];
  if (t?.upos !== 'NOUN' || t.xpos !== 'NN' || (n > 1 && !/^\p{Ll}/u.test(t.form))) return false;
  const role = roles.at(tree, n);
  const lemma = lemmasOf(tree)[n] ?? '';
  if (role?.kind !== 'body' || role.equipment) return false;
  return (
    tree.words['bodies-meant-again'].has(lemma) ||
    roles.bodies.sectors(lemma) !== undefined ||
    roles.bodies.sectors(role.phrase) !== undefined
  );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** "the daily El Sol": the words in capitals right behind the noun. */
function behind(tree: Tree, roles: RoleLexicon, n: number): Stretch | undefined {
  const first = n + 1;
  if (!isCapital(tree, first) || !tree.tokens[n]?.spaceAfter || isOther(tree, roles, first)) return undefined;
  let end = first + 1;
  for (;;) {
    const isJoined = tree.tokens[end]?.form === '-' && !tree.tokens[end - 1]?.spaceAfter && !tree.tokens[end]?.spaceAfter;
    const isOf = tree.words['of-in-firm-names'].has(tree.tokens[end]?.form ?? '');
    if ((isJoined || isOf) && isCapital(tree, end + 1)) end += 2;
    else if (isCapital(tree, end) && tree.tokens[end - 1]?.spaceAfter && !isOther(tree, roles, end)) end++;
    else break;
  }
  // "bank Vice-President Novak".
  if (roles.at(tree, end - 1)?.kind === 'role') return undefined;
  const head = headOf(tree, first, end);
  const isHung =
    (tree.tokens[head]?.head === n && /^(appos|flat|nmod:desc)$/.test(relationAt(tree, head))) ||
    (tree.tokens[n]?.head === head && /^(compound|nmod:desc)$/.test(relationAt(tree, n)));
  return isHung && tree.tokens[end]?.form !== '-' ? { start: first, end } : undefined;
}

/** "El Sol newspaper": the words in capitals right before a noun for outlets. */
function before(tree: Tree, n: number): Stretch | undefined {
  if (!tree.words['outlets-behind-names'].has(lemmasOf(tree)[n] ?? '')) return undefined;
  let start = n;
  while (start > 0 && isCapital(tree, start - 1) && tree.tokens[start - 1]?.upos === 'PROPN' && tree.tokens[start - 1]?.spaceAfter) start--;
  const head = start < n ? headOf(tree, start, n) : n;
  return start < n && tree.tokens[head]?.head === n && relationAt(tree, head) === 'compound' ? { start, end: n } : undefined;
}

/** "Norlund, the Danish carrier,": one or two words in capitals before a comma. */
function acrossComma(tree: Tree, n: number): Stretch | undefined {
  const at = tree.tokens[n]?.head ?? -1;
  if (relationAt(tree, n) !== 'appos' || at < 0 || at > n || !isCapital(tree, at) || tree.tokens[at]?.upos !== 'PROPN') return undefined;
  let start = at;
  let end = at + 1;
  while (isCapital(tree, start - 1) && tree.tokens[start - 1]?.spaceAfter) start--;
  while (isCapital(tree, end) && tree.tokens[end - 1]?.spaceAfter) end++;
  if (end - start > 2 || tree.tokens[end]?.form !== ',' || tree.tokens[start - 1]?.form === '-') return undefined;
  // "Novak, the ministry of transport official": the tree has taken the wrong word.
  const next = tree.tokens[n + 1]?.form ?? '';
  const isEnd = /^([,.()]|which|that|based|in)$/.test(next) || (next === 'of' && isCapital(tree, n + 2));
  if (!isEnd) return undefined;
  const determiner = childrenBy(tree, n, 'det', 'nmod:poss').some((c) => c > end);
  return determiner ? { start, end } : undefined;
}

/** Days, titles and offices are no part of such a name. */
const isOther = (tree: Tree, roles: RoleLexicon, i: number): boolean => {
  const form = tree.tokens[i]?.form ?? '';
  return tree.words['days-and-months'].has(form.toLowerCase()) || roles.isTitle(form) || roles.at(tree, i)?.kind === 'role';
};

const isCapital = (tree: Tree, i: number): boolean =>
  /^\p{Lu}[\p{L}\d]/u.test(tree.tokens[i]?.form ?? '') && /^(PROPN|NOUN|ADJ|X)$/.test(tree.tokens[i]?.upos ?? '');
