/** Names that a part of a state or a school shares with a state's own body or with its capital: "an Alaska Supreme Court ruling", "Georgetown scholars". */
import { childrenBy, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from '../names/name-hit.ts';

/**
 * The part of a state whose court or chamber a name means that the lists have for the whole state: it stands right in front. "The Alaska Senate race" is
 * mostly for the state's own.
 */
export function partBefore(desk: Desk, tree: Tree, hit: NameHit, head: number, readings: readonly Reading[]): string | undefined {
  const [first] = readings;
  if (first?.entityKind !== 'body' || !/^(JUD|LEG)$/.test(first.sector ?? '')) return undefined;
  if (first.sector === 'LEG' && /^(compound|nmod:desc|amod)$/.test(relationAt(tree, head))) return undefined;
  const last = /^['’]s?$/.test(tree.tokens[hit.start - 1]?.form ?? '') ? hit.start - 2 : hit.start - 1;
  const part = (desk.drafts[tree.sentence.index] ?? []).find((d) => d.end === last + 1);
  const e = part && desk.entities.get(part.entities[0] ?? '');
  const up = tree.tokens[last]?.head ?? -1;
  return e?.kind === 'place' && up >= hit.start && readings.some((r) => r.state !== undefined && r.state === e.state) ? e.name : undefined;
}

/** The schools that a text names by a place and a word for a school ("Georgetown University"), by the place. */
export function schoolsNamed(trees: readonly Tree[], hits: readonly (readonly NameHit[])[]): ReadonlyMap<string, Reading> {
  const found = new Map<string, Reading>();
  hits.forEach((all, s) => {
    for (const h of all) {
      const school = h.end - h.start === 2 ? h.readings.find((r) => r.kind === 'name' && r.sector === 'EDU') : undefined;
      const word = trees[s]?.tokens[h.start]?.form ?? '';
      if (school && !found.has(word)) found.set(word, school);
    }
  });
  return found;
}

/**
 * The school that a place's name by itself means, where it is a school of another state and the text speaks of the place's state by no other word: one
 * that the text names in full or has named so before, or that the lists have and whose scholars are told of.
 */
export function schoolMeant(
  desk: Desk,
  tree: Tree,
  hit: NameHit,
  head: number,
  { schools, isOnlyWord }: { readonly schools: ReadonlyMap<string, Reading>; isOnlyWord(state: string, word: string): boolean },
): Reading | undefined {
  const word = tree.tokens[hit.start]?.form ?? '';
  if (hit.end - hit.start !== 1 || hit.readings.length === 0 || !hit.readings.every((r) => r.entityKind === 'place')) return undefined;
  const school = schools.get(word) ?? listedSchool(desk, word);
  const [place] = hit.readings;
  if (!school || school.state === place?.state) return undefined;
  if (!schools.has(word) && !desk.entities.has(school.entity) && !isToldSchool(desk, tree, head)) return undefined;
  return hit.readings.some((r) => r.state === school.state) ||
    !hit.readings.every((r) => r.state === undefined || isOnlyWord(r.state, word))
    ? undefined
    : school;
}

function listedSchool(desk: Desk, word: string): Reading | undefined {
  const listed = desk.gazetteer.match([word, 'University'], 0);
  return listed?.end === 2 ? listed.readings.find((r) => r.kind === 'name' && r.sector === 'EDU') : undefined;
}

/** "Georgetown scholars", "Georgetown, the Jesuit university". */
function isToldSchool(desk: Desk, tree: Tree, head: number): boolean {
  const isBefore = /^(compound|nmod:desc|nmod:poss|amod)$/.test(relationAt(tree, head));
  if (isBefore && tree.words.scholars.has(lemmaAt(tree, tree.tokens[head]?.head ?? -1).toLowerCase())) return true;
  return childrenBy(tree, head, 'appos').some(
    (c) => c > head && desk.roles.at(tree, c)?.kind === 'body' && desk.roles.at(tree, c)?.sector === 'EDU',
  );
}
