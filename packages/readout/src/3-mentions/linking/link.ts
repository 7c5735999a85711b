/**
 * Name hits → drafts with entities. Persons by full name, then by surname of somebody already met, then by office at the article's
 * day; states and bodies by their readings. Left unlinked rather than guessed.
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { relationAt, type Tree, textOf } from '../../2-sentences/syntax.ts';
import { type Desk, enter, place } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import { isAcronymOfNamed, linkAcronyms } from '../names/acronyms.ts';
import { withCalled } from '../names/called-bodies.ts';
import { withFirms } from '../names/firm-names.ts';
import { headOf } from '../names/head-of.ts';
import type { NameHit } from '../names/name-hit.ts';
import { findNameHits } from '../names/names.ts';
import { withNicknames } from '../names/nicknames.ts';
import { withoutShips } from '../names/ships.ts';
import { statesSpokenOf } from '../names/short-names.ts';
import { withSocieties } from '../names/societies.ts';
import { withoutThings } from '../names/thing-acronyms.ts';
import { wholeBodies } from '../names/whole-bodies.ts';
import { withInitials } from '../names/whole-persons.ts';
import { isMetSurname, isTitled, namedByWords, onlyWord, type Standing } from './bearers.ts';
import { hasAsPlace, isBesidePerson, isSayer } from './beside-person.ts';
import { isToldOf } from './common-names.ts';
import { linkFamilies } from './families.ts';
import { linkModelled } from './link-modelled.ts';
import { linkReading } from './link-reading.ts';
import { metPersons, namedInFull } from './met-persons.ts';
import type { NameAt } from './name-at.ts';
import { schoolMeant, schoolsNamed } from './of-parts.ts';
import { bestPerson, genderOf, knownSurname, linkPerson, placeStranger } from './persons.ts';
import { type Around, counts, readingsWith, statesNamed } from './readings.ts';
import { sportSentences } from './teams.ts';
import { settleBodies } from './text-bodies.ts';

/** Puts the names of all sentences on the desk. */
export function linkNames(desk: Desk): void {
  const apart = mapped(desk.trees, (tree): NameHit[] =>
    withInitials(tree, withNicknames(desk, tree, findNameHits(tree, desk.gazetteer, desk.roles, desk.genders))),
  );
  const isGiven = (word: string): boolean => desk.genders.has(word);
  const hits = withoutShips(
    desk.trees,
    mapped(withFirms(desk.trees, withoutThings(desk.trees, apart), desk.gazetteer), (all, s) => {
      const tree = desk.trees[s];
      return tree
        ? withCalled(tree, wholeBodies(tree, withSocieties(tree, all, desk.roles), desk.gazetteer, desk.roles), desk.roles, isGiven)
        : all;
    }),
  );
  const named = statesNamed(hits, desk.day);
  const spoken = statesSpokenOf(hits);
  const sport = sportSentences(desk.trees, desk.metonyms);
  const met = metPersons(desk);
  const inFull = namedInFull(desk, hits);
  const wholeNames = namedByWords(hits);
  const schools = schoolsNamed(desk.trees, hits);
  const isOnlyWord = onlyWord(desk.trees, hits);
  desk.trees.forEach((tree, s) => {
    const found = hits[s] ?? [];
    const unseen = met.unseen(tree, found);
    const around = { named, spoken, met, inFull, isOnlyWord, schools, wholeNames, sport: sport.has(s) };
    for (const hit of unseen.length === 0 ? found : [...found, ...unseen])
      if (!isAcronymOfNamed(desk, tree, hit)) linkHit(desk, tree, s, hit, around);
  });
  linkAcronyms(desk);
  linkFamilies(desk);
  settleBodies(desk, spoken);
}

/** Whether a word is the subject or object of a verb by itself: "French said". */
const isAlone = (tree: Tree, head: number): boolean =>
  /^(nsubj|obj|iobj)/.test(relationAt(tree, head)) &&
  (tree.children[head] ?? []).every((c) => tree.bases[c] !== 'det' && tree.bases[c] !== 'amod');

/** How a name stands that a person met before may bear. */
const whereStands = (desk: Desk, tree: Tree, head: number): Standing => ({
  isSubject: relationAt(tree, head) === 'nsubj',
  isAlone: isAlone(tree, head),
  isBeside: () => isBesidePerson(desk, tree, head) || isSayer(tree, head),
  isPlaceElsewhere: (word) => hasAsPlace(desk, word),
});

function linkHit(desk: Desk, tree: Tree, s: number, hit: NameHit, around: Around): void {
  const { start, end } = hit;
  const at = { sentence: s, head: headOf(tree, start, end), start, end, plural: false };
  const name: NameAt = { tree, hit, words: textOf(desk.article.text, tree, start, end), at, around };
  const school = schoolMeant(desk, tree, hit, at.head, around);
  const readings = school ? [school] : readingsWith(hit.readings, (r) => counts(desk, hit, r, around));
  if (linkFullName(desk, name, readings)) return;
  const others = readingsWith(readings, (r) => r.kind !== 'full-name' && r.kind !== 'none');
  // "the ISS" where nothing else of that name counts.
  if (others.length === 0 && readings.some((r) => r.kind === 'none')) return;
  const isMet = isMetSurname(name.words, others, around, whereStands(desk, tree, at.head));
  if (isMet || (others.length > 0 && isTitled(desk, tree, hit, others))) linkPerson(desk, tree, at, name.words, around);
  else if (isLikeSurname(desk, name, others)) {
    if (!isTitleAlone(desk, name)) linkPerson(desk, tree, at, name.words, around);
  } else if (others.length > 0) linkReading(desk, name, others);
  // What is listed but not meant in this context may be a bare surname.
  else if (hit.label !== undefined && hit.label !== 'PER' && hit.label !== 'NORP') linkModelled(desk, name);
}

/** A person by full name, or a single word that the model takes for a person and whose other readings are only places; false for others. */
function linkFullName(desk: Desk, { tree, hit, words, at }: NameAt, readings: readonly Reading[]): boolean {
  const full = readingsWith(readings, (r) => r.kind === 'full-name');
  if (full.length === 0 || (hit.label !== undefined && hit.label !== 'PER' && hit.end - hit.start === 1)) return false;
  const id = bestPerson(desk, full, tree, at.head, hit);
  const isStranger = id !== undefined && desk.gazetteer.isCommonName(id) && !desk.entities.has(id) && !isToldOf(desk, id, words);
  if (isStranger || (id === undefined && full.length === 1)) {
    placeStranger(desk, tree, at, words);
    return true;
  }
  if (!id) return false;
  enter(desk, id, { kind: 'person', name: words });
  place(desk, at, { entities: [id], kind: 'name', via: 'name.full', ...genderOf(desk, id) });
  return true;
}

/** Whether the model takes a name for a person's, and no other reading of it weighs more. */
const isLikeSurname = (desk: Desk, { tree, hit, words }: NameAt, others: readonly Reading[]): boolean =>
  hit.label === 'PER' &&
  (others.length === 0 ||
    (hit.probability > 0.6 && others.every((r) => r.kind === 'city' || r.kind === 'region') && !standsAlone(desk, tree, hit)) ||
    knownSurname(desk, words) !== undefined);

/** A title that stands alone ("Chancellor") is no name. */
const isTitleAlone = (desk: Desk, { tree, hit, words }: NameAt): boolean =>
  hit.end === hit.start + 1 && (desk.roles.isTitle(words) || desk.roles.at(tree, hit.start) !== undefined);

const standsAlone = (desk: Desk, tree: Tree, hit: NameHit): boolean =>
  hit.end - hit.start === tree.tokens.filter((t) => t.upos !== 'PUNCT').length && !desk.genders.has(tree.tokens[hit.start]?.form ?? '');
