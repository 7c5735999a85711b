import { shapeToken, type TimeToken } from './tokens.ts';
import type { LexiconRow } from './words.ts';

/** A holiday's name in lower-case words and the rule for its day (see `times-holidays.tsv`). */
export interface Holiday {
  readonly words: readonly string[];
  readonly rule: string;
}

/** Holidays by the first word of their name, longest names first. */
export type Holidays = ReadonlyMap<string, readonly Holiday[]>;

/** The rows of `times-holidays.tsv` (columns `name rule`). */
export function readHolidays(rows: readonly LexiconRow[]): Holidays {
  const holidays = new Map<string, Holiday[]>();
  for (const { name, rule } of rows) {
    const words = name?.match(/'?[a-zà-ɏ]+|[-.]/g);
    const first = words?.[0];
    if (!words || !first || !rule) continue;
    const list = holidays.get(first) ?? [];
    list.push({ words, rule });
    list.sort((a, b) => b.words.length - a.words.length);
    holidays.set(first, list);
  }
  return holidays;
}

/** The first holiday whose words stand from a token on. */
function holidayAt(tokens: readonly TimeToken[], at: number, holidays: readonly Holiday[] | undefined): Holiday | undefined {
  return holidays?.find(({ words }) => words.every((word, offset) => tokens[at + offset]?.word === word));
}

/** Joins the tokens of a holiday's name to one token of the shape `holiday`, whose `word` is the holiday's rule. */
export function joinHolidayNames(tokens: readonly TimeToken[], holidays: Holidays): readonly TimeToken[] {
  let joined: TimeToken[] | undefined;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as TimeToken;
    const holiday = token.capital ? holidayAt(tokens, at, holidays.get(token.word)) : undefined;
    const last = holiday && tokens[at + holiday.words.length - 1];
    if (last) {
      joined ??= tokens.slice(0, at);
      joined.push(shapeToken(token.start, last.end, holiday.rule, 'holiday', token.number, token.capital));
    } else joined?.push(token);
    at += holiday?.words.length ?? 1;
  }
  return joined ?? tokens;
}
