/**
 * Every name the knowledge holds, as a tree of word forms, so that a sentence is searched in one pass. A reading says what the words
 * may stand for; choosing among several readings is the work of names.ts.
 */
import { type WordMap, wordMap } from '../../2-sentences/word-map.ts';
import type { Knowledge } from '../../knowledge.ts';
import { asReading, type Known, type Reading } from './gazetteer-rows.ts';
import type { Listed } from './listed.ts';
import { partyWords, readBodies } from './listed-bodies.ts';
import { readPersons } from './listed-persons.ts';
import { readPlaces, readStates } from './listed-states.ts';
import { type Cutting, nameTree } from './name-tree.ts';
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
  /** The state of a part by a short form that names it only beside something else ("Ore.", "TX"). */
  ofShortPart(form: string): string | undefined;
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

/** Builds the gazetteer; `cutting`: how the engine cuts names. */
export function buildGazetteer(knowledge: Knowledge, cutting: Cutting): Gazetteer {
  const everywhere = new Set(knowledge.list('known-names').map((row) => row.entity ?? ''));
  const { tree, known, surnames, shortParts } = readLists(knowledge, cutting, everywhere);
  const famous = famousSurnames(knowledge);
  const common = new Set(knowledge.list('common-names').map((row) => row.person ?? ''));
  const parties = partyWords(knowledge);
  return {
    match: tree.match,
    surname: (name) => surnames.get(name) ?? [],
    wellKnown(name, day) {
      const bearer = famous.get(name);
      return bearer && (day === undefined || bearer.start <= day) ? bearer.person : undefined;
    },
    transliterated: transliterations(knowledge),
    ofShortPart: (form) => shortParts.get(form),
    known: (id) => known.get(id),
    isPartyWord: (word) => parties.has(word),
    wellKnownName: (id) => everywhere.has(id),
    bodyOf: stateBodies(knowledge),
    isCommonName: (person) => common.has(person),
    ...officeTerms(knowledge),
  };
}

/** All lists of names. Their order matters: the first that knows an id tells of it, and places and publishers get only the names that are free. */
function readLists(knowledge: Knowledge, cutting: Cutting, wellKnown: ReadonlySet<string>): Listed {
  const tree = nameTree<Reading>(cutting, (a, b) => a.entity === b.entity && a.kind === b.kind && a.state === b.state);
  const listed: Listed = { tree, known: new Map(), surnames: new Map(), shortParts: new Map() };
  readStates(listed, knowledge);
  readPlaces(listed, knowledge);
  readPersons(listed, knowledge);
  readBodies(listed, knowledge, wellKnown);
  for (const row of knowledge.lexicon('no-names'))
    tree.add(row.name ?? '', asReading({ entity: '', kind: 'none', entityKind: 'place', context: [] }));
  return listed;
}

/** Who is meant by a surname alone, from which day on. */
function famousSurnames(knowledge: Knowledge): WordMap<{ readonly person: string; readonly start: string }> {
  const famous = wordMap<{ readonly person: string; readonly start: string }>();
  for (const row of knowledge.list('known-surnames')) famous.set(row.surname ?? '', { person: row.person ?? '', start: row.start ?? '' });
  return famous;
}
