import type { TimeExpression } from '../../../packages/readout/src/model/time.ts';

/** A time expression of the gold annotation or of a system. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

/** Precision, recall and F1 in percent. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export type TimexScores = Readonly<Record<'strict' | 'relaxed' | 'type' | 'value', Score>>;

/** A timex of what `findTimes` returns. */
export function timexOf({ span, type, value }: TimeExpression): Timex {
  return { ...span, type, value };
}

/**
 * TempEval-3 scores (UzZaman et al. 2013): strict is the same span; relaxed any overlap, one to one, the longest overlap
 * first; type and value count the relaxed matches that have the right one.
 */
export function scoreTimexes(documents: readonly { readonly gold: readonly Timex[]; readonly found: readonly Timex[] }[]): TimexScores {
  const count = { gold: 0, found: 0, strict: 0, relaxed: 0, type: 0, value: 0 };
  for (const { gold, found } of documents) {
    count.gold += gold.length;
    count.found += found.length;
    for (const [a, b] of pairsOf(gold, found)) {
      count.relaxed += 1;
      count.strict += a.start === b.start && a.end === b.end ? 1 : 0;
      count.type += a.type === b.type ? 1 : 0;
      count.value += a.value === b.value ? 1 : 0;
    }
  }
  const score = (right: number): Score => {
    const precision = count.found === 0 ? 0 : right / count.found;
    const recall = count.gold === 0 ? 0 : right / count.gold;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
  };
  return { strict: score(count.strict), relaxed: score(count.relaxed), type: score(count.type), value: score(count.value) };
}

/** Overlapping pairs, one to one, the longest overlap first. */
export function pairsOf(gold: readonly Timex[], found: readonly Timex[]): readonly (readonly [Timex, Timex])[] {
  const candidates = gold
    .flatMap((a) => found.map((b) => ({ a, b, overlap: Math.min(a.end, b.end) - Math.max(a.start, b.start) })))
    .filter(({ overlap }) => overlap > 0)
    .sort((x, y) => y.overlap - x.overlap);
  const used = new Set<Timex>();
  return candidates.flatMap(({ a, b }) => {
    if (used.has(a) || used.has(b)) return [];
    used.add(a).add(b);
    return [[a, b] as const];
  });
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
