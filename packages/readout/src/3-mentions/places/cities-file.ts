/**
 * The gazetteer file (knowledge `places/cities.tsv`): one place a line, sorted by its folded name, searched as it lies in memory. Nothing is
 * parsed or indexed at the start; a name costs some seventeen probes.
 */

/** One line: name, ISO2, code of the first-level division, kind, degrees, people, GeoNames id (0 for divisions). */
export interface CityRow {
  readonly name: string;
  readonly iso2: string;
  readonly admin1: string;
  /** C capital, A seat of a first-level division, P populated place, X part of one, 1 and 2 divisions of that level. */
  readonly kind: 'C' | 'A' | 'P' | 'X' | '1' | '2';
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly geonames: number;
}

/** places/cities.tsv, searched as it lies. */
export interface CitiesFile {
  /** All places of this folded name, in the file's order. */
  find(folded: string): readonly CityRow[];
  /** Places whose folded name goes on after these words ("acapulco" finds Acapulco de Juárez); at most `AHEAD` lines are looked at. */
  findLonger(folded: string): readonly CityRow[];
}

const AHEAD = 60;

const NEWLINE = 10;
const TAB = 9;

/** Letters that have no form without a mark. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Lower-case letters without marks, hyphens as blanks: the order of the file (`foldName` of packages/knowledge/scripts/fold-name.ts). */
export function foldName(name: string): string {
  const isPlain = /^[ -~]*$/.test(name);
  const marked = isPlain ? name : name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const folded = marked
    .replace(/['’‘ʻ`.]/g, '')
    .replace(/[-–/]/g, ' ')
    .toLowerCase();
  return isPlain ? folded : folded.replace(/[łøđðıßæœþ]/g, (c) => LETTERS[c] ?? c);
}

/** Searches the bytes of a gazetteer file, which `read` gives when the first name is asked for. */
export function citiesFile(read: () => Uint8Array): CitiesFile {
  const found = new Map<string, readonly CityRow[]>();
  let bytes: Buffer | undefined;
  const open = (): Buffer => {
    if (!bytes) {
      const b = read();
      bytes = Buffer.from(b.buffer, b.byteOffset, b.byteLength);
    }
    return bytes;
  };
  return {
    find(folded) {
      const have = found.get(folded);
      if (have) return have;
      const rows = search(open(), folded);
      // Names recur within a run; a run over an archive must not grow without end.
      if (found.size > 20_000) found.clear();
      found.set(folded, rows);
      return rows;
    },
    findLonger: (folded) => searchLonger(open(), `${folded} `),
  };
}

/** The first line whose name is not before `folded`. */
function firstFrom(bytes: Buffer, folded: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const start = lineStart(bytes, (low + high) >> 1);
    if (nameAt(bytes, start) < folded) low = lineEnd(bytes, start) + 1;
    else high = start;
  }
  return low;
}

function search(bytes: Buffer, folded: string): readonly CityRow[] {
  const rows: CityRow[] = [];
  for (let at = firstFrom(bytes, folded); at < bytes.length && nameAt(bytes, at) === folded; at = lineEnd(bytes, at) + 1)
    rows.push(rowAt(bytes, at));
  return rows;
}

function searchLonger(bytes: Buffer, beginning: string): readonly CityRow[] {
  const rows: CityRow[] = [];
  let at = firstFrom(bytes, beginning);
  for (let n = 0; n < AHEAD && at < bytes.length && nameAt(bytes, at).startsWith(beginning); n++, at = lineEnd(bytes, at) + 1)
    rows.push(rowAt(bytes, at));
  return rows;
}

function lineStart(bytes: Buffer, at: number): number {
  const before = bytes.lastIndexOf(NEWLINE, at - 1);
  return at === 0 ? 0 : before + 1;
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? bytes.length : end;
}

function nameAt(bytes: Buffer, at: number): string {
  return foldName(bytes.toString('utf8', at, bytes.indexOf(TAB, at)));
}

function rowAt(bytes: Buffer, at: number): CityRow {
  const cells = bytes.toString('utf8', at, lineEnd(bytes, at)).split('\t');
  return {
    name: cells[0] ?? '',
    iso2: cells[1] ?? '',
    admin1: cells[2] ?? '',
    kind: (cells[3] ?? 'P') as CityRow['kind'],
    lat: Number(cells[4]),
    lon: Number(cells[5]),
    population: Number(cells[6] ?? 0),
    geonames: Number(cells[7] ?? 0),
  };
}
