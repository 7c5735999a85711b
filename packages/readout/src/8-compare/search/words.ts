/**
 * What a search knows of words and names, from the knowledge: spellings, synonyms, short forms of first names, words that are part of many names,
 * other names of who and what is known, and who held which office when.
 */
import { wordSets } from '../../2-sentences/word-sets.ts';
import { addUnder } from '../../add-under.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { contentWords, stemOf, type Word } from '../words.ts';

/** Words by which the holder of an office may be named: "Secretary-General" with one of the names of the United Nations. */
export interface Office {
  readonly words: readonly string[];
  /** Names of the state or the organisation, its adjectives among them. */
  readonly of: readonly string[];
  /** Whether it is of a head of state or government: texts that name no day may mean any holder. */
  readonly isHead: boolean;
  /** Whether it is of an organisation. */
  readonly isBody: boolean;
}

export interface SearchWords {
  /** One stem for all spellings of a word. */
  canonical(stem: string): string;
  /** Words that may stand for this one, all as {@link singular} gives them. */
  like(word: string): ReadonlySet<string>;
  /** How strong two words of saying or doing are, 1 to 3, on the first scale that both are on. */
  strength(a: string, b: string): readonly [number, number] | undefined;
  /** First names, in lower case, that a short form stands for. */
  fullNames(short: string): ReadonlySet<string>;
  isGivenName(word: string): boolean;
  /** Whether a word is part of many names, and names nobody by itself: "University", "National". In any case. */
  isKind(word: string): boolean;
  /** Whether a word is an office before a surname, or a title. In any case, also with a point. */
  isOffice(word: string): boolean;
  /** Whether a word before an office says that it is not held now, or is a lesser one: "former", "deputy". In any case. */
  isNotNow(word: string): boolean;
  /** Whether words name a state, a region, a city or a union of states, or are an adjective of one. */
  isPlace(name: string): boolean;
  /** Whether a word says what part of a country something is: "Province". In any case. */
  isDivision(word: string): boolean;
  /** Whether a word begins the name of what happened somewhere: "War" in "War in Peru". In any case. */
  happensIn(word: string): boolean;
  /** Other names of a thing; without `name` itself. */
  aliases(name: string): readonly string[];
  /** Offices that a person holds on a day (all that are known, where there is no day). */
  offices(name: string, day: string | undefined): readonly Office[];
}

/** A search that knows no words. */
export const NO_WORDS: SearchWords = {
  canonical: (stem) => stem,
  like: () => new Set(),
  strength: () => undefined,
  fullNames: () => new Set(),
  isGivenName: () => false,
  isKind: () => false,
  isOffice: () => false,
  isNotNow: () => false,
  isPlace: () => false,
  isDivision: () => false,
  happensIn: () => false,
  aliases: () => [],
  offices: () => [],
};

const made = new WeakMap<Knowledge, SearchWords>();

/** The words of the knowledge, made once for each. */
export function searchWords(knowledge: Knowledge): SearchWords {
  const known = made.get(knowledge) ?? make(knowledge);
  made.set(knowledge, known);
  return known;
}

/** A name without case, accents, article and marks. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

const cells = (cell: string | undefined): readonly string[] => (cell ?? '').split('|').filter((x) => x !== '');
const stem = (word: string): string => stemOf(foldName(word).replaceAll(' ', ''));

function make(knowledge: Knowledge): SearchWords {
  const words = knowledge.lexicon('search-words');
  const spellings = new Map<string, string>();
  for (const { word = '', like } of words.filter((w) => w.kind === 'spelling'))
    for (const other of cells(like)) spellings.set(stem(other), stem(word));
  const canonical = (s: string): string => spellings.get(s) ?? s;
  const like = new Map<string, Set<string>>();
  for (const { word = '', like: others } of words.filter((w) => w.kind === 'synonym'))
    for (const other of cells(others)) {
      add(like, singular(word), singular(other));
      add(like, singular(other), singular(word));
    }
  const full = new Map<string, Set<string>>();
  for (const { word = '', like: others } of words.filter((w) => w.kind === 'nickname'))
    for (const other of cells(others)) add(full, word.toLowerCase(), other.toLowerCase());
  const kinds = new Set(knowledge.lexicon('name-kinds').map((r) => r.word ?? ''));
  const given = new Set(knowledge.list('given-names').map((r) => r.name ?? ''));
  const divisions = new Set(knowledge.lexicon('place-words').flatMap((r) => (r.kind === 'division' ? [(r.word ?? '').toLowerCase()] : [])));
  const sets = wordSets(knowledge.lexicon('word-sets'));
  const aliases = aliasesOf(knowledge);
  const none: ReadonlySet<string> = new Set();
  return {
    canonical,
    like: (word) => like.get(singular(word)) ?? none,
    strength: strengthsOf(knowledge),
    fullNames: (short) => full.get(short.toLowerCase()) ?? none,
    isGivenName: (word) => given.has(word),
    isKind: (word) => kinds.has(word.toLowerCase()),
    isOffice: (word) => sets['offices-before-names'].has(word.toLowerCase().replace(/\.$/, '')),
    isNotNow: (word) => sets['not-held-now'].has(word.toLowerCase()),
    isPlace: placesOf(knowledge),
    isDivision: (word) => divisions.has(word.toLowerCase()),
    happensIn: (word) => sets['happens-in'].has(word.toLowerCase()),
    aliases,
    offices: officesOf(knowledge),
  };
}

/** A noun in lower case without its ending of number and its marks: less than a stem, so that "armed" is not "arms". */
export function singular(word: string): string {
  const low = foldName(word).replaceAll(' ', '');
  if (low.length > 4 && low.endsWith('ies')) return `${low.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(low)) return low.slice(0, -2);
  return low.length > 3 && low.endsWith('s') && !/(?:ss|us|is)$/.test(low) ? low.slice(0, -1) : low;
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** Names of each row of the lists that name things; a name that several rows share gives the names of none. */
function aliasesOf(knowledge: Knowledge): SearchWords['aliases'] {
  const byName = new Map<string, readonly string[] | undefined>();
  const enter = ({ name = '', acronym, aliases }: Row): void => {
    const all = [name, ...cells(acronym), ...cells(aliases)].filter((n) => n !== '');
    for (const key of new Set(all.map(foldName))) {
      const had = byName.get(key);
      byName.set(key, byName.has(key) && had?.[0] !== name ? undefined : all);
    }
  };
  for (const list of ['persons', 'organisations', 'bodies', 'armed-groups', 'publishers', 'places']) knowledge.list(list).forEach(enter);
  const things = new Map<string, Set<string>>();
  for (const { name = '', aliases } of knowledge.list('things'))
    for (const n of [name, ...cells(aliases)]) for (const other of [name, ...cells(aliases)]) add(things, foldName(n), other);
  // A state that only its adjective names is named: "the Italian court".
  const adjectives = new Map<string, Set<string>>();
  for (const { name = '', state = '', kind } of knowledge.list('state-names')) if (kind === 'adjective') add(adjectives, state, name);
  for (const { name = '', state = '', kind = '' } of knowledge.list('state-names'))
    if (/^(?:name|short|official)$/.test(kind)) for (const other of adjectives.get(state) ?? []) add(things, foldName(name), other);
  return (name) => {
    const key = foldName(name);
    const all = [...(byName.get(key) ?? []), ...(things.get(key) ?? [])];
    return [...new Set(all)].filter((n) => foldName(n) !== key);
  };
}

function strengthsOf(knowledge: Knowledge): SearchWords['strength'] {
  const ranks = new Map<string, Map<string, number>>();
  for (const { scale = '', word = '', rank } of knowledge.lexicon('strengths')) {
    const own = ranks.get(stem(word)) ?? new Map<string, number>();
    ranks.set(stem(word), own.set(scale, Number(rank)));
  }
  return (a, b) => {
    const [ofA, ofB] = [ranks.get(stem(a)), ranks.get(stem(b))];
    for (const [scale, rank] of ofA ?? []) {
      const other = ofB?.get(scale);
      if (other !== undefined) return [rank, other];
    }
    return undefined;
  };
}

function placesOf(knowledge: Knowledge): SearchWords['isPlace'] {
  const names = new Set<string>();
  for (const { name = '', kind } of knowledge.list('state-names'))
    if (kind !== 'epithet' && kind !== 'relative' && kind !== 'seat' && kind !== 'code') names.add(foldName(name));
  for (const { name = '', aliases } of knowledge.list('places')) for (const n of [name, ...cells(aliases)]) names.add(foldName(n));
  for (const { name = '', kind = '' } of knowledge.list('organisations'))
    if (/^(?:igo|alliance|bloc)$/.test(kind)) names.add(foldName(name));
  return (name) => names.has(foldName(name));
}

function officesOf(knowledge: Knowledge): SearchWords['offices'] {
  const persons = new Map<string, Set<string>>();
  for (const { id = '', name = '', aliases } of knowledge.list('persons'))
    for (const n of [name, ...cells(aliases)]) add(persons, foldName(n), id);
  const held = new Map<string, Row[]>();
  for (const row of knowledge.list('offices')) addUnder(held, row.person ?? '', row);
  const types = new Map(knowledge.list('office-types').map((r) => [r.id ?? '', r]));
  const states = new Map<string, Set<string>>();
  for (const { name = '', state = '', kind = '' } of knowledge.list('state-names'))
    if (/^(?:name|short|official|adjective)$/.test(kind)) add(states, state, name);
  const organisations = new Map<string, readonly string[]>();
  for (const { id = '', name = '', acronym, aliases } of [...knowledge.list('organisations'), ...knowledge.list('bodies')])
    organisations.set(id, [name, ...cells(acronym), ...cells(aliases)]);
  return (name, day) =>
    [...(persons.get(foldName(name)) ?? [])].sort().flatMap((id) =>
      (held.get(id) ?? [])
        .filter(
          ({ start = '', end = '' }) =>
            day === undefined || ((start === '' || start <= day) && (end === '' || end >= day.slice(0, end.length))),
        )
        .flatMap(({ office = '', state = '', organisation = '' }): readonly Office[] => {
          const type = types.get(office);
          const words = [...new Set([office.replaceAll('-', ' '), ...cells(type?.words)])];
          const of = organisation === '' ? [...(states.get(state) ?? [])] : (organisations.get(organisation) ?? []);
          // "A senator" may be any of many.
          return of.length === 0 || (type?.head === 'many' && organisation === '')
            ? []
            : [
                {
                  words,
                  of,
                  isBody: organisation !== '',
                  isHead: organisation === '' && (type?.head === 'state' || type?.head === 'government'),
                },
              ];
        }),
    );
}

/** Letters behind a number that are an ending of its own ("7th") or a unit ("20m"): the number stands without them. */
const AFTER_NUMBER = /^(?:st|nd|rd|th|k|m|mm|mn|mln|bn|bln|tn|km|kg|pm|am|s)$/i;

/** Content words with one stem for all spellings; a number with letters behind it is one word ("76ers"). */
export function wordsOf(words: SearchWords, text: string, start?: number, end?: number): ReturnType<typeof contentWords> {
  const all: Word[] = [];
  for (const w of contentWords(text, start, end)) {
    const before = all.at(-1);
    if (before?.end === w.start && /^\p{N}+$/u.test(before.form) && /^\p{L}/u.test(w.form) && !AFTER_NUMBER.test(w.form))
      all[all.length - 1] = { stem: before.stem + w.stem, form: before.form + w.form, start: before.start, end: w.end };
    else all.push(w);
  }
  return all.map((w) => ({ ...w, stem: words.canonical(w.stem) }));
}
