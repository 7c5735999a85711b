/** Organisations, bodies of states, publishers and armed groups, from the lists of those names. */
import type { Knowledge, Row } from '../../knowledge.ts';
import type { EntityKind } from '../../model/index.ts';
import { asReading, type Known, type Reading } from './gazetteer-rows.ts';
import { type Listed, learn, namesIn, optional, partsOf } from './listed.ts';

/** How the rows of a list are read: what they name, and what of it stands in cells of that list alone. */
interface Reader {
  readonly list: string;
  readonly kindOf: (row: Row) => EntityKind;
  readonly more: (row: Row) => Partial<Known>;
}

/** A ministry, a party or an NGO that publishes stays what it is. */
const PUBLISHER_SECTORS: Readonly<Record<string, string>> = { government: 'GOV', party: 'PTY', organisation: 'NGO' };
const PUBLISHER_KINDS: Readonly<Record<string, EntityKind>> = { 'news-agency': 'news-agency', outlet: 'outlet', government: 'body' };

/** The lists in the order in which they are read: what names something already is not a publisher's. */
const READERS: readonly Reader[] = [
  { list: 'organisations', kindOf: () => 'organisation', more: (row) => ({ sector: row.sector || 'IGO' }) },
  { list: 'bodies', kindOf: () => 'body', more: () => ({}) },
  {
    list: 'publishers',
    kindOf: (row) => PUBLISHER_KINDS[row.kind ?? ''] ?? 'organisation',
    more: (row) => ({ sector: PUBLISHER_SECTORS[row.kind ?? ''] ?? 'JRN', official: row.official === '1' }),
  },
  {
    list: 'armed-groups',
    kindOf: () => 'armed-group',
    more(row) {
      // The first state is the group's home.
      const [home] = partsOf(row.states);
      return { sector: row.sector || 'REB', ...(home ? { state: home } : {}) };
    },
  },
];

const OFFICIAL_WORDS = /^(President|Prime Minister|Government|Presidency) of |\bGovernment$/;

/** Reads the four lists; `wellKnown`: ids that a short name means anywhere, though their state is not named. */
export function readBodies(listed: Listed, knowledge: Knowledge, wellKnown: ReadonlySet<string>): void {
  const plain = new Set(knowledge.lexicon('word-sets').flatMap((row) => (row.set === 'outlets-of-their-state' ? [row.word ?? ''] : [])));
  for (const reader of READERS)
    for (const row of knowledge.list(reader.list)) {
      learnBody(listed, row, reader);
      addBodyNames(listed, row, reader.kindOf(row), { wellKnown, plain });
    }
}

function learnBody(listed: Listed, row: Row, { kindOf, more }: Reader): void {
  const state = optional(row.state);
  const sector = optional(row.sector);
  learn(listed, {
    id: row.id ?? '',
    kind: kindOf(row),
    name: row.name ?? '',
    source: row.source ?? '',
    ...(state ? { state } : {}),
    ...(sector ? { sector } : {}),
    ...more(row),
  });
}

/** What names of bodies are looked up in. */
interface ShortNames {
  readonly wellKnown: ReadonlySet<string>;
  /** Outlets' names that are words: lexicon/word-sets. */
  readonly plain: ReadonlySet<string>;
}

function addBodyNames({ tree }: Listed, row: Row, kind: EntityKind, short: ShortNames): void {
  const id = row.id ?? '';
  const named: Reading = {
    entity: id,
    kind: 'name',
    entityKind: kind,
    context: [],
    state: optional(row.state),
    sector: optional(row.sector),
  };
  const reading = asReading({ ...named, start: optional(row.start), end: optional(row.end) });
  const isPublisher = row.domains !== undefined;
  const onlyIfFree = isPublisher && row.kind !== 'news-agency' && row.kind !== 'outlet';
  for (const name of namesIn(row)) {
    if (row.kind === 'party' && name.endsWith(' Party')) tree.add(name.replace(/Party$/, 'party'), asReading(named));
    // "President of Ukraine" is an office and "Chinese Government" a government, whoever publishes under the words.
    if (isPublisher && OFFICIAL_WORDS.test(name)) continue;
    const local = isLocal(name, kind, short) && !short.wellKnown.has(id);
    tree.add(name, local ? asReading({ ...reading, local }) : reading, onlyIfFree);
    // "the I.R.S.", as some newspapers write it.
    if (/^\p{Lu}{3,5}$/u.test(name)) tree.add(`${[...name].join('.')}.`, local ? asReading({ ...reading, local }) : reading, true);
  }
}

/** Whether a name is an outlet's that is a word or a few letters. */
const isLocal = (name: string, kind: EntityKind, { plain }: ShortNames): boolean =>
  (kind === 'outlet' || kind === 'news-agency') && (/^\p{Lu}{2,4}$/u.test(name) || plain.has(name));

/** Words that alone name a party before a noun: "Republican", "Labour". */
export function partyWords(knowledge: Knowledge): ReadonlySet<string> {
  return new Set(
    knowledge
      .list('organisations')
      .flatMap((row) => (row.kind === 'party' ? (/^(\p{Lu}\p{Ll}+) Party$/u.exec(row.name ?? '')?.[1] ?? []) : [])),
  );
}
