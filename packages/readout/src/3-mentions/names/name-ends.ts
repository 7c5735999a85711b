/** Where the names of bodies end, and what is only half of one. */
import { caseOf, hasChild, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import type { NameHit } from './name-hit.ts';

/** The end of a body's name whose last word the model left out: "European Judo" before "Union". */
export function bodyEnd(tree: Tree, start: number, end: number, roles: RoleLexicon): number {
  const next = tree.tokens[end];
  const last = tree.tokens[end - 1];
  if (end - start < 2 || next?.upos !== 'PROPN' || !last?.spaceAfter || roles.at(tree, end)?.kind !== 'body') return end;
  return last.head === end || last.head === next.head ? end + 1 : end;
}

/**
 * Words in capitals that are only a part of a longer name or title: a common noun before the noun it belongs to ("State" of "State Award"),
 * a noun for people ("Women"), and the field of an office ("Minister for Emergencies").
 */
export function isHalf(tree: Tree, start: number, end: number, roles: RoleLexicon): boolean {
  let head = end - 1;
  for (let i = start; i < end; i++) {
    const h = tree.tokens[i]?.head ?? -1;
    if (h < start || h >= end) head = i;
  }
  const up = tree.tokens[head]?.head ?? -1;
  const role = roles.at(tree, end - 1);
  // "House Majority" of "House Majority Leader".
  const office = roles.at(tree, end);
  if (office?.kind === 'role' && office.start <= start) return true;
  if (end === start + 1 && role !== undefined && role.start === start) {
    if (role.kind === 'group') return true;
    if (up === end && tree.tokens[up]?.upos === 'PROPN' && /^(compound|amod|nmod:desc)$/.test(relationAt(tree, head))) return true;
  }
  // "Federal" of "Federal Law".
  const adjective = end === start + 1 && tree.tokens[start]?.upos === 'ADJ' && up === end && /^\p{Lu}/u.test(tree.tokens[up]?.form ?? '');
  return adjective || isField(tree, head, roles);
}

/** "for Environmental Protection, Ecology and Transport" behind an office, without an article. */
export function isField(tree: Tree, head: number, roles: RoleLexicon): boolean {
  let at = head;
  while (relationAt(tree, at) === 'conj' && (tree.tokens[at]?.head ?? -1) >= 0) at = tree.tokens[at]?.head ?? at;
  const up = tree.tokens[at]?.head ?? -1;
  if (up < 0 || up > at || !/^(for|on)$/.test(caseOf(tree, at)) || hasChild(tree, head, 'det')) return false;
  const form = tree.tokens[head]?.form ?? '';
  return tree.tokens[up]?.upos === 'PROPN' && !/^\p{Lu}{2,}$/u.test(form) && roles.at(tree, up) !== undefined;
}

/** "Minister of Heavy Industries": the field of an office, without an article. */
export function isFieldOfOffice(tree: Tree, head: number, roles: RoleLexicon): boolean {
  const up = tree.tokens[head]?.head ?? -1;
  if (up < 0 || up > head || caseOf(tree, head) !== 'of' || hasChild(tree, head, 'det', 'nmod:poss')) return false;
  const office = roles.at(tree, up);
  return office?.kind === 'role' && office.sector === 'GOV' && office.offices.length > 0;
}

/** Capital letters and a number: "CAC 40", not "the CAC". */
export function isIndex(tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  const next = tree.tokens[i + 1];
  return (
    /^\p{Lu}{3,5}$/u.test(t?.form ?? '') && t?.spaceAfter === true && next?.upos === 'NUM' && /^\d{2,4}$/.test(next.form) && next.head === i
  );
}

/** "Rated Baa by the agency": a grade of debt, no bank and no club; "BBB" where the sentence speaks of grades. */
export function isRating(tree: Tree, forms: readonly string[], start: number, end: number): boolean {
  if (end !== start + 1 || !tree.words['credit-ratings'].has(forms[start] ?? '')) return false;
  const next = tree.tokens[end]?.form ?? '';
  return /^(-|minus|plus|\+|\d.*)$/.test(next) || lemmasOf(tree).some((l) => tree.words['tells-ratings'].has(l));
}

/** "the S&P 500 Index", "the Dow Jones Industrial Average", "the Nikkei fell": numbers that are called after a firm or a newspaper. */
export function isIndexName(tree: Tree, start: number, { end, readings }: Pick<NameHit, 'end' | 'readings'>): boolean {
  if (!readings.every((r) => r.kind === 'name' && OF_INDICES.has(r.entityKind))) return false;
  const behind = tree.tokens[end]?.form ?? '';
  // "the Nikkei stock index"
  const next = /^(stock|share)$/.test(behind) ? (tree.tokens[end + 1]?.form ?? '') : behind;
  if (tree.words['behind-indices'].has(next) || (/^\d{2,3}$/.test(next) && /^\p{Lu}[\p{Lu}&]+$/u.test(tree.tokens[end - 1]?.form ?? '')))
    return true;
  const words = tree.tokens.slice(start, end).map((t) => t.form);
  // "the Nikkei newspaper", "Nikkei reported".
  return (
    tree.words['share-indices'].has(words.join(' ')) && /^(the|'s|’s)$/i.test(tree.tokens[start - 1]?.form ?? '') && !isNamedKind(tree, end)
  );
}
const OF_INDICES = new Set(['organisation', 'outlet', 'news-agency']);

/** Whether a noun goes on behind a name: "newspaper". */
const isNamedKind = (tree: Tree, end: number): boolean => tree.tokens[end]?.upos === 'NOUN';

/** "the Canadian Government": a state and a word that stands for it, which are no name. */
export function isGovernment(tree: Tree, gazetteer: Gazetteer, start: number, end: number): boolean {
  const last = tree.tokens[end - 1];
  if (end - start < 2 || last?.upos !== 'PROPN' || !tree.words['stands-for-state'].has(last.lemma.toLowerCase())) return false;
  const hit = gazetteer.match(
    tree.tokens.slice(0, end - 1).map((t) => t.form),
    start,
  );
  return (
    hit?.end === end - 1 &&
    hit.readings.some((r) => (r.kind === 'name' || r.kind === 'adjective') && r.entityKind === 'state' && !r.partial)
  );
}

/** "Airbus A380": a firm and a number that tells what it makes. */
export function isProduct(tree: Tree, gazetteer: Gazetteer, start: number, end: number): boolean {
  if (end - start < 2 || !/^(?=.*\d)[\p{Lu}\d-]+$/u.test(tree.tokens[end - 1]?.form ?? '')) return false;
  const hit = gazetteer.match(
    tree.tokens.map((t) => t.form),
    start,
  );
  return hit !== undefined && hit.end < end && hit.readings.every((r) => r.entityKind === 'organisation');
}

/** "the Lagos Opera House": no chamber, where a name that is no party's and no leader's stands before the word. */
export function isBuilding(tree: Tree, start: number, end: number, gazetteer: Gazetteer): boolean {
  const before = tree.tokens[start - 1];
  const word = tree.tokens[start]?.form ?? '';
  if (end !== start + 1 || before?.upos !== 'PROPN' || !tree.words['chambers-and-buildings'].has(word.toLowerCase())) return false;
  return (
    before.head === start &&
    before.deprel === 'compound' &&
    before.spaceAfter &&
    !gazetteer.isPartyWord(before.form) &&
    gazetteer.surname(before.form).length === 0 &&
    gazetteer.match([before.form], 0) === undefined
  );
}
