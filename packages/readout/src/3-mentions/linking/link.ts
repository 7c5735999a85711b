/**
 * Name hits → drafts with entities. Persons by full name, then by surname of somebody already met, then by office at the article's
 * day; states and bodies by their readings. Left unlinked rather than guessed.
 */
import { caseOf, relationAt, type Tree, textOf } from '../../2-sentences/syntax.ts';
import type { EntityKind } from '../../model/index.ts';
import { type Desk, enter, localId, place } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import type { Reading } from '../lists/gazetteer.ts';
import { standsForPlace } from '../metonyms.ts';
import { isAcronymOfNamed, linkAcronyms } from '../names/acronyms.ts';
import { withFirms } from '../names/firm-names.ts';
import { headOf } from '../names/head-of.ts';
import type { NameHit } from '../names/name-hit.ts';
import { findNameHits } from '../names/names.ts';
import { withNicknames } from '../names/nicknames.ts';
import { withoutShips } from '../names/ships.ts';
import { statesSpokenOf } from '../names/short-names.ts';
import { wholeBodies } from '../names/whole-bodies.ts';
import { bearer, byKind, isFieldName, isMetSurname, isTitled, namedByWords, onlyWord, type Standing } from './bearers.ts';
import { hasAsPlace, isBesidePerson, isSayer } from './beside-person.ts';
import { innerState, isForeignToText, isOfAnotherState, linkUnlisted, ownedByNamelessState, ownersSector } from './bodies.ts';
import { isToldOf } from './common-names.ts';
import { isSomeMembers, nounUse, onePerson, placeOne, placePeople } from './demonyms.ts';
import { linkFamilies } from './families.ts';
import { metPersons, namedInFull } from './met-persons.ts';
import { partBefore, schoolMeant, schoolsNamed } from './of-parts.ts';
import { bestPerson, genderOf, knownSurname, linkPerson, placeStranger } from './persons.ts';
import { type Around, counts, readingsWith, statesNamed } from './readings.ts';
import { sportSentences, standsForTeam } from './teams.ts';
import { settleBodies } from './text-bodies.ts';

/** Puts the names of all sentences on the desk. */
export function linkNames(desk: Desk): void {
  const apart = desk.trees.map((tree): NameHit[] =>
    withNicknames(desk, tree, findNameHits(tree, desk.gazetteer, desk.roles, desk.genders)),
  );
  const hits = withoutShips(
    desk.trees,
    withFirms(desk.trees, apart, desk.gazetteer).map((all, s) => {
      const tree = desk.trees[s];
      return tree ? wholeBodies(tree, all, desk.gazetteer, desk.roles) : all;
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
  const head = headOf(tree, hit.start, hit.end);
  const words = textOf(desk.article.text, tree, hit.start, hit.end);
  const base = { sentence: s, head, start: hit.start, end: hit.end, plural: false };
  const school = schoolMeant(desk, tree, hit, head, around);
  const readings = school ? [school] : readingsWith(hit.readings, (r) => counts(desk, hit, r, around));
  // A person by full name, or a single word that the model takes for a person and whose other readings are only places.
  const full = readingsWith(readings, (r) => r.kind === 'full-name');
  if (full.length > 0 && (hit.label === undefined || hit.label === 'PER' || hit.end - hit.start > 1)) {
    const id = bestPerson(desk, full, tree, head, hit);
    const isStranger = id !== undefined && desk.gazetteer.isCommonName(id) && !desk.entities.has(id) && !isToldOf(desk, id, words);
    if (isStranger || (id === undefined && full.length === 1)) {
      placeStranger(desk, tree, base, words);
      return;
    }
    if (id) {
      enter(desk, id, { kind: 'person', name: words });
      place(desk, base, { entities: [id], kind: 'name', via: 'name.full', ...genderOf(desk, id) });
      return;
    }
  }
  const nonPerson = readingsWith(readings, (r) => r.kind !== 'full-name' && r.kind !== 'none');
  // "the ISS" where nothing else of that name counts.
  if (nonPerson.length === 0 && readings.some((r) => r.kind === 'none')) return;
  if (
    isMetSurname(words, nonPerson, around, whereStands(desk, tree, head)) ||
    (nonPerson.length > 0 && isTitled(desk, tree, hit, nonPerson))
  ) {
    linkPerson(desk, tree, base, words, around);
    return;
  }
  const surnameLike =
    hit.label === 'PER' &&
    (nonPerson.length === 0 ||
      (hit.probability > 0.6 && nonPerson.every((r) => r.kind === 'city' || r.kind === 'region') && !standsAlone(desk, tree, hit)) ||
      knownSurname(desk, words) !== undefined);
  if (surnameLike) {
    // A title that stands alone ("Chancellor") is no name.
    if (hit.end === hit.start + 1 && (desk.roles.isTitle(words) || desk.roles.at(tree, hit.start) !== undefined)) return;
    linkPerson(desk, tree, base, words, around);
    return;
  }
  if (nonPerson.length > 0) {
    linkReading(desk, tree, s, hit, head, words, nonPerson, around);
    return;
  }
  if (hit.readings.length > 0 && hit.label === undefined) {
    // Listed, but not in this context: a bare surname perhaps.
    return;
  }
  if (hit.label === 'ORG' || hit.label === 'LOC' || hit.label === 'GPE' || hit.label === 'EVENT' || hit.label === 'MISC') {
    const met = knownSurname(desk, words);
    if (met) {
      place(desk, base, { entities: [met], kind: 'name', via: 'name.surname', ...genderOf(desk, met) });
      return;
    }
    const titled = desk.roles.isTitle(tree.tokens[hit.start - 1]?.form ?? '');
    const placed = (hit.label === 'LOC' || hit.label === 'GPE') && /^(in|at|near|from|around)$/.test(caseOf(tree, head));
    if ((!placed || titled) && hit.end === hit.start + 1 && desk.gazetteer.wellKnown(words, desk.day) !== undefined) {
      linkPerson(desk, tree, base, words, around);
      return;
    }
    if (hit.probability < 0.5 || hit.label === 'EVENT' || hit.label === 'MISC') return;
    const noun = desk.roles.at(tree, hit.end - 1) ?? (head > hit.start - 1 && head < hit.end ? desk.roles.at(tree, head) : undefined);
    // The "Rockets" of a name are a team.
    const role = noun?.again || noun?.equipment ? undefined : noun;
    const isPlace = hit.label !== 'ORG' && tree.words['ends-of-places'].has((tree.tokens[hit.end - 1]?.form ?? '').toLowerCase());
    const acts = !isPlace && role?.kind === 'body' && hit.end > hit.start + 1 && /^(COP|MIL|GOV|LEG|JUD|SPY|IGO)$/.test(role.sector);
    const kind: EntityKind = acts ? 'body' : hit.label === 'ORG' ? (role?.kind === 'body' ? 'body' : 'organisation') : 'place';
    const inner =
      hit.label === 'ORG' ? (innerState(desk, tree, hit, role?.kind === 'body') ?? stateOfModifiers(desk, tree, head, hit.end)) : undefined;
    // A commission of a state is none between states.
    const own = role?.sector === 'UNK' ? ownersSector(desk, tree, head) : role?.sector;
    const sector = inner !== undefined && own === 'IGO' ? 'GOV' : own;
    const id = localId(kind, words);
    enter(desk, id, { kind, name: words, ...(sector ? { sector } : {}), ...(inner ? { state: inner } : {}) });
    place(desk, base, { entities: [id], kind: 'name', via: 'name.model' });
  }
}

const standsAlone = (desk: Desk, tree: Tree, hit: NameHit): boolean =>
  hit.end - hit.start === tree.tokens.filter((t) => t.upos !== 'PUNCT').length && !desk.genders.has(tree.tokens[hit.start]?.form ?? '');

/** "the Irish beat …": an adjective as the subject or object of play. */
const isSide = (tree: Tree, head: number): boolean =>
  tree.tokens[head]?.xpos !== 'NNPS' && /^(nsubj|obj|iobj|obl)/.test(relationAt(tree, head));

const MODIFIERS = new Set(['amod', 'compound', 'nmod:desc', 'nmod:poss']);

function linkReading(
  desk: Desk,
  tree: Tree,
  s: number,
  hit: NameHit,
  head: number,
  words: string,
  readings: readonly Reading[],
  around: Around,
): void {
  const { named } = around;
  const upos = tree.tokens[hit.end - 1]?.upos;
  const sorted = byKind(desk, readings, around);
  let reading = sorted[0];
  if (!reading) return;
  if (reading.sector === 'PTY' && isFieldName(desk, tree, hit)) return;
  if (isOfAnotherState(desk, tree, head, words, reading)) {
    linkUnlisted(desk, tree, { sentence: s, head, start: hit.start, end: hit.end }, words, reading);
    return;
  }
  if (
    readings.length === 1 &&
    isForeignToText(desk, tree, hit, reading, named) &&
    stateOfModifiers(desk, tree, head, hit.end) !== reading.state
  ) {
    linkUnlisted(desk, tree, { sentence: s, head, start: hit.start, end: hit.end }, words, reading);
    return;
  }
  // "the country's Electoral Commission", "the state Supreme Court", "the Alaska Supreme Court": not the one that the lists have.
  const isNameless = reading.entityKind === 'body' && reading.state !== undefined && ownedByNamelessState(tree, hit.start);
  const part = partBefore(desk, tree, hit, head, sorted);
  if (isNameless || part !== undefined) {
    linkUnlisted(desk, tree, { sentence: s, head, start: hit.start, end: hit.end }, words, reading, part);
    return;
  }
  // Adjective and noun forms of one word ("Palestinian", "Iraqi", "French").
  const use = nounUse(tree, hit.start, head);
  const isModifier = MODIFIERS.has(relationAt(tree, head)) || (upos === 'ADJ' && use === undefined);
  const adjective = sorted.find((r) => r.kind === 'adjective');
  if (adjective && isModifier && !sorted.some((r) => r.kind === 'name' && r.entityKind === 'state')) reading = adjective;
  const one = use === undefined ? undefined : onePerson(use, reading, sorted);
  if (one && placeOne(desk, tree, { sentence: s, head, start: hit.start, end: hit.end }, one)) return;
  if (one) reading = one;
  // "in Quebec" is the part.
  if (reading.partial && !isModifier) reading = sorted.find((r) => r.entityKind === 'place') ?? reading;
  // One name, several bearers ("Senate", "Supreme Court"): the state in front decides, else the one named.
  const same = sorted.length === 1 ? sorted : sorted.filter((r) => r.kind === reading?.kind && r.entityKind === reading?.entityKind);
  if (same.length > 1) {
    const pick = bearer(desk, tree, { head, end: hit.end }, same, around);
    if (!pick) {
      // The words are a body all the same, of a state that is not listed with one, or unknown.
      linkUnlisted(desk, tree, { sentence: s, head, start: hit.start, end: hit.end }, words, reading);
      return;
    }
    reading = pick;
  }
  const state = reading.state;
  const base = { sentence: s, head, start: hit.start, end: hit.end };
  const listed =
    reading.entityKind === 'state' &&
    (reading.kind === 'name' || (reading.kind === 'adjective' && (upos === 'PROPN' || isSide(tree, head) || use === 'the') && !isModifier));
  // A state that is no more has no team in today's reports.
  if (around.sport && listed && !desk.gazetteer.known(state ?? '')?.former && standsForTeam(tree, hit.start, head)) {
    const id = localId('team', words);
    enter(desk, id, { kind: 'organisation', name: words });
    place(desk, base, { entities: [id], kind: 'name', via: 'name.team', plural: false });
    return;
  }
  switch (reading.kind) {
    case 'adjective':
      // "Chechen", "Kurdish", "Scottish": a people or region of the state, not the state.
      if (reading.partial) {
        const id = localId('people', words);
        enter(desk, id, { kind: 'people', name: words, ...(state ? { state } : {}) });
        place(desk, base, { entities: [id], kind: 'demonym', via: 'demonym.part', plural: false, ...(state ? { state } : {}) });
        return;
      }
      enter(desk, state ?? '', { kind: 'state', name: state ?? '' });
      place(desk, base, { entities: [state ?? ''], kind: 'demonym', via: 'demonym.adjective', plural: false });
      return;
    case 'people':
    case 'person': {
      if (isModifier && !one && upos !== 'NOUN' && relationAt(tree, head) !== 'nmod:poss') {
        enter(desk, state ?? '', { kind: 'state', name: state ?? '' });
        place(desk, base, { entities: [state ?? ''], kind: 'demonym', via: 'demonym.adjective', plural: false });
        return;
      }
      enter(desk, state ?? '', { kind: 'state', name: state ?? '' });
      placePeople(desk, base, words, { state, sector: 'CVL', via: 'demonym.people', plural: reading.kind === 'people' });
      return;
    }
    case 'capital':
    case 'city':
    case 'region':
    case 'seat': {
      const literal =
        reading.kind !== 'seat' ? reading.kind !== 'capital' || standsForPlace(desk, tree, head) : standsForPlace(desk, tree, head);
      if (!literal && reading.actsFor !== undefined && !named.has(state ?? '')) {
        enter(desk, reading.actsFor, { kind: 'organisation', name: reading.actsFor });
        place(desk, base, { entities: [reading.actsFor], kind: 'metonym', via: `metonym.${reading.kind}`, plural: false });
      } else if (!literal && state) {
        enter(desk, state, { kind: 'state', name: state });
        place(desk, base, { entities: [state], kind: 'metonym', via: `metonym.${reading.kind}`, plural: false, state, sector: 'GOV' });
      } else {
        enter(desk, reading.entity, { kind: 'place', name: words, ...(state ? { state } : {}) });
        place(desk, base, { entities: [reading.entity], kind: 'name', via: 'name.place', plural: false });
      }
      return;
    }
    case 'relative':
    case 'epithet':
      enter(desk, state ?? '', { kind: 'state', name: state ?? '' });
      place(desk, base, { entities: [state ?? ''], kind: 'metonym', via: `metonym.${reading.kind}`, plural: false });
      return;
    default:
      if (isSomeMembers(desk, tree, head, reading)) {
        placePeople(desk, base, words, { state, sector: 'PTY', via: 'demonym.members', plural: true });
        return;
      }
      enter(desk, reading.entity, {
        kind: reading.entityKind,
        name: words,
        ...(state ? { state } : {}),
        ...(reading.sector ? { sector: reading.sector } : {}),
      });
      place(desk, base, { entities: [reading.entity], kind: 'name', via: 'name.listed', plural: false });
  }
}
