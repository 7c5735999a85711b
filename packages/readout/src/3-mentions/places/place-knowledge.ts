/** What is known of places: our own list (lists/places.tsv) and the gazetteer file, asked by name. */
import { addUnder } from '../../add-under.ts';
import type { Knowledge } from '../../knowledge.ts';
import type { PlacePrecision } from '../../model/index.ts';
import { type CitiesFile, type CityRow, citiesFile, foldName } from './cities-file.ts';

/** A place that a name may mean. */
export interface Candidate {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  /** ISO3; absent for seas and what spans states. */
  readonly country?: string | undefined;
  /** Code of the first-level division it lies in or is. */
  readonly admin1?: string | undefined;
  readonly geonames?: number | undefined;
  /** How well known it is, before the text is asked: about 0 to 6. */
  readonly weight: number;
  /** A row of our own list. */
  readonly own: boolean;
}

/** A candidate, its fields laid out one way, since each is held against all others (see `draftOf`). */
function asCandidate({ name, lat, lon, precision, country, admin1, geonames, weight, own }: Candidate): Candidate {
  return { name, lat, lon, precision, country, admin1, geonames, weight, own };
}

/** Places of the knowledge, asked by name. */
export interface PlaceKnowledge {
  /** Everything of this name, in a fixed order. */
  candidates(name: string): readonly Candidate[];
  /** What is listed under just this name, no other form of it. */
  held(name: string): readonly Candidate[];
  /** The state as a place. */
  state(iso3: string): Candidate | undefined;
  /** Whether a word stands in lexicon/place-words.tsv under this kind. */
  isWord(word: string, kind: WordKind): boolean;
}

/** `generic`: names no place by itself (City, North); `named-after`: what carries a place's name and is none (virus); `road`; `division`; `preposition`. */
export type WordKind = 'generic' | 'named-after' | 'road' | 'division' | 'preposition';

const PRECISION: Readonly<Record<string, PlacePrecision>> = {
  state: 'country',
  region: 'region',
  continent: 'area',
  area: 'area',
  sea: 'area',
  river: 'area',
  mountain: 'area',
  island: 'region',
  lake: 'area',
  city: 'city',
  capital: 'city',
  town: 'city',
};
const CITY_PRECISION: Readonly<Record<CityRow['kind'], PlacePrecision>> = {
  C: 'city',
  A: 'city',
  P: 'city',
  X: 'city',
  1: 'region',
  2: 'district',
};
/** Well known as such: a state's own name, then what our list holds. */
const STATE_WEIGHT = 6;
const OWN_WEIGHT: Readonly<Record<string, number>> = {
  state: STATE_WEIGHT,
  region: 5,
  continent: 6,
  area: 5.5,
  sea: 5.5,
  city: 4.4,
  capital: 6,
  // Reported, but no better known than others of its name.
  town: 3.5,
};
const OTHER_WEIGHT = 4.4;
/** A longer official name stands for the short one only where it is a large place. */
const LONGER_POPULATION = 40_000;

/** The weight of a gazetteer row: people by orders of ten, more for a seat of government, divisions at a fixed place between. */
function weightOf(row: CityRow): number {
  if (row.kind === '1') return 4;
  if (row.kind === '2') return 2.6;
  const people = 0.8 * Math.log10(row.population + 10);
  return people + (row.kind === 'C' ? 1.2 : row.kind === 'A' ? 0.3 : row.kind === 'X' ? -1 : 0);
}

/** Written short and written out: "St. Marc", "Ft. Worth", "Mt. Pleasant". */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/^st /, 'saint '],
  [/^saint /, 'st '],
  [/^ft /, 'fort '],
  [/^mt /, 'mount '],
];

/** Our own places and the file of cities, made ready once; the file is read when it is first asked. */
export function placeKnowledge(knowledge: Knowledge): PlaceKnowledge {
  const cities = citiesFile(() => knowledge.cities());
  const iso3 = new Map(knowledge.list('states').flatMap((r) => (r.iso2 && !r.end ? [[r.iso2, r.id ?? '']] : [])) as [string, string][]);
  const states = new Map<string, Candidate>();
  const own = new Map<string, Own[]>();
  for (const row of knowledge.list('places')) {
    const kind = row.kind ?? '';
    const country = row.country || undefined;
    const place = asCandidate({
      name: row.name ?? '',
      lat: Number(row.lat),
      lon: Number(row.lon),
      precision: PRECISION[kind] ?? 'point',
      weight: OWN_WEIGHT[kind] ?? OTHER_WEIGHT,
      own: true,
      country,
    });
    if (kind === 'state' && country) states.set(country, place);
    const names = [row.name ?? '', ...(row.aliases ?? '').split('|')].filter((n) => n !== '');
    for (const name of names) addUnder(own, keyOf(name), { place, names });
  }
  const words = new Map<string, Set<string>>();
  for (const { kind = '', word = '' } of knowledge.lexicon('place-words')) words.set(kind, (words.get(kind) ?? new Set()).add(word));
  const found = new Map<string, readonly Candidate[]>();
  const held = new Map<string, readonly Candidate[]>();
  return {
    isWord: (word, kind) => words.get(kind)?.has(word) ?? false,
    state: (id) => states.get(id),
    held(name) {
      const key = keyOf(name);
      const have = held.get(key);
      if (have) return have;
      const list = gather(key, own, cities, iso3);
      if (held.size > 20_000) held.clear();
      held.set(key, list);
      return list;
    },
    candidates(name) {
      const key = keyOf(name);
      let list = found.get(key);
      if (!list) {
        list = gather(key, own, cities, iso3);
        for (const other of list.length > 0 ? [] : otherForms(key, words.get('division'))) {
          list = gather(other, own, cities, iso3);
          if (list.length > 0) break;
        }
        if (list.length === 0) list = longer(key, cities, iso3);
        if (found.size > 20_000) found.clear();
        found.set(key, list);
      }
      return list;
    },
  };
}

/** What names are listed under: folded and without article; an abbreviation as written, so that "La." is not "L.A.". */
function keyOf(name: string): string {
  return /\p{L}\.$|^\p{Lu}\.\p{Lu}/u.test(name) ? name.replace(/\s/g, '') : foldName(name).replace(/^the /, '');
}

/** Other forms under which a name may be listed: without the word for its kind, with or without the Arabic article. */
function otherForms(key: string, divisions: ReadonlySet<string> | undefined): string[] {
  const parts = key.split(' ');
  const last = parts[parts.length - 1] ?? '';
  if (parts.length > 1 && divisions?.has(last)) return [parts.slice(0, -1).join(' ')];
  if (/^(al|el|an|ar|as|ash|at|az) /.test(key)) return [key.replace(/^\S+ /, ''), key.replace(/^\S+ /, 'al ')];
  if (key.endsWith('.')) return [foldName(key)];
  return parts.length === 1 ? [`al ${key}`] : [];
}

/** Large places whose official name begins with these words. */
function longer(key: string, cities: CitiesFile, iso3: ReadonlyMap<string, string>): readonly Candidate[] {
  if (key.length < 4) return [];
  return cities
    .findLonger(key)
    .filter((r) => r.population >= LONGER_POPULATION)
    .map((r) => candidateOf(r, iso3))
    .sort((a, b) => b.weight - a.weight);
}

function candidateOf(r: CityRow, iso3: ReadonlyMap<string, string>): Candidate {
  return asCandidate({
    name: r.name,
    lat: r.lat,
    lon: r.lon,
    precision: CITY_PRECISION[r.kind],
    weight: weightOf(r),
    own: false,
    country: iso3.get(r.iso2) || undefined,
    admin1: r.admin1 || undefined,
    geonames: r.geonames || undefined,
  });
}

function gather(
  key: string,
  own: ReadonlyMap<string, readonly Own[]>,
  cities: CitiesFile,
  iso3: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const rows = [...cities.find(key)];
  for (const [short, long] of WRITTEN_OUT) if (short.test(key)) rows.push(...cities.find(key.replace(short, long)));
  const listed = rows.map((r) => candidateOf(r, iso3));
  const ours = (own.get(key) ?? []).map((c) => withDivision(c, cities, iso3));
  // The same place twice: the row of our own list stands for both.
  const others = listed.filter((l) => !ours.some((o) => o.country === l.country && samePlace(o, l)));
  return [...ours, ...others].sort((a, b) => b.weight - a.weight);
}

/** A place of our list with all its names. */
interface Own {
  readonly place: Candidate;
  readonly names: readonly string[];
}

/** A region of our list with the code that the gazetteer file gives it, so that towns can be seen to lie in it; a town with its people too. */
function withDivision({ place, names }: Own, cities: CitiesFile, iso3: ReadonlyMap<string, string>): Candidate {
  if (place.precision === 'region') {
    const row = cities.find(foldName(place.name)).find((r) => r.kind === '1' && iso3.get(r.iso2) === place.country);
    return row ? asCandidate({ ...place, admin1: row.admin1 }) : place;
  }
  if (place.precision !== 'city' && place.precision !== 'point') return place;
  const isSame = (r: CityRow): boolean =>
    r.kind !== '1' && r.kind !== '2' && iso3.get(r.iso2) === place.country && kilometres(r, place) < 60;
  let row: CityRow | undefined;
  for (const name of names) row ??= cities.find(foldName(name)).find(isSame);
  if (!row) return place;
  return asCandidate({
    ...place,
    admin1: row.admin1,
    weight: Math.max(place.weight, weightOf(row)),
    geonames: row.geonames || place.geonames,
  });
}

function samePlace(ours: Candidate, listed: Candidate): boolean {
  if (ours.precision === 'country') return false;
  if (ours.precision === 'region' && listed.precision === 'region') return true;
  return ours.precision !== 'region' && kilometres(ours, listed) < 60;
}

const RADIANS = Math.PI / 180;

/** Distance by equal rectangles: within a hundredth at the distances that decide anything. */
export function kilometres(a: { readonly lat: number; readonly lon: number }, b: { readonly lat: number; readonly lon: number }): number {
  let east = Math.abs(a.lon - b.lon);
  if (east > 180) east = 360 - east;
  const north = a.lat - b.lat;
  const x = east * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
  return 111.2 * Math.sqrt(x * x + north * north);
}
