import { mapped } from '../../2-sentences/mapped.ts';
import type { Span } from '../../model/span.ts';
import type { TimeExpression } from '../../model/time.ts';
import { type Day, pad, readIsoDay } from './calendar.ts';
import { completeTimes } from './complete-times.ts';
import { directionAround } from './direction.ts';
import { type Fit, OTHER } from './fitting.ts';
import { joinHolidayNames } from './holiday-names.ts';
import type { TimeLexicon } from './lexicon.ts';
import type { Period } from './period.ts';
import type { Direction, Match, PlacedReading, Reading, TimeContext } from './rule.ts';
import { joinSpokenNumbers } from './spoken-numbers.ts';
import { readTokens, type TimeToken } from './tokens.ts';

/** What `findTimes` is told beside the text. */
export interface FindTimesOptions {
  readonly lexicon: TimeLexicon;
  /** ISO date, with or without a time of day: relative expressions count from it. Absent: they have XXXX values. */
  readonly publishedAt?: string;
  /** Stretches to read no time in: names such as "Sunday Times". */
  readonly skip?: readonly Span[];
  /** The tense of the clause around an offset. Absent or undefined: cue words decide. */
  readonly tense?: (offset: number) => 'past' | 'present' | 'future' | undefined;
}

/**
 * The time expressions of a text with their TIMEX3 types and values (TimeML 1.2.1 annotation guidelines), in order and
 * without overlap. At each token the longest rule that reads its words as a time wins, of equals the first in
 * `rules/index.ts`. Never throws; a `publishedAt` that is no ISO date counts as absent.
 */
export function findTimes(text: string, options: FindTimesOptions): readonly TimeExpression[] {
  const { lexicon } = options;
  const tokens = joinHolidayNames(joinSpokenNumbers(readTokens(text, lexicon.words, options.skip)), lexicon.holidays);
  const published = readIsoDay(options.publishedAt ?? '');
  const readings = readAll(text, tokens, published, options);
  return mapped(completeTimes(readings, text, tokens, published), ({ from, to, type, value, basis }, index) => ({
    id: `t${index + 1}`,
    span: { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 },
    type,
    value,
    basis,
  }));
}

function readAll(
  text: string,
  tokens: readonly TimeToken[],
  published: Day | undefined,
  options: FindTimesOptions,
): readonly PlacedReading[] {
  const { lexicon } = options;
  const shape = shapeOf(tokens, lexicon);
  const readings: PlacedReading[] = [];
  let mentioned: { readonly period: Period; readonly offset: number } | undefined;
  let at = 0;
  const context: TimeContext = {
    text,
    tokens,
    published,
    get mentioned() {
      return mentioned && (tokens[at]?.start ?? 0) - mentioned.offset < MEMORY ? mentioned.period : undefined;
    },
    direction: (match) => directionOf(match, tokens, options),
    namedYear: (month, day, words) => namedYear(lexicon, month, day, words),
    is: (token, kind) => token?.known?.meanings.has(kind) ?? false,
  };
  while (at < tokens.length) {
    // Most words are no word of any time.
    const best = shape.charCodeAt(at) === OTHER ? undefined : readAt(lexicon.fitsAt(shape, at), at, context);
    if (!best) {
      at += 1;
      continue;
    }
    readings.push(...best.readings);
    for (const { period } of best.readings) if (period) mentioned = { period, offset: tokens[at]?.start ?? 0 };
    at = best.to;
  }
  return readings;
}

/** The characters that stand for the tokens; so many at a time, since a call takes no more. */
function shapeOf(tokens: readonly TimeToken[], { codeOf }: TimeLexicon): string {
  let shape = '';
  for (let from = 0; from < tokens.length; from += 4096) shape += String.fromCharCode(...tokens.slice(from, from + 4096).map(codeOf));
  return shape;
}

/** How far back (in characters) "that day" looks: some three sentences. */
const MEMORY = 500;

/** What the longest rule that reads the tokens from `at` on makes of them, and the token after it. */
function readAt(
  fits: readonly Fit[],
  at: number,
  context: TimeContext,
): { readonly readings: readonly PlacedReading[]; readonly to: number } | undefined {
  for (const fit of fits) {
    const match = matchOf(at, fit, context.tokens);
    const read = fit.rule.read(match, context);
    if (!read) continue;
    const list = 'type' in read ? [read] : read;
    const readings = list.map((reading) => placed(reading, match));
    const to = readings.at(-1)?.to;
    if (to !== undefined && to > at) return { readings, to };
  }
  return undefined;
}

/** A reading with its place, laid out one way: objects made by spreading have a hidden class each. */
function placed({ type, value, basis, period, from, to }: Reading, match: Match): PlacedReading {
  return { type, value, basis, period, from: from ?? match.from, to: to ?? match.to };
}

function matchOf(from: number, { length, groups }: Fit, tokens: readonly TimeToken[]): Match {
  const indexOf = (name: string): number | undefined => {
    const group = groups[name];
    return group && from + group[0];
  };
  const token = (name: string): TimeToken | undefined => {
    const index = indexOf(name);
    return index === undefined ? undefined : tokens[index];
  };
  const meaning = (name: string, kind: string): string | undefined => token(name)?.known?.meanings.get(kind);
  return {
    from,
    to: from + length,
    indexOf,
    token,
    meaning,
    number: (name) => {
      const number = token(name)?.number ?? meaning(name, 'ordinal');
      return number === undefined ? undefined : Number(number);
    },
  };
}

function directionOf(match: Match, tokens: readonly TimeToken[], options: FindTimesOptions): Direction | undefined {
  const tense = options.tense?.(tokens[match.from]?.start ?? 0);
  if (tense === 'past' || tense === 'future') return tense;
  return directionAround(tokens, match);
}

function namedYear(lexicon: TimeLexicon, month: number, day: number, words: readonly string[]): number | undefined {
  const monthDay = `${pad(month)}-${pad(day)}`;
  return lexicon.namedDays.find((named) => named.monthDay === monthDay && words.some((word) => named.words.has(word)))?.year;
}
