/**
 * Which rules fit the words at a place, over the characters that stand for them (`pattern.ts`). Most pairs of words begin nothing, so the rules of a pair are
 * looked out once; and the same few words come again and again ("in 2010", ", the"), so what fits them is found once too.
 */
import type { CompiledPattern } from './pattern.ts';
import type { TimeRule } from './rule.ts';

/** A rule that fits: how many tokens it takes, and the places of its named parts among them. */
export interface Fit {
  readonly rule: TimeRule;
  readonly length: number;
  readonly groups: Readonly<Record<string, readonly [number, number] | undefined>>;
}

/** What fits from a place of a shape on, the longest first, of equals the first of the rules. */
export type FitsAt = (shape: string, at: number) => readonly Fit[];

interface Compiled {
  readonly rule: TimeRule;
  readonly compiled: CompiledPattern;
}

/** The character of a word that no pattern names. */
export const OTHER = 32;

/** The characters that stand for words begin here, beyond those of any pattern. */
export const FIRST_CHAR = 0x4e00;

/** Runs of words whose rules are kept; then all are forgotten. */
const MOST_RUNS = 4096;

const NONE: readonly Fit[] = [];

/** The rules in their order, as they are asked for. */
export function fittingRules(rules: readonly Compiled[]): FitsAt {
  const rulesAt = rulesByPair(rules);
  // No rule looks further than its own words, nor over a word that no pattern names.
  const reach = Math.max(...rules.map((r) => r.compiled.most));
  const kept = new Map<string, readonly Fit[]>();
  return (shape, at) => {
    const first = shape.charCodeAt(at);
    if (first === OTHER) return NONE;
    const some = rulesAt(first, at + 1 < shape.length ? shape.charCodeAt(at + 1) : OTHER);
    if (some.length === 0) return NONE;
    let end = at + 1;
    while (end < shape.length && end < at + reach && shape.charCodeAt(end) !== OTHER) end++;
    const run = shape.slice(at, end);
    let fits = kept.get(run);
    if (!fits) {
      fits = fitsOf(some, run);
      if (kept.size >= MOST_RUNS) kept.clear();
      kept.set(run, fits);
    }
    return fits;
  };
}

function fitsOf(rules: readonly Compiled[], run: string): readonly Fit[] {
  const fits = rules.flatMap(({ rule, compiled }): Fit[] => {
    const exec = compiled.regexp.exec(run);
    return exec ? [{ rule, length: exec[0].length, groups: exec.indices?.groups ?? {} }] : [];
  });
  return fits.length === 0 ? NONE : fits.sort((a, b) => b.length - a.length);
}

function rulesByPair(all: readonly Compiled[]): (first: number, second: number) => readonly Compiled[] {
  const byPair: (readonly Compiled[])[][] = [];
  const byFirst: (readonly Compiled[])[] = [];
  // The character of a word that no pattern names is number 0.
  const numberOf = (char: number): number => Math.max(0, char - FIRST_CHAR + 1);
  return (first, second) => {
    const one = numberOf(first);
    let found = byPair[one]?.[numberOf(second)];
    if (!found) {
      byFirst[one] ??= all.filter((r) => r.compiled.first.has(String.fromCharCode(first)));
      const next = String.fromCharCode(second);
      found = byFirst[one].filter((r) => r.compiled.single || r.compiled.second.has(next));
      byPair[one] ??= [];
      byPair[one][numberOf(second)] = found;
    }
    return found;
  };
}
