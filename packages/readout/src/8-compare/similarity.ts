/** How alike two reports are as reports of one happening: names and numbers, pairs of words, leads, entities, and acts with their parties. */
import { daysBetween, type Traits } from './traits.ts';
import { cosine, documentFrequency, tfidf, type Vector } from './vectors.ts';

export interface Weights {
  readonly names: number;
  readonly pairs: number;
  readonly lead: number;
  readonly entities: number;
  readonly acts: number;
}

/** Chosen on ECB+ and BASIL development reports (docs/compare.md); they sum to 1. */
export const WEIGHTS: Weights = { names: 0.5, pairs: 0.25, lead: 0.05, entities: 0.1, acts: 0.1 };

/** Days added before and after a report's own days; two reports whose days then meet can be of the same happening. */
export const WINDOW_DAYS = 2;

export interface Weighted {
  readonly traits: Traits;
  readonly names: Vector;
  readonly pairs: Vector;
  readonly lead: Vector;
  readonly entities: Vector;
}

/** Reports with their weighted words, rare ones among these reports most. */
export function weigh(block: readonly Traits[]): readonly Weighted[] {
  const n = block.length;
  const nameDf = documentFrequency(block.map((t) => t.names));
  const pairDf = documentFrequency(block.map((t) => t.pairs));
  const leadDf = documentFrequency(block.map((t) => t.lead));
  const entityDf = documentFrequency(block.map((t) => t.entities));
  return block.map(
    (traits): Weighted => ({
      traits,
      names: tfidf(traits.names, nameDf, n),
      pairs: tfidf(traits.pairs, pairDf, n),
      lead: tfidf(traits.lead, leadDf, n),
      entities: tfidf(traits.entities, entityDf, n),
    }),
  );
}

/** How alike two reports are, 0 to 1, whatever their days. */
export function likenessOf(a: Weighted, b: Weighted, weights: Weights = WEIGHTS): number {
  return (
    weights.names * cosine(a.names, b.names) +
    weights.pairs * cosine(a.pairs, b.pairs) +
    weights.lead * cosine(a.lead, b.lead) +
    weights.entities * cosine(a.entities, b.entities) +
    weights.acts * shared(a.traits.acts, b.traits.acts)
  );
}

/** Similarity by index, 0 to 1, over reports of one block; `undefined` where the days do not meet. */
export function similarities(block: readonly Traits[], weights: Weights = WEIGHTS): (i: number, j: number) => number | undefined {
  const weighted = weigh(block);
  return (i, j) => {
    const a = weighted[i];
    const b = weighted[j];
    return a && b && daysMeet(a.traits, b.traits) ? likenessOf(a, b, weights) : undefined;
  };
}

/** Whether the days of two reports come within the window; a report without days meets all. */
export function daysMeet(a: Traits, b: Traits, window = 2 * WINDOW_DAYS): boolean {
  if (!a.days || !b.days) return true;
  if (a.days.first <= b.days.last && b.days.first <= a.days.last) return true;
  return a.days.last < b.days.first ? daysBetween(a.days.last, b.days.first) <= window : daysBetween(b.days.last, a.days.first) <= window;
}

/** Shared part of the smaller set. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const small = Math.min(a.size, b.size);
  if (small === 0) return 0;
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n / small;
}
