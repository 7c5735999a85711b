/**
 * Every name the knowledge holds, as a tree of word forms, so that a sentence is searched in one pass. A reading says what the words
 * may stand for; choosing among several readings is the work of names.ts.
 */
import { plainForm } from '../2-sentences/features.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import type { EntityKind } from '../model/index.ts';

export type ReadingKind =
  | 'name'
  | 'adjective'
  | 'people'
  | 'person'
  | 'capital'
  | 'city'
  | 'region'
  | 'seat'
  | 'epithet'
  | 'relative'
  | 'full-name';

/** One thing that a run of words may mean. */
export interface Reading {
  readonly entity: string;
  readonly kind: ReadingKind;
  readonly entityKind: EntityKind;
  readonly state?: string;
  readonly sector?: string;
  /** A people or a region of the state, not the state as a whole ("Chechen", "Scottish"). */
  readonly partial?: boolean;
  /** States one of which must be named in the text for this reading to count. */
  readonly context: readonly string[];
  /** ISO dates between which it counts. */
  readonly start?: string;
  readonly end?: string;
}

interface Node {
  readonly next: Map<string, Node>;
  readings?: Reading[];
}

/** What is known of an entity, whatever it is called. */
export interface Known {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly state?: string;
  readonly sector?: string;
  readonly gender?: 'm' | 'f';
  readonly official?: boolean;
  readonly source: string;
  readonly iso3?: string;
  readonly cow?: number;
}

export interface Office {
  readonly person: string;
  readonly office: string;
  readonly state: string;
  readonly organisation: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly note: string;
}

export interface Gazetteer {
  /** The longest match that begins at token `i`, with all its readings. */
  match(forms: readonly string[], i: number): { readonly end: number; readonly readings: readonly Reading[] } | undefined;
  /** Persons who are called by this surname alone. */
  surname(name: string): readonly string[];
  known(id: string): Known | undefined;
  offices(person: string): readonly Office[];
  /** Who held an office of a state (or organisation) on a day. */
  holders(office: string, of: string, day: string | undefined): readonly Office[];
}

/** Splits a name as the tokeniser does, near enough: at blanks, before possessive marks, around hyphens and commas. */
export function nameForms(name: string, tokenize: (text: string) => readonly string[]): string[] {
  // In the middle of a sentence, so that the point of "Inc." stays with it.
  return tokenize(`${name} x`).slice(0, -1).map(plainForm);
}

const optional = (value: string | undefined): string | undefined => (value ? value : undefined);

/** Whether a day lies in an interval whose ends may be only a year or month, or open. */
export function holds(start: string, end: string, day: string): boolean {
  return (start === '' || start.slice(0, day.length) <= day.slice(0, start.length)) && (end === '' || day.slice(0, end.length) <= end);
}

const ORGANISATION_KINDS: Readonly<Record<string, EntityKind>> = { party: 'organisation', company: 'organisation' };

/** Builds the gazetteer; `tokenize` gives the word forms of a name as the engine would cut them. */
export function buildGazetteer(knowledge: Knowledge, tokenize: (text: string) => readonly string[]): Gazetteer {
  const root: Node = { next: new Map() };
  const known = new Map<string, Known>();
  const surnames = new Map<string, string[]>();
  const offices = new Map<string, Office[]>();
  const byOffice = new Map<string, Office[]>();

  const add = (name: string, reading: Reading, onlyIfFree = false): void => {
    const forms = nameForms(name, tokenize);
    if (forms.length === 0) return;
    let node = root;
    for (const f of forms) {
      let next = node.next.get(f);
      if (!next) {
        next = { next: new Map() };
        node.next.set(f, next);
      }
      node = next;
    }
    if (onlyIfFree && node.readings && node.readings.length > 0) return;
    node.readings ??= [];
    if (!node.readings.some((r) => r.entity === reading.entity && r.kind === reading.kind)) node.readings.push(reading);
  };
  const learn = (k: Known): void => {
    if (!known.has(k.id)) known.set(k.id, k);
  };
  const aliases = (row: Row): string[] => [row.name ?? '', ...(row.aliases ?? '').split('|'), row.acronym ?? ''].filter((n) => n !== '');
  const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

  for (const row of knowledge.list('states')) {
    const cow = row.cow ? Number(row.cow) : undefined;
    learn({
      id: row.id ?? '',
      kind: 'state',
      name: row.name ?? '',
      state: row.id ?? '',
      iso3: row.id ?? '',
      source: row.source ?? '',
      ...(cow === undefined ? {} : { cow }),
    });
  }
  for (const row of knowledge.list('state-names')) {
    // Kept for the record, not for choosing: other claimants' names, words that count only in compounds or before a comma.
    if (/^(alternative|only in compounds|dateline)/.test(row.note ?? '')) continue;
    const state = row.state ?? '';
    const k = row.kind ?? '';
    const kind: ReadingKind = k === 'official' || k === 'short' ? 'name' : (k as ReadingKind);
    const place = kind === 'capital' || kind === 'city' || kind === 'region' || kind === 'seat';
    const id = place ? `place:${slug(row.name ?? '')}` : state;
    const partial = /^(regional|ethnic)/.test(row.note ?? '');
    add(row.name ?? '', {
      entity: id,
      kind,
      entityKind: place ? 'place' : 'state',
      state,
      context: list(row.context),
      ...(partial ? { partial } : {}),
    });
    if (place) learn({ id, kind: 'place', name: row.name ?? '', state, source: row.source ?? '' });
  }
  for (const row of knowledge.list('persons')) {
    const id = row.id ?? '';
    const gender = row.gender === 'm' || row.gender === 'f' ? row.gender : undefined;
    const state = optional(row.state);
    learn({
      id,
      kind: 'person',
      name: row.name ?? '',
      source: row.source ?? '',
      ...(state ? { state } : {}),
      ...(gender ? { gender } : {}),
    });
    for (const name of aliases(row)) {
      const reading: Reading = { entity: id, kind: 'full-name', entityKind: 'person', context: [], ...(state ? { state } : {}) };
      if (name.includes(' ') || name.includes('-')) add(name, reading);
    }
    for (const s of list(row.surname)) {
      const key = plainForm(s);
      const holders = surnames.get(key);
      if (holders) holders.push(id);
      else surnames.set(key, [id]);
    }
  }
  for (const row of knowledge.list('offices')) {
    const office: Office = {
      person: row.person ?? '',
      office: row.office ?? '',
      state: row.state ?? '',
      organisation: row.organisation ?? '',
      title: row.title ?? '',
      start: row.start ?? '',
      end: row.end ?? '',
      note: row.note ?? '',
    };
    const mine = offices.get(office.person);
    if (mine) mine.push(office);
    else offices.set(office.person, [office]);
    for (const of of [office.state, office.organisation]) {
      if (!of) continue;
      const key = `${office.office}/${of}`;
      const held = byOffice.get(key);
      if (held) held.push(office);
      else byOffice.set(key, [office]);
    }
  }
  const addAll = (rows: readonly Row[], kindOf: (row: Row) => EntityKind, extra: (row: Row) => Partial<Known>): void => {
    for (const row of rows) {
      const id = row.id ?? '';
      const kind = kindOf(row);
      const state = optional(row.state);
      const sector = optional(row.sector);
      learn({
        id,
        kind,
        name: row.name ?? '',
        source: row.source ?? '',
        ...(state ? { state } : {}),
        ...(sector ? { sector } : {}),
        ...extra(row),
      });
      for (const name of aliases(row)) {
        add(
          name,
          {
            entity: id,
            kind: 'name',
            entityKind: kind,
            context: [],
            ...(state ? { state } : {}),
            ...(sector ? { sector } : {}),
            ...(row.start ? { start: row.start } : {}),
            ...(row.end ? { end: row.end } : {}),
          },
          row.domains !== undefined && row.kind !== 'news-agency' && row.kind !== 'outlet',
        );
      }
    }
  };
  addAll(
    knowledge.list('organisations'),
    (row) => ORGANISATION_KINDS[row.kind ?? ''] ?? 'organisation',
    (row) => ({ sector: row.sector || 'IGO' }),
  );
  addAll(
    knowledge.list('bodies'),
    () => 'body',
    () => ({}),
  );
  addAll(
    knowledge.list('publishers'),
    (row) => (row.kind === 'news-agency' ? 'news-agency' : row.kind === 'outlet' ? 'outlet' : 'organisation'),
    (row) => ({ sector: 'JRN', official: row.official === '1' }),
  );
  addAll(
    knowledge.list('armed-groups'),
    () => 'armed-group',
    (row) => {
      const states = list(row.states);
      return { sector: row.sector || 'REB', ...(states.length === 1 && states[0] ? { state: states[0] } : {}) };
    },
  );

  return {
    match(forms, i) {
      let node: Node | undefined = root;
      let found: { end: number; readings: readonly Reading[] } | undefined;
      for (let j = i; j < forms.length; j++) {
        node = node.next.get(forms[j] ?? '');
        if (!node) break;
        if (node.readings) found = { end: j + 1, readings: node.readings };
      }
      return found;
    },
    surname: (name) => surnames.get(name) ?? [],
    known: (id) => known.get(id),
    offices: (person) => offices.get(person) ?? [],
    holders(office, of, day) {
      const all = byOffice.get(`${office}/${of}`) ?? [];
      if (day === undefined) return [];
      const held = all.filter((o) => holds(o.start, o.end, day));
      // A term that nobody ended is over once another begins.
      const closed = held.filter((o) => o.end !== '' || !held.some((x) => x.start > o.start));
      return closed.length > 0 ? closed : held;
    },
  };
}

/** A name as part of an id: lower-case ASCII in kebab-case. */
export function slug(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/['’.]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'x'
  );
}
