import { wordMap } from '../../2-sentences/word-map.ts';
import { FIRST_CHAR, type FitsAt, fittingRules, OTHER } from './fitting.ts';
import { type Holidays, readHolidays } from './holiday-names.ts';
import { compilePattern, literalsOf } from './pattern.ts';
import { TIME_RULES } from './rules/index.ts';
import type { Shape, TimeToken } from './tokens.ts';
import { type LexiconRow, needsCapital, readMeanings, type TimeWord, type TimeWords } from './words.ts';

/** A day known by what happened on it ("the Sept. 11 attacks"). */
export interface NamedDay {
  /** `09-11` */
  readonly monthDay: string;
  readonly year: number;
  readonly words: ReadonlySet<string>;
}

/** What `findTimes` knows of the language: the words, the holidays, and the rules compiled over them. */
export interface TimeLexicon {
  readonly words: TimeWords;
  readonly holidays: Holidays;
  readonly namedDays: readonly NamedDay[];
  /** The code of the character that stands for a token in the patterns. */
  readonly codeOf: (token: TimeToken) => number;
  /** The rules that fit the characters from a place on, of one length in the order of `rules/index.ts`. */
  readonly fitsAt: FitsAt;
}

/** The tables `times-words.tsv`, `times-holidays.tsv` and `times-days.tsv`, row by row. */
export interface TimeTables {
  readonly words: readonly LexiconRow[];
  readonly holidays: readonly LexiconRow[];
  readonly days: readonly LexiconRow[];
}

/** The kinds of tokens that are told by their shape. */
const SHAPE_KINDS: Readonly<Record<Shape, readonly string[]>> = {
  day: ['DAY', 'NUM', 'YY'],
  short: ['NUM', 'YY'],
  year: ['YEAR', 'NUM'],
  number: ['NUM'],
  ordinal: ['DAY', 'ORDINAL'],
  clock: ['CLOCK'],
  iso: ['ISO'],
  slashed: ['SLASHED'],
  decade: ['DECADE'],
  ampm: ['AMPM'],
  yy: ['APOSTROPHEYEAR'],
  holiday: ['HOLIDAY'],
  spoken: ['YEAR'],
};

/** Builds the lexicon from its tables; do it once and pass it to every call. */
export function timeLexicon(tables: TimeTables): TimeLexicon {
  const meanings = readMeanings(tables.words);
  const chars = new Map<string, string>();
  const kinds = new Map<string, string[]>();
  const add = (word: string): string => {
    const known = chars.get(word);
    if (known) return known;
    const char = String.fromCharCode(FIRST_CHAR + chars.size);
    chars.set(word, char);
    return char;
  };
  const addKind = (kind: string, char: string): void => {
    kinds.set(kind, [...(kinds.get(kind) ?? []), char]);
  };
  for (const [shape, list] of Object.entries(SHAPE_KINDS)) for (const kind of list) addKind(kind, add(`#${shape}`));
  for (const [word, kindsOf] of meanings) for (const kind of kindsOf.keys()) addKind(kind.toUpperCase(), add(word));
  const literals = new Set(TIME_RULES.flatMap((rule) => literalsOf(rule.pattern)));
  for (const literal of literals) add(literal);

  const alphabet = { charOf: (word: string) => chars.get(word) ?? '', charsOf: (kind: string) => kinds.get(kind)?.join('') ?? '' };
  const nothing: ReadonlyMap<string, string> = new Map();
  const words = wordMap<TimeWord>();
  for (const word of [...meanings.keys(), ...literals]) {
    const own = meanings.get(word) ?? nothing;
    const isNumber = word === 'a' || own.has('number');
    words.set(word, { meanings: own, code: add(word).charCodeAt(0), isNumber, needsCapital: needsCapital(own) && !literals.has(word) });
  }
  const shaped = new Map(Object.keys(SHAPE_KINDS).map((shape) => [shape, chars.get(`#${shape}`)?.charCodeAt(0) ?? OTHER]));
  return {
    words,
    holidays: readHolidays(tables.holidays),
    namedDays: readNamedDays(tables.days),
    codeOf: ({ shape, known, capital }) => {
      if (shape) return shaped.get(shape) ?? OTHER;
      return known === undefined || (known.needsCapital && !capital) ? OTHER : known.code;
    },
    fitsAt: fittingRules(TIME_RULES.map((rule) => ({ rule, compiled: compilePattern(rule.pattern, alphabet) }))),
  };
}

function readNamedDays(rows: readonly LexiconRow[]): readonly NamedDay[] {
  return rows.flatMap(({ date, words }) => {
    const found = /^(\d{4})-(\d{2}-\d{2})$/.exec(date ?? '');
    return found?.[2] && words ? [{ monthDay: found[2], year: Number(found[1]), words: new Set(words.split('|')) }] : [];
  });
}
