/** Weighted words as sparse vectors. */

export type Vector = ReadonlyMap<string, number>;

/** How many of the counted things have each key. */
export function documentFrequency(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const df = new Map<string, number>();
  for (const counts of all) for (const key of counts.keys()) df.set(key, (df.get(key) ?? 0) + 1);
  return df;
}

/** Reports that a small block is thought to stand among: in a block of three a word that all share is not yet a common word. */
const AMONG = 100;

/** tf-idf of unit length: (1 + ln tf) · ln(1 + (N + 100) / df). */
export function tfidf(counts: ReadonlyMap<string, number>, df: ReadonlyMap<string, number>, n: number): Vector {
  const vector = new Map<string, number>();
  let square = 0;
  for (const key of [...counts.keys()].sort()) {
    const weight = (1 + Math.log(counts.get(key) ?? 1)) * Math.log(1 + (n + AMONG) / (df.get(key) ?? 1));
    vector.set(key, weight);
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (const [key, weight] of vector) vector.set(key, weight / length);
  return vector;
}

/** Cosine of two vectors of unit length. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}
