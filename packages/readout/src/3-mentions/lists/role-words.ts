/** Phrases of office, body and group nouns with their sectors, and the offices that they name: lexicon/roles.tsv and lists/office-types.tsv. */
import { type WordMap, wordMap } from '../../2-sentences/word-map.ts';
import { addUnder } from '../../add-under.ts';
import type { Knowledge, Row } from '../../knowledge.ts';

/** What a phrase says wherever it stands. */
export interface RoleEntry {
  readonly sector: string;
  /** `none`: words that hold such a noun and mean nobody: "vacuum cleaner". */
  readonly kind: 'role' | 'body' | 'group' | 'title' | 'none';
  /** The word has other uses: it counts only where a state or body owns it. */
  readonly weak: boolean;
  /** The word points back at a body whose name has it, and tells of none otherwise: "the center". */
  readonly again: boolean;
  /** Ships, aircraft, columns: things that act for whoever owns them. */
  readonly equipment: boolean;
  /** The sector of the word as a title right before a name, where it is another one: a representative is an envoy, "Representative Novak" a lawmaker. */
  readonly asTitle: string | undefined;
}

/** All phrases, and what they are found by. */
export interface RoleWords {
  readonly phrases: ReadonlyMap<string, RoleEntry>;
  readonly titles: ReadonlySet<string>;
  readonly heads: WordMap<RoleHead>;
  readonly offices: OfficeTypes;
}

/** The kinds of offices. */
export interface OfficeTypes {
  /** Office ids by the words that name them, the commonest first. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly sectors: ReadonlyMap<string, string>;
  readonly ranks: ReadonlyMap<string, number>;
  /** Those that a state has one of. */
  readonly single: ReadonlySet<string>;
}

/** The rows of the two lists, made ready once. */
export function roleWords(knowledge: Knowledge): RoleWords {
  const phrases = new Map<string, RoleEntry>();
  const titles = new Set<string>();
  readRoles(knowledge, phrases, titles);
  addOfficeWords(knowledge, phrases);
  return { phrases, titles, heads: headWords(phrases), offices: officeTypes(knowledge) };
}

function readRoles(knowledge: Knowledge, phrases: Map<string, RoleEntry>, titles: Set<string>): void {
  for (const row of knowledge.lexicon('roles')) {
    const phrase = (row.phrase ?? '').toLowerCase();
    const kind = (row.kind ?? 'role') as RoleEntry['kind'];
    if (kind === 'title') {
      titles.add(phrase);
      const role = phrases.get(phrase);
      if (role && role.kind !== 'title' && row.sector && row.sector !== role.sector) phrases.set(phrase, { ...role, asTitle: row.sector });
      if (role) continue;
    }
    const note = row.note ?? '';
    const weak = /\b(weak|state|equipment|ethnic|faith|again)\b/.test(note);
    const entry = {
      sector: row.sector ?? '',
      kind,
      weak,
      again: /\bagain\b/.test(note),
      equipment: /\bequipment\b/.test(note),
      asTitle: undefined,
    };
    const have = phrases.get(phrase);
    if (!have) phrases.set(phrase, entry);
    else if (have.kind === 'title')
      phrases.set(phrase, have.sector && have.sector !== entry.sector ? { ...entry, asTitle: have.sector } : entry);
    if (row.plural) phrases.set(row.plural.toLowerCase(), entry);
  }
}

const RANKS: Readonly<Record<string, number>> = { state: 0, government: 1, foreign: 2, defence: 3, other: 4 };

/** Words of offices that are no phrases yet become some. */
function addOfficeWords(knowledge: Knowledge, phrases: Map<string, RoleEntry>): void {
  for (const row of knowledge.list('office-types'))
    for (const words of wordsOf(row))
      if (!phrases.has(words))
        phrases.set(words, { sector: sectorOf(row), kind: 'role', weak: false, again: false, equipment: false, asTitle: undefined });
}

const wordsOf = (row: Row): readonly string[] =>
  (row.words ?? '')
    .toLowerCase()
    .split('|')
    .filter((w) => w !== '');
const sectorOf = (row: Row): string => row.sector ?? 'GOV';

/** The kinds of offices that the list has. */
export function officeTypes(knowledge: Knowledge): OfficeTypes {
  const named = new Map<string, string[]>();
  const sectors = new Map<string, string>();
  const ranks = new Map<string, number>();
  const single = new Set<string>();
  for (const row of knowledge.list('office-types')) {
    const id = row.id ?? '';
    const rank = RANKS[row.head ?? 'other'] ?? 4;
    sectors.set(id, sectorOf(row));
    ranks.set(id, rank);
    if (rank < 4 || row.head === 'single') single.add(id);
    for (const words of wordsOf(row)) addUnder(named, words, id);
  }
  sortByRank(named, ranks, knowledge);
  return { named, sectors, ranks, single };
}

/** Of "president" the office of states comes before that of lands that few recognise. */
function sortByRank(named: ReadonlyMap<string, string[]>, ranks: ReadonlyMap<string, number>, knowledge: Knowledge): void {
  const held = new Map<string, number>();
  for (const { office = '' } of knowledge.list('offices')) held.set(office, (held.get(office) ?? 0) + 1);
  for (const ids of named.values())
    ids.sort((a, b) => (ranks.get(a) ?? 4) - (ranks.get(b) ?? 4) || (held.get(b) ?? 0) - (held.get(a) ?? 0));
}

/** A word that phrases hang on: all the words of its phrases, and what it is by itself. */
export interface RoleHead {
  readonly words: Set<string>;
  readonly alone: RoleEntry | undefined;
}

/** The words that a phrase may hang on: its last, or one before "of", whole and in the parts that marks cut it into. */
function headWords(phrases: ReadonlyMap<string, RoleEntry>): WordMap<RoleHead> {
  const heads = wordMap<RoleHead>();
  const enter = (phrase: string): void => {
    const parts = phrase.split(/[^\p{L}\p{N}]+/u);
    for (const word of [phrase.split(' ').pop() ?? '', parts[parts.length - 1] ?? '']) {
      const head = heads.get(word) ?? { words: new Set<string>(), alone: phrases.get(word) };
      for (const part of parts) head.words.add(part);
      heads.set(word, head);
    }
  };
  for (const phrase of phrases.keys()) {
    enter(phrase);
    for (let of = phrase.indexOf(' of '); of >= 0; of = phrase.indexOf(' of ', of + 1)) enter(phrase.slice(0, of));
  }
  return heads;
}
