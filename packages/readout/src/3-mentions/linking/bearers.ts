/** Which of several readings of a name counts: by kind, and of several bearers of one name the one whose state the words or the text speak of. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import type { Reading } from '../lists/gazetteer.ts';
import { publishingState } from '../main-state.ts';
import type { NameHit } from '../names/name-hit.ts';
import { mostMet, namedOne } from '../names/short-names.ts';
import { sortShort } from '../short-sort.ts';
import { ownerState } from './bodies.ts';
import type { Around } from './readings.ts';

const ORDER: readonly Reading['kind'][] = [
  'relative',
  'name',
  'adjective',
  'people',
  'person',
  'capital',
  'seat',
  'epithet',
  'region',
  'city',
  'full-name',
  'none',
];

/**
 * Readings, the kinds that are sure first; of one kind those that the text names in full somewhere, then those whose state it names most: "RSF" in a text on
 * Sudan is no club of reporters.
 */
export function byKind(
  desk: Desk,
  readings: readonly Reading[],
  { named, wholeNames }: Pick<Around, 'named' | 'wholeNames'>,
): readonly Reading[] {
  if (readings.length < 2) return readings;
  const times = (r: Reading): number => named.get(homeOf(desk, r) ?? '') ?? 0;
  return sortShort(
    [...readings],
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      Number(wholeNames.has(b.entity)) - Number(wholeNames.has(a.entity)) ||
      times(b) - times(a),
  );
}

/** The state of a reading; an armed group's home, which its reading does not hold. */
const homeOf = (desk: Desk, { state, entity, entityKind }: Reading): string | undefined =>
  state ?? (entityKind === 'armed-group' ? desk.gazetteer.known(entity)?.state : undefined);

/** The only one of several groups whose home a text names. */
function atHome(desk: Desk, same: readonly Reading[], { named }: Pick<Around, 'named'>): Reading | undefined {
  const [only, second] = same.filter((r) => r.entityKind === 'armed-group' && named.has(homeOf(desk, r) ?? ''));
  return second === undefined ? only : undefined;
}

/** What a text names by more words than one. */
export function namedByWords(hits: readonly (readonly NameHit[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const all of hits)
    for (const h of all) if (h.end - h.start > 1) for (const r of h.readings) if (r.kind === 'name') found.add(r.entity);
  return found;
}

/** One of several bearers of a name ("Senate", "Supreme Court"): the state in front decides, else the one named in the text. */
export function bearer(
  desk: Desk,
  tree: Tree,
  { head, end }: { readonly head: number; readonly end: number },
  same: readonly Reading[],
  around: Around,
): Reading | undefined {
  const [first] = same;
  const near = stateOfModifiers(desk, tree, head, end) ?? (first?.entityKind === 'body' ? ownerState(desk, tree, head, end) : undefined);
  const longest = same.every((r) => r.state === undefined)
    ? [...same].sort(
        // Of two that are on the day, a name was whose it is no more ("EC", before the Union).
        (a, b) =>
          Number(b.end !== undefined) - Number(a.end !== undefined) || b.entity.length - a.entity.length || (a.entity < b.entity ? -1 : 1),
      )[0]
    : undefined;
  return (
    atHome(desk, same, around) ??
    longest ??
    same.find((r) => r.state !== undefined && (r.state === near || (near === undefined && r.state === publishingState(desk)))) ??
    (near !== undefined && first?.entityKind === 'body' ? undefined : namedOne(same, around)) ??
    mostMet(desk, same) ??
    (first?.entityKind === 'place' || first?.kind === 'adjective' ? first : undefined)
  );
}

/** Whether a text speaks of a state by one word only, over the names found in it. */
export function onlyWord(trees: readonly Tree[], hits: readonly (readonly NameHit[])[]): Around['isOnlyWord'] {
  return (state, word) =>
    !hits.some((all, s) =>
      all.some(
        (h) =>
          (h.end - h.start > 1 || trees[s]?.tokens[h.start]?.form !== word) &&
          h.readings.some((r) => r.state === state && r.kind !== 'full-name'),
      ),
    );
}

/** How a name stands in its sentence that a person met before may bear. */
export interface Standing {
  readonly isSubject: boolean;
  /** The subject or object of a verb by itself. */
  readonly isAlone: boolean;
  /** Where persons stand, and places less often. */
  isBeside(): boolean;
  /** Whether the text has the word as a place somewhere. */
  isPlaceElsewhere(word: string): boolean;
}

/**
 * "Jordan said" after a Michael Jordan, in a text that speaks of no Jordanians and nothing else of that state; "French said" after a Dawn
 * French, where the word stands for itself.
 */
export function isMetSurname(
  word: string,
  readings: readonly Reading[],
  { met, inFull, isOnlyWord }: Around,
  { isSubject, isAlone, isBeside, isPlaceElsewhere }: Standing,
): boolean {
  const [only] = readings;
  if (isAlone && only?.kind === 'adjective' && met.has(word)) return true;
  // "Bloomberg said" after a Michael Bloomberg, where nothing named the firm before.
  if (readings.length === 1 && only?.kind === 'name' && /^(outlet|organisation|news-agency)$/.test(only.entityKind))
    return (met.has(word) || (isBeside() && inFull(word)?.id !== undefined)) && !met.isEntered(only.entity);
  // "Hague said" after a William Hague, not "in Hague", nor "The Hague".
  if (readings.length > 0 && readings.every((r) => r.entityKind === 'place'))
    return (
      met.has(word) &&
      (isAlone || isBeside()) &&
      ((isAlone && isSubject) || !isPlaceElsewhere(word)) &&
      readings.every((r) => r.kind !== 'capital' || r.state === undefined || isOnlyWord(r.state, word))
    );
  if (only?.entityKind !== 'state' || only.kind !== 'name' || only.state === undefined || !readings.every((r) => r.state === only.state))
    return false;
  return met.has(word) && isOnlyWord(only.state, word);
}

/** "Ms. Compton", "Sen. Ford": one word that is a place or an outlet elsewhere, behind a title of persons. */
export function isTitled(desk: Desk, tree: Tree, hit: NameHit, readings: readonly Reading[]): boolean {
  const title = hit.end === hit.start + 1 ? tree.tokens[hit.start - 1]?.form : undefined;
  if (title === undefined || !/^\p{Lu}\p{Ll}+\.?$/u.test(title)) return false;
  const lower = title.toLowerCase();
  const address = tree.words['titles-of-men'].has(lower) || tree.words['titles-of-women'].has(lower);
  if (!address && !(title.endsWith('.') && desk.roles.isTitle(title))) return false;
  return readings.every((r) => r.kind !== 'adjective' && r.entityKind !== 'body');
}

/** "Labour" of "Labour Relations", "Reform" of "Reform Act": a party's word before another capital that is no office, nor a name. */
export function isFieldName(desk: Desk, tree: Tree, hit: NameHit): boolean {
  const next = hit.end === hit.start + 1 ? tree.tokens[hit.end] : undefined;
  if (!/^(PROPN|NOUN)$/.test(next?.upos ?? '') || !next || !/^\p{Lu}\p{Ll}{3,}/u.test(next.form) || !tree.tokens[hit.start]?.spaceAfter)
    return false;
  if (desk.roles.isTitle(next.form) || desk.roles.at(tree, hit.end) !== undefined) return false;
  return !tree.sentence.names.some((n) => n.label === 'PER' && n.start <= hit.end && hit.end < n.end);
}
