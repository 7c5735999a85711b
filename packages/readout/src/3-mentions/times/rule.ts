import type { TimeType } from '../../model/time.ts';
import type { Day } from './calendar.ts';
import type { Period } from './period.ts';
import type { TimeToken } from './tokens.ts';

/** Where an event lies, seen from the day of publication. */
export type Direction = 'past' | 'future';

/** What the words of a match stand for. */
export interface Reading {
  readonly type: TimeType;
  readonly value: string;
  readonly basis: 'known' | 'implied';
  /** The first token and the one after the last, where the expression is not the whole match. */
  readonly from?: number;
  readonly to?: number;
  /** The period it resolves to: what "that day" and "two weeks later" after it count from. */
  readonly period?: Period | undefined;
}

/** A reading with its place among the tokens. */
export interface PlacedReading extends Reading {
  readonly from: number;
  readonly to: number;
}

/** A stretch of tokens that fits a pattern. */
export interface Match {
  /** Index of the first token and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The token of a name in the pattern; undefined when that part is absent. */
  readonly token: (name: string) => TimeToken | undefined;
  /** Its index. */
  readonly indexOf: (name: string) => number | undefined;
  /** What the token's word means as a kind. */
  readonly meaning: (name: string, kind: string) => string | undefined;
  /** The token's number, of digits or of the kinds `number` and `ordinal`. */
  readonly number: (name: string) => number | undefined;
}

/** What a rule may look at beside its match. */
export interface TimeContext {
  readonly text: string;
  readonly tokens: readonly TimeToken[];
  /** The day of publication. */
  readonly published: Day | undefined;
  /** The period mentioned last before here, when it lies at most a few sentences back. */
  readonly mentioned: Period | undefined;
  /** Which way the words around point; undefined when they do not say. */
  readonly direction: (match: Match) => Direction | undefined;
  /** The year of the day named by its month and day and what happened on it ("the Sept. 11 attacks"). */
  readonly namedYear: (month: number, day: number, words: readonly string[]) => number | undefined;
  /** Whether a token's word is of a kind in the lexicon. */
  readonly is: (token: TimeToken | undefined, kind: string) => boolean;
}

/** One kind of time expression: a pattern over tokens and what it means. */
export interface TimeRule {
  readonly id: string;
  readonly pattern: string;
  /** Undefined when the words are no time after all. */
  readonly read: (match: Match, context: TimeContext) => Reading | readonly Reading[] | undefined;
}

/** A reading that is a period of the calendar. */
export function dated(period: Period, value: string, basis: 'known' | 'implied', rest: Partial<Reading> = {}): Reading {
  return { type: 'DATE', value, basis, period, ...rest };
}
