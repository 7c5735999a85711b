import { type Holidays, readHolidays } from './holiday-names.ts';
import { type CompiledPattern, compilePattern, literalsOf } from './pattern.ts';
import type { TimeRule } from './rule.ts';
import { TIME_RULES } from './rules/index.ts';
import type { Shape, TimeToken } from './tokens.ts';
import { type LexiconRow, needsCapital, readMeanings, type TimeWord, type TimeWords } from './words.ts';

/** A rule with its compiled pattern. */
export interface CompiledRule extends TimeRule {
  readonly regexp: RegExp;
  /** Whether it fits at all. */
  readonly quick: RegExp;
}

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
  /** The character that stands for a token in the patterns. */
  readonly charOf: (token: TimeToken) => string;
  /** The rules that can begin with a character that another stands behind, in the order of `rules/index.ts`. */
  readonly rulesAt: (first: number, second: number) => readonly CompiledRule[];
}

/** The tables `times-words.tsv`, `times-holidays.tsv` and `times-days.tsv`, row by row. */
export interface TimeTables {
  readonly words: readonly LexiconRow[];
  readonly holidays: readonly LexiconRow[];
  readonly days: readonly LexiconRow[];
}

/** The characters that stand for words begin here, beyond those of any pattern. */
const FIRST_CHAR = 0x4e00;

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
  const words = new Map<string, TimeWord>();
  for (const word of [...meanings.keys(), ...literals]) {
    const own = meanings.get(word) ?? nothing;
    const isNumber = word === 'a' || own.has('number');
    words.set(word, { meanings: own, char: add(word), isNumber, needsCapital: needsCapital(own) && !literals.has(word) });
  }
  const shaped = new Map(Object.keys(SHAPE_KINDS).map((shape) => [shape, chars.get(`#${shape}`) ?? ' ']));
  return {
    words,
    holidays: readHolidays(tables.holidays),
    namedDays: readNamedDays(tables.days),
    charOf: ({ shape, known, capital }) => {
      if (shape) return shaped.get(shape) ?? ' ';
      return known === undefined || (known.needsCapital && !capital) ? ' ' : known.char;
    },
    rulesAt: rulesByPair(TIME_RULES.map((rule) => ({ rule, compiled: compilePattern(rule.pattern, alphabet) }))),
  };
}

/** Most pairs of words begin nothing, so the rules of a pair are looked out once, among those of its first word. */
function rulesByPair(rules: readonly { rule: TimeRule; compiled: CompiledPattern }[]): TimeLexicon['rulesAt'] {
  const all = rules.map(({ rule, compiled }) => {
    const { regexp, quick } = compiled;
    return { compiled, entry: { id: rule.id, pattern: rule.pattern, read: rule.read, regexp, quick } };
  });
  const byPair: (readonly CompiledRule[])[][] = [];
  const byFirst: (typeof all)[] = [];
  // The character of a word that no pattern names is number 0.
  const numberOf = (char: number): number => Math.max(0, char - FIRST_CHAR + 1);
  return (first, second) => {
    const one = numberOf(first);
    let found = byPair[one]?.[numberOf(second)];
    if (!found) {
      byFirst[one] ??= all.filter((r) => r.compiled.first.has(String.fromCharCode(first)));
      const next = String.fromCharCode(second);
      found = byFirst[one].filter((r) => r.compiled.single || r.compiled.second.has(next)).map((r) => r.entry);
      byPair[one] ??= [];
      byPair[one][numberOf(second)] = found;
    }
    return found;
  };
}

function readNamedDays(rows: readonly LexiconRow[]): readonly NamedDay[] {
  return rows.flatMap(({ date, words }) => {
    const found = /^(\d{4})-(\d{2}-\d{2})$/.exec(date ?? '');
    return found?.[2] && words ? [{ monthDay: found[2], year: Number(found[1]), words: new Set(words.split('|')) }] : [];
  });
}
