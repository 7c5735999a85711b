/** How alike two reports are as reports of one happening: names and numbers, pairs of words, leads, entities, and acts with their parties. */
import { daysBetween, type Traits } from '../traits.ts';
import { Dense, Keys, type Vector } from './vectors.ts';

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

/** More than sums of a few products are off. */
const ROUNDING = 1e-9;

/** Of whose traits words are counted. */
const COUNTED = ['names', 'pairs', 'lead', 'entities'] as const;
type Counted = (typeof COUNTED)[number];

/** A report that lies on a scale: its traits, and the numbers of their keys there. */
export type Laid = { readonly traits: Traits } & { readonly [K in Counted]: Int32Array };

export interface Weighted {
  readonly traits: Traits;
  readonly names: Vector;
  readonly pairs: Vector;
  readonly lead: Vector;
  readonly entities: Vector;
  /** Among whose reports it was weighed; only what was weighed by one scale can be compared. */
  readonly scale: Scale;
}

/** Weighs the words of the reports that lie on it, rare ones among these reports most, and compares them. */
export class Scale {
  readonly #keys: { readonly [K in Counted]: Keys } = { names: new Keys(), pairs: new Keys(), lead: new Keys(), entities: new Keys() };
  readonly #open: { readonly [K in Counted]: Dense } = { names: new Dense(), pairs: new Dense(), lead: new Dense(), entities: new Dense() };
  #laid: Weighted | undefined;
  /** As much as the pairs of words of what is laid open can have in common with another's. */
  #most = 1;
  #reports = 0;

  /** Reports that lie on it. */
  get reports(): number {
    return this.#reports;
  }

  add(traits: Traits): Laid {
    this.#reports++;
    this.#laid = undefined;
    const numbers = (of: Counted): Int32Array => this.#keys[of].add(traits[of]);
    return { traits, names: numbers('names'), pairs: numbers('pairs'), lead: numbers('lead'), entities: numbers('entities') };
  }

  /** Takes off a report that was added; what was weighed of it can be compared no more. */
  remove(laid: Laid): void {
    this.#reports--;
    this.#laid = undefined;
    for (const of of COUNTED) this.#keys[of].remove(laid[of]);
  }

  /** A report that was added, weighed among those that lie here now. */
  weigh(laid: Laid): Weighted {
    const { traits } = laid;
    const vector = (of: Counted): Vector => this.#keys[of].tfidf(laid[of], traits[of], this.#reports);
    return { traits, names: vector('names'), pairs: vector('pairs'), lead: vector('lead'), entities: vector('entities'), scale: this };
  }

  /** See `likenessOf`. The first is laid open until another is, so that it is cheap to compare it with many. */
  likeness(a: Weighted, b: Weighted, weights: Weights, over: number): number {
    if (this.#laid !== a) {
      for (const of of COUNTED) this.#open[of].lay(a[of], this.#keys[of].size);
      this.#laid = a;
      this.#most = this.#keys.pairs.sharedLength(a.pairs);
    }
    // Pairs of words are most of a report, so they are looked at last and only where they can decide.
    const names = weights.names * this.#open.names.dot(b.names);
    const lead = weights.lead * this.#open.lead.dot(b.lead);
    const entities = weights.entities * this.#open.entities.dot(b.entities);
    const acts = weights.acts * shared(a.traits.acts, b.traits.acts);
    if (names + lead + entities + acts + weights.pairs * this.#most < over - ROUNDING) return Number.NEGATIVE_INFINITY;
    return names + weights.pairs * this.#open.pairs.dot(b.pairs) + lead + entities + acts;
  }

  /** For each report its likeness to all others together, without comparing pair by pair. */
  likenessToAll(all: readonly Weighted[], weights: Weights = WEIGHTS): readonly number[] {
    const sums = sharedWithAll(all.map((w) => w.traits.acts)).map((sum) => weights.acts * sum);
    this.#laid = undefined;
    for (const of of COUNTED) {
      const total = this.#open[of];
      total.clear(this.#keys[of].size);
      for (const w of all) total.add(w[of]);
      for (const [i, w] of all.entries()) {
        const self = w[of].weights.reduce((sum, x) => sum + x * x, 0);
        sums[i] = (sums[i] ?? 0) + weights[of] * (total.dot(w[of]) - self);
      }
    }
    return sums;
  }
}

/** Reports with their weighted words, rare ones among these reports most. */
export function weigh(block: readonly Traits[]): readonly Weighted[] {
  const scale = new Scale();
  const laid = block.map((t) => scale.add(t));
  return laid.map((l) => scale.weigh(l));
}

/**
 * How alike two reports are, 0 to 1, whatever their days; where that cannot be as much as `over`, it may be minus infinity. Of many pairs it is quickest
 * when the first stays the same.
 */
export function likenessOf(a: Weighted, b: Weighted, weights: Weights = WEIGHTS, over = 0): number {
  return a.scale.likeness(a, b, weights, over);
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

/** For each set, `shared` with every other, summed: sets of one size are counted together. */
function sharedWithAll(sets: readonly ReadonlySet<string>[]): number[] {
  const bySize = new Map<string, Map<number, number>>();
  for (const set of sets)
    for (const x of set) {
      const sizes = bySize.get(x) ?? new Map<number, number>();
      sizes.set(set.size, (sizes.get(set.size) ?? 0) + 1);
      bySize.set(x, sizes);
    }
  return sets.map((set) => {
    // Itself is among those counted, and shares all.
    let sum = set.size === 0 ? 0 : -1;
    for (const x of set) for (const [size, n] of bySize.get(x) ?? []) sum += n / Math.min(set.size, size);
    return sum;
  });
}
