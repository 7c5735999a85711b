/**
 * Every name the knowledge holds, as a tree of word forms, so that a sentence is searched in one pass. A reading says what the words
 * may stand for; choosing among several readings is the work of names.ts.
 */
import { plainForm } from '../../2-sentences/features.ts';
import { wordMap } from '../../2-sentences/word-map.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import type { EntityKind } from '../../model/index.ts';
import { asKnown, asReading, type Known, type Reading, type ReadingKind } from './gazetteer-rows.ts';
import { type Cutting, nameTree } from './name-tree.ts';
import { slug } from './naming.ts';
import { type OfficeTerms, officeTerms } from './office-terms.ts';
import { type StateBodies, stateBodies } from './state-bodies.ts';
import { type Transliterated, transliterations } from './transliterations.ts';

export type { Known, Office, Reading, ReadingKind } from './gazetteer-rows.ts';

/** Names, entities and offices of the knowledge, asked by word, id and day. */
export interface Gazetteer extends OfficeTerms {
  /** The longest match that begins at token `i`, with all its readings. */
  match(forms: readonly string[], i: number): { readonly end: number; readonly readings: readonly Reading[] } | undefined;
  /** Persons who are called by this surname alone. */
  surname(name: string): readonly string[];
  /** Whom this surname alone means anywhere in the world on that day, without one ever; lists/known-surnames.tsv. */
  wellKnown(surname: string, day: string | undefined): string | undefined;
  /** Somebody whose name these words are under another transliteration. */
  readonly transliterated: Transliterated;
  known(id: string): Known | undefined;
  /** Whether a short name of it means it anywhere, though its state is not named: lists/known-names.tsv. */
  wellKnownName(id: string): boolean;
  /** Whether a word alone names a party before a noun: "Republican", "Labour". */
  isPartyWord(word: string): boolean;
  /** The body that a state has under these words, its own name left out ("navy", "Ministry of Finance"). */
  bodyOf: StateBodies;
  /** Whether ordinary people often bear the name of a person: lists/common-names.tsv. */
  isCommonName(person: string): boolean;
}

const optional = (value: string | undefined): string | undefined => (value ? value : undefined);

/** A ministry, a party or an NGO that publishes stays what it is. */
const PUBLISHER_SECTORS: Readonly<Record<string, string>> = { government: 'GOV', party: 'PTY', organisation: 'NGO' };
const OFFICIAL_WORDS = /^(President|Prime Minister|Government|Presidency) of |\bGovernment$/;

/** Kinds of places whose single words name nothing else ("Africa", "Arctic"). */
const ALONE = new Set(['continent', 'area']);

const ORGANISATION_KINDS: Readonly<Record<string, EntityKind>> = { party: 'organisation', company: 'organisation' };

/** Builds the gazetteer; `cutting`: how the engine cuts names. */
export function buildGazetteer(knowledge: Knowledge, cutting: Cutting): Gazetteer {
  const tree = nameTree<Reading>(cutting, (a, b) => a.entity === b.entity && a.kind === b.kind && a.state === b.state);
  const known = new Map<string, Known>();
  const surnames = new Map<string, string[]>();

  const learn = (k: Known): void => {
    if (!known.has(k.id)) known.set(k.id, asKnown(k));
  };
  const aliases = (row: Row): string[] => [row.name ?? '', ...(row.aliases ?? '').split('|'), row.acronym ?? ''].filter((n) => n !== '');
  const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

  const ended = new Map<string, string>();
  for (const row of knowledge.list('states')) {
    if (row.kind === 'historic' && row.end) ended.set(row.id ?? '', row.end);
    const cow = row.cow ? Number(row.cow) : undefined;
    learn({
      id: row.id ?? '',
      kind: 'state',
      name: row.name ?? '',
      state: row.id ?? '',
      iso3: row.id ?? '',
      source: row.source ?? '',
      ...(cow === undefined ? {} : { cow }),
      ...(row.kind === 'historic' ? { former: true } : {}),
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
    // Belgrade is Yugoslavia's while there is a Yugoslavia.
    const end = place ? ended.get(state) : undefined;
    const actsFor = /^stands for ([a-z-]+)$/.exec(row.note ?? '')?.[1];
    const entityKind = place ? 'place' : 'state';
    const context = list(row.context);
    tree.add(row.name ?? '', asReading({ entity: id, kind, entityKind, state, context, partial: partial || undefined, actsFor, end }));
    // A town that acts is its people; a region that broke away and few recognise is a partially recognised entity.
    const sector = kind === 'city' ? 'CVL' : kind === 'region' && /^breakaway/.test(row.note ?? '') ? 'PRE' : undefined;
    if (place) learn({ id, kind: 'place', name: row.name ?? '', state, source: row.source ?? '', ...(sector ? { sector } : {}) });
  }
  // Seas, straits, bases and the like of several words; single words are left to the model, which sees their surroundings.
  for (const row of knowledge.list('places')) {
    const name = row.name ?? '';
    if (row.kind === 'state') continue;
    const state = optional(row.country);
    const id = `place:${slug(name)}`;
    learn({ id, kind: 'place', name, source: row.source ?? '', ...(state ? { state } : {}) });
    for (const n of aliases(row).filter((x) => ALONE.has(row.kind ?? '') || /[ -]/.test(x)))
      tree.add(n, asReading({ entity: id, kind: 'region', entityKind: 'place', context: [], state }), true);
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
    const reading = asReading({ entity: id, kind: 'full-name', entityKind: 'person', context: [], state });
    for (const name of aliases(row)) {
      // One word is a full name only of somebody who has no other.
      if (name.includes(' ') || name.includes('-') || (!(row.name ?? '').includes(' ') && row.surname === row.name))
        tree.add(name, reading);
    }
    for (const s of list(row.surname)) {
      const key = plainForm(s);
      // "De Blasio said": a particle has a capital where no first name stands before it.
      for (const form of /^\p{Ll}/u.test(key) ? [key, key.charAt(0).toUpperCase() + key.slice(1)] : [key]) {
        const holders = surnames.get(form);
        if (holders) holders.push(id);
        else surnames.set(form, [id]);
      }
    }
  }
  const famous = wordMap<{ readonly person: string; readonly start: string }>();
  for (const row of knowledge.list('known-surnames')) famous.set(row.surname ?? '', { person: row.person ?? '', start: row.start ?? '' });
  const common = new Set(knowledge.list('common-names').map((row) => row.person ?? ''));
  const everywhere = new Set(knowledge.list('known-names').map((row) => row.entity ?? ''));
  const plain = new Set(knowledge.lexicon('word-sets').flatMap((row) => (row.set === 'outlets-of-their-state' ? [row.word ?? ''] : [])));
  const isLocal = (name: string, kind: EntityKind): boolean =>
    (kind === 'outlet' || kind === 'news-agency') && (/^\p{Lu}{2,4}$/u.test(name) || plain.has(name));
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
      const named: Reading = { entity: id, kind: 'name', entityKind: kind, context: [], state, sector };
      const reading = asReading({ ...named, start: optional(row.start), end: optional(row.end) });
      for (const name of aliases(row)) {
        if (row.kind === 'party' && name.endsWith(' Party')) tree.add(name.replace(/Party$/, 'party'), asReading(named));
        // "President of Ukraine" is an office and "Chinese Government" a government, whoever publishes under the words.
        if (row.domains !== undefined && OFFICIAL_WORDS.test(name)) continue;
        const local = isLocal(name, kind) && !everywhere.has(id);
        tree.add(
          name,
          local ? asReading({ ...reading, local }) : reading,
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
    (row) =>
      row.kind === 'news-agency' ? 'news-agency' : row.kind === 'outlet' ? 'outlet' : row.kind === 'government' ? 'body' : 'organisation',
    (row) => ({ sector: PUBLISHER_SECTORS[row.kind ?? ''] ?? 'JRN', official: row.official === '1' }),
  );
  addAll(
    knowledge.list('armed-groups'),
    () => 'armed-group',
    (row) => {
      const states = list(row.states);
      // The first state is the group's home.
      return { sector: row.sector || 'REB', ...(states[0] ? { state: states[0] } : {}) };
    },
  );

  const partyWords = new Set(
    knowledge
      .list('organisations')
      .flatMap((row) => (row.kind === 'party' ? (/^(\p{Lu}\p{Ll}+) Party$/u.exec(row.name ?? '')?.[1] ?? []) : [])),
  );
  for (const row of knowledge.lexicon('no-names'))
    tree.add(row.name ?? '', asReading({ entity: '', kind: 'none', entityKind: 'place', context: [] }));

  return {
    match: tree.match,
    surname: (name) => surnames.get(name) ?? [],
    wellKnown(name, day) {
      const bearer = famous.get(name);
      return bearer && (day === undefined || bearer.start <= day) ? bearer.person : undefined;
    },
    transliterated: transliterations(knowledge),
    known: (id) => known.get(id),
    isPartyWord: (word) => partyWords.has(word),
    wellKnownName: (id) => everywhere.has(id),
    bodyOf: stateBodies(knowledge),
    isCommonName: (person) => common.has(person),
    ...officeTerms(knowledge),
  };
}
