/**
 * Places: the toponyms of an article → coordinates, state and precision, with the rule that chose. Entities of places and states get their
 * `place`; a name that turns out to be another bearer than the knowledge's ("Paris, Texas"; the Georgia of Atlanta) becomes an entity of its own.
 * A dateline says where a report was filed: it is no toponym here, since its part is not read.
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { formsOf, spanOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity, Place, Span } from '../../model/index.ts';
import { type Desk, withFacts } from '../draft.ts';
import { slug } from '../lists/naming.ts';
import { type Around, type Choice, chooseAll, type Group } from './choose.ts';
import { foldName } from './cities-file.ts';
import { containerOf, isListOfRegions, standBeside } from './containers.ts';
import { addPlaceNames } from './more-names.ts';
import type { Candidate, PlaceKnowledge } from './place-knowledge.ts';
import { findToponyms, type Toponym } from './toponyms.ts';

/** A name of a place in the text and where that is; what nothing locates is not among them. */
export interface LocatedName {
  readonly span: Span;
  /** As written. */
  readonly name: string;
  readonly place: Place;
}

/** Locates the toponyms that are on the desk; entities there are given their places. */
export function findPlaces(desk: Desk, places: PlaceKnowledge): LocatedName[] {
  addPlaceNames(desk, places);
  const toponyms = findToponyms(desk, places);
  const groupOf = new Map<Toponym, number>();
  const groups = group(desk, toponyms, places, groupOf);
  const publisher = desk.article.publisher?.state;
  const choices = chooseAll(groups, statesNamed(desk, publisher));
  const found = toponyms.flatMap((t): LocatedName[] => {
    const g = groupOf.get(t) ?? 0;
    const place = placeOf(choices[g], t, places);
    if (t.kind === 'place' || t.kind === 'state') enterPlace(desk, t, place, choices[g]?.candidate, groups[g]?.candidates ?? []);
    const tree = desk.trees[t.sentence] as Tree;
    return place && t.kind !== 'hint' ? [{ span: spanOf(tree, t.start, t.end), name: t.name, place }] : [];
  });
  // States that only an adjective or a people names have their place too.
  for (const e of desk.entities.values()) {
    const c = e.kind === 'state' && !e.place ? places.state(e.id) : undefined;
    if (c) desk.entities.set(e.id, withFacts(e, { place: asPlace(c, 'place.state') }));
  }
  return found;
}

/** Toponyms of one name and one container are one group: within an article a name means one place unless the text says otherwise. */
function group(desk: Desk, toponyms: readonly Toponym[], places: PlaceKnowledge, groupOf: Map<Toponym, number>): Group[] {
  const bySentence = mapped(desk.trees, (): Toponym[] => []);
  for (const t of toponyms) bySentence[t.sentence]?.push(t);
  const containers = new Map<Toponym, ReturnType<typeof containerOf>>();
  bySentence.forEach((list, s) => {
    for (let i = 0; i < list.length; i++) containers.set(list[i] as Toponym, containerOf(desk, desk.trees[s] as Tree, list, i, places));
  });
  // "Sao Paulo" and "the state of Sao Paulo" may be two in one text.
  const keyOf = (t: Toponym): string => `${foldName(t.name)}/${t.kind === 'state' ? t.state : ''}/${t.said === 'division' ? t.said : ''}`;
  const plain = new Map<string, number>();
  const groups: {
    candidates: readonly Candidate[];
    state: string | undefined;
    isState: boolean;
    listed: readonly string[];
    within: number | undefined;
    said: Toponym['said'];
    withinState: string | undefined;
    beside: number[];
    holds: number[];
  }[] = [];
  for (const t of toponyms) {
    const key = keyOf(t);
    let g = plain.get(key);
    if (g === undefined) {
      g = groups.length;
      plain.set(key, g);
      groups.push({
        candidates: candidatesOf(t, places),
        state: t.state,
        isState: t.kind === 'state',
        listed: listedStates(desk, t),
        within: undefined,
        said: undefined,
        withinState: undefined,
        beside: [],
        holds: [],
      });
    }
    groupOf.set(t, g);
  }
  bySentence.forEach((list, s) => {
    for (let i = 0; i + 1 < list.length; i++) {
      const g = groups[groupOf.get(list[i] as Toponym) ?? 0];
      if (g && isListOfRegions(desk.trees[s] as Tree, list, i, places)) g.said ??= 'division';
    }
    for (let i = 1; i < list.length; i++) {
      const [a, b] = [list[i - 1] as Toponym, list[i] as Toponym];
      if (!standBeside(desk.trees[s] as Tree, a, b)) continue;
      groups[groupOf.get(a) ?? 0]?.beside.push(groupOf.get(b) ?? 0);
      groups[groupOf.get(b) ?? 0]?.beside.push(groupOf.get(a) ?? 0);
    }
  });
  // The first container said of a name holds for the name.
  for (const t of toponyms) {
    const c = containers.get(t);
    const g = groups[groupOf.get(t) ?? 0];
    if (!g || !c) continue;
    g.said ??= t.said;
    if (c.toponym && g.within === undefined) {
      g.within = groupOf.get(c.toponym) ?? 0;
      groups[g.within]?.holds.push(groupOf.get(t) ?? 0);
    }
    if (c.state && g.withinState === undefined) g.withinState = c.state;
  }
  return groups;
}

/** The states in which the lists have a town or region of this name. */
function listedStates(desk: Desk, t: Toponym): readonly string[] {
  const forms = formsOf(desk.trees[t.sentence] as Tree).slice(t.start, t.end);
  const hit = desk.gazetteer.match(forms, 0);
  if (hit?.end !== forms.length || hit.readings.length < 2) return NOWHERE;
  return hit.readings.flatMap((r) => (r.entityKind === 'place' && r.state ? [r.state] : []));
}

const NOWHERE: readonly string[] = [];

function candidatesOf(t: Toponym, places: PlaceKnowledge): readonly Candidate[] {
  const all = places.candidates(t.name);
  if (t.kind === 'seat') {
    const own = all.filter((c) => c.country === t.state);
    return own.length > 0 ? own : all;
  }
  if (t.kind !== 'state') return all;
  const state = t.state ? places.state(t.state) : undefined;
  // "The US, France and others": the letters of a state are no town of Us.
  if (state && /^(\p{Lu}\.?){2,}$/u.test(t.name)) return [state];
  // A city-state's city, a province of its state's name: the state is meant.
  return state ? [state, ...all.filter((c) => c.country !== t.state && c.precision !== 'country')] : all;
}

/** How often each state is named at all, and how often by adjective, people or seat. */
function statesNamed(desk: Desk, publisher: string | undefined): Around {
  const states = new Map<string, number>();
  const peoples = new Map<string, number>();
  for (const list of desk.drafts)
    for (const d of list) {
      if (d.kind !== 'demonym' && d.kind !== 'name' && d.kind !== 'metonym') continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      const state = e?.kind === 'state' || e?.kind === 'people' ? e.state : undefined;
      if (!state) continue;
      states.set(state, (states.get(state) ?? 0) + 1);
      if (d.kind !== 'name') peoples.set(state, (peoples.get(state) ?? 0) + 1);
    }
  return { states, peoples, publisher };
}

function placeOf(choice: Choice | undefined, t: Toponym, places: PlaceKnowledge): Place | undefined {
  if (choice) return asPlace(choice.candidate, choice.rule);
  const state = t.state ? places.state(t.state) : undefined;
  // Only the state is known.
  return state ? asPlace(state, 'place.state-only') : undefined;
}

const asPlace = (c: Candidate, rule: string): Place => ({
  lat: c.lat,
  lon: c.lon,
  precision: c.precision,
  name: c.name,
  ...(c.country ? { country: c.country } : {}),
  ...(c.geonames ? { geonames: c.geonames } : {}),
  rule,
});

function enterPlace(desk: Desk, t: Toponym, place: Place | undefined, chosen: Candidate | undefined, all: readonly Candidate[]): void {
  const [old = ''] = t.draft.entities;
  const entity = desk.entities.get(old);
  if (!entity || !place || !t.isWhole) return;
  const isSame = entity.kind === 'state' ? place.precision === 'country' && place.country === old : isOwn(desk, entity, chosen, all);
  if (isSame) {
    if (!entity.place)
      desk.entities.set(old, withFacts(entity, place.country && !entity.state ? { state: place.country, place } : { place }));
    return;
  }
  const id = `place:${slug([t.name, chosen?.country ?? '', chosen?.precision === 'region' ? '' : (chosen?.admin1 ?? '')].filter((x) => x).join(' '))}`;
  if (!desk.entities.has(id))
    desk.entities.set(id, { id, kind: 'place', name: t.name, ...(place.country ? { state: place.country } : {}), place });
  t.draft.entities = [id];
  if (entity.kind === 'state') t.draft.via = 'name.place';
}

/** Whether the plain id `place:NAME` is this bearer's: the knowledge's state holds it alone, as it is on the day or now, or nobody else has the name. */
function isOwn(desk: Desk, { id, state }: Entity, chosen: Candidate | undefined, all: readonly Candidate[]): boolean {
  if (!chosen) return true;
  if (state === undefined) return all.length === 1;
  const { gazetteer } = desk;
  return chosen.country === (gazetteer.known(state)?.former ? (gazetteer.known(id)?.state ?? state) : state);
}
