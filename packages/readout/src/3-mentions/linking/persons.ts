/**
 * Persons: somebody met before by surname, then the holder of an office at the article's day, then a person nobody knows, who keeps the
 * title, state and sector that the text gives. A shared surname needs a day, a state or a title that only one of its bearers fits.
 */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, localId, place } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from '../names/name-hit.ts';
import { type Described, fitsOffice, isSpokenOf, isTold, onlyFormer, onlyLeader, wellKnown } from './by-surname.ts';
import { describeTitle } from './describe-persons.ts';
import { byInitial, metByGivenName, metInShort, type NamedInFull, withoutInitials } from './met-persons.ts';
import { hasOtherBearer, isAmongGivenNames, isEndOfName } from './other-bearers.ts';
import { ofPartTold } from './parts-told.ts';
import { bearerSpelt, holderSpelt, metSpelt } from './spellings.ts';

/** The gender that is known of an entity, to be spread into a draft; empty where none is. */
export const genderOf = (desk: Desk, id: string): { gender?: 'm' | 'f' } => {
  const g = desk.entities.get(id)?.gender;
  return g ? { gender: g } : {};
};

/**
 * Somebody already met whose name ends (or, family name first, begins) with these words: of several the one named most often, then the last. Nobody of
 * the other gender than a "Mr" or "Ms" in front.
 */
export function knownSurname(desk: Desk, words: string, gender?: 'm' | 'f'): string | undefined {
  const found: string[] = [];
  const bearers = desk.gazetteer.surname(words);
  const ending = ` ${words}`;
  // "Liu Kit-ming … Liu": where listed bearers have it first, so have others.
  const beginning = bearers.some((id) => desk.gazetteer.known(id)?.name.startsWith(`${words} `)) ? `${words} ` : undefined;
  for (const e of desk.entities.values()) {
    if (e.kind !== 'person' || e.name === words) continue;
    if (gender !== undefined && gender !== (e.gender ?? desk.genders.get(e.name.split(' ')[0] ?? '') ?? gender)) continue;
    if (
      e.name.endsWith(ending) ||
      (beginning !== undefined && e.name.startsWith(beginning)) ||
      (bearers.includes(e.id) && desk.gazetteer.known(e.id))
    )
      found.push(e.id);
  }
  if (found.length < 2) return found[0];
  const named = new Map(found.map((id) => [id, 0]));
  for (const drafts of desk.drafts)
    for (const d of drafts) {
      const have = d.kind === 'name' ? named.get(d.entities[0] ?? '') : undefined;
      if (have !== undefined) named.set(d.entities[0] ?? '', have + 1);
    }
  return found.reduce((a, b) => ((named.get(b) ?? 0) >= (named.get(a) ?? 0) ? b : a));
}

/** What a "Mr" or "Ms" right before a name tells. */
function genderInFront(tree: Tree, start: number): 'm' | 'f' | undefined {
  const form = start > 0 ? (formsOf(tree)[start - 1] ?? '') : '';
  return tree.words['titles-of-men'].has(form) ? 'm' : tree.words['titles-of-women'].has(form) ? 'f' : undefined;
}

/** Enters the person whom a name means; `around`: who is named in full anywhere in the text, and the states that it speaks of. */
export function linkPerson(
  desk: Desk,
  tree: Tree,
  base: Omit<Draft, 'entities' | 'kind' | 'via'>,
  words: string,
  { inFull, spoken }: { readonly inFull: NamedInFull; readonly spoken: ReadonlySet<string> },
): void {
  const own = localId('person', words);
  const met = desk.entities.has(own)
    ? own
    : (knownSurname(desk, words, genderInFront(tree, base.start)) ??
      metByGivenName(desk, words) ??
      metInShort(desk, words) ??
      byInitial(desk, words));
  if (met) {
    place(desk, base, {
      entities: [met],
      kind: 'name',
      via: desk.entities.get(met)?.name === words ? 'name.same' : 'name.surname',
      ...genderOf(desk, met),
    });
    return;
  }
  const described = describeTitle(desk, tree, base.head);
  const same = withoutInitials(desk, words);
  const of = desk.gazetteer.known(same ?? '')?.state;
  if (same && (described.state === undefined || of === undefined || of === described.state)) {
    enter(desk, same, { kind: 'person', name: words });
    place(desk, base, { entities: [same], kind: 'name', via: 'name.full', ...genderOf(desk, same) });
    return;
  }
  const spelt =
    desk.gazetteer.surname(words).length > 0
      ? undefined
      : (holderSpelt(desk, tree, base.start, words, described.state) ??
        bearerSpelt(desk, words, described.offices, described.state) ??
        spelledOtherwise(desk, words, described, spoken));
  if (spelt) {
    enter(desk, spelt, { kind: 'person', name: words });
    place(desk, base, { entities: [spelt], kind: 'name', via: 'name.spelt', ...genderOf(desk, spelt) });
    return;
  }
  // "Aboul Gheit" is a surname, "John Paul" are given names.
  if (!words.includes(' ') || (desk.gazetteer.surname(words).length > 0 && !desk.genders.has(words.split(' ').pop() ?? ''))) {
    const other =
      isAmongGivenNames(desk, tree, base.start) ||
      isEndOfName(desk, tree, base.start) ||
      hasOtherBearer(desk, words, base.sentence, genderInFront(tree, base.start));
    const bearers = other ? [] : desk.gazetteer.surname(words);
    const spokenOf = isTold(described) ? bearers : bearers.filter((id) => isSpokenOf(desk, id, spoken));
    const candidates = spokenOf.filter((id) => fitsOffice(desk, id, described));
    const only =
      candidates.length === 1
        ? candidates[0]
        : candidates.length === 0
          ? (onlyFormer(desk, spokenOf, described) ?? onlyLeader(desk, tree, spokenOf, described))
          : undefined;
    const famous = only || other ? undefined : wellKnown(desk, words, described);
    const id = only ?? famous;
    if (id) {
      enter(desk, id, { kind: 'person', name: words });
      place(desk, base, { entities: [id], kind: 'name', via: famous ? 'name.well-known' : 'name.office', ...genderOf(desk, id) });
      return;
    }
    const full = other ? undefined : inFull(words);
    if (full) {
      const gender = described.gender ?? desk.genders.get(full.name.split(' ')[0] ?? '');
      const e = enter(desk, full.id ?? localId('person', full.name), { kind: 'person', name: full.name, ...(gender ? { gender } : {}) });
      place(desk, base, { entities: [e.id], kind: 'name', via: 'name.surname-ahead', ...genderOf(desk, e.id) });
      return;
    }
    const near = other ? undefined : metSpelt(desk, words, described.gender ?? genderInFront(tree, base.start));
    if (near) {
      place(desk, base, { entities: [near], kind: 'name', via: 'name.spelt', ...genderOf(desk, near) });
      return;
    }
  }
  placeStranger(desk, tree, base, words, described);
}

/** Somebody whose name the words are under another transliteration, where the text speaks of his state, or gives him no other one. */
function spelledOtherwise(desk: Desk, words: string, described: Described, spoken: ReadonlySet<string>): string | undefined {
  const id = desk.gazetteer.transliterated(words);
  if (id === undefined || (described.state !== undefined && described.state !== desk.gazetteer.known(id)?.state)) return undefined;
  return isTold(described) ? (fitsOffice(desk, id, described) ? id : undefined) : isSpokenOf(desk, id, spoken) ? id : undefined;
}

/** Places somebody whom no list knows, or whose name somebody listed only shares. */
export function placeStranger(
  desk: Desk,
  tree: Tree,
  base: Omit<Draft, 'entities' | 'kind' | 'via'>,
  words: string,
  described = describeTitle(desk, tree, base.head),
): void {
  const own = localId('person', words);
  const first = words.split(' ')[0] ?? '';
  const gender = described.gender ?? (words.includes(' ') ? desk.genders.get(first) : undefined);
  enter(desk, own, {
    kind: 'person',
    name: words,
    ...(described.state ? { state: described.state } : {}),
    // The sector waits for the names behind: "Jan Novak, Harbour Steel spokesman".
    ...(gender ? { gender } : {}),
  });
  place(desk, base, {
    entities: [own],
    kind: 'name',
    via: 'name.model',
    ...(gender ? { gender } : {}),
    ...(described.role ? { role: described.role } : {}),
  });
}

/** Of several bearers of a full name the only one whom the title and the part of a state beside it fit; undefined where none or several do. */
export function bestPerson(desk: Desk, bearers: readonly Reading[], tree: Tree, head: number, hit: NameHit): string | undefined {
  const described = describeTitle(desk, tree, head);
  const all = bearers.map((r) => r.entity);
  const ids = ofPartTold(desk, tree, hit, described.offices, all);
  if (all.length === 1 || ids.length === 1) return ids[0];
  const fitting = ids.filter((id) => fitsOffice(desk, id, described));
  // Whom the text has told apart before.
  const met = fitting.length > 1 ? fitting.filter((id) => desk.entities.has(id)) : fitting;
  return met.length === 1 ? met[0] : latestLeader(desk, ids, described);
}

/** "Former President George Bush": of namesakes who have led a state the one who came to it last before the day. */
function latestLeader(desk: Desk, ids: readonly string[], { offices, state }: Described): string | undefined {
  const { day, gazetteer } = desk;
  if (day === undefined) return undefined;
  const since = (id: string): string =>
    gazetteer
      .offices(id)
      .filter((o) => desk.roles.officeRank(o.office) <= 1 && o.start <= day && (offices.length === 0 || offices.includes(o.office)))
      .map((o) => o.start)
      .sort()
      .at(-1) ?? '';
  const led = ids.filter((id) => since(id) !== '' && (state === undefined || gazetteer.known(id)?.state === state));
  const [first] = [...led].sort((a, b) => (since(a) > since(b) ? -1 : 1));
  return first;
}
