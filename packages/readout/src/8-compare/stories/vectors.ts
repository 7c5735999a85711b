/** Weighted words as sparse vectors: keys numbered, so that two vectors are compared without looking up a string. */

/** Numbers of keys and their weights, in the order of the keys. */
export interface Vector {
  readonly keys: Int32Array;
  readonly weights: Float64Array;
}

/** Reports that a small block is thought to stand among: in a block of three a word that all share is not yet a common word. */
const AMONG = 100;

/** The keys of things within reach, each with a number that is given to another key when no thing has it any more. */
export class Keys {
  readonly #numbers = new Map<string, number>();
  /** By number: the key, and how many of the counted things have it. */
  readonly #keys: string[] = [];
  #things = new Int32Array(1024);
  readonly #free: number[] = [];

  /** Numbers given are below it. */
  get size(): number {
    return this.#keys.length;
  }

  /** Counts a thing with these keys; their numbers, in their order. */
  add(counts: ReadonlyMap<string, number>): Int32Array {
    const numbers = new Int32Array(counts.size);
    let i = 0;
    for (const key of counts.keys()) {
      const number = this.#numbers.get(key) ?? this.#enter(key);
      this.#things[number] = (this.#things[number] ?? 0) + 1;
      numbers[i++] = number;
    }
    return numbers;
  }

  /** Takes away a thing that was added, by the numbers of its keys. */
  remove(numbers: Int32Array): void {
    for (const number of numbers) {
      const left = (this.#things[number] ?? 0) - 1;
      this.#things[number] = left;
      if (left > 0) continue;
      this.#numbers.delete(this.#keys[number] ?? '');
      this.#free.push(number);
    }
  }

  /** tf-idf of unit length of a thing that was added, among `n`: (1 + ln tf) · ln(1 + (N + 100) / df). */
  tfidf(numbers: Int32Array, counts: ReadonlyMap<string, number>, n: number): Vector {
    return this.vector(numbers, counts, (count, things) => (1 + Math.log(count)) * Math.log(1 + (n + AMONG) / things));
  }

  /** A vector of unit length of a thing that was added; `weight` is told how often it has a key, and how many things do. */
  vector(numbers: Int32Array, counts: ReadonlyMap<string, number>, weight: (count: number, things: number) => number): Vector {
    const weights = new Float64Array(numbers.length);
    let square = 0;
    let i = 0;
    for (const count of counts.values()) {
      const w = weight(count, this.#things[numbers[i] ?? 0] ?? 1);
      weights[i++] = w;
      square += w * w;
    }
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < i; k++) weights[k] = (weights[k] ?? 0) / length;
    return { keys: numbers, weights };
  }

  /** The length of the part of a thing's vector that others have keys of: no other's product with it is more. */
  sharedLength({ keys, weights }: Vector): number {
    let square = 0;
    for (let i = 0; i < keys.length; i++) if ((this.#things[keys[i] ?? 0] ?? 0) > 1) square += (weights[i] ?? 0) ** 2;
    return Math.sqrt(square);
  }

  #enter(key: string): number {
    const number = this.#free.pop() ?? this.#keys.length;
    this.#numbers.set(key, number);
    this.#keys[number] = key;
    if (number >= this.#things.length) {
      const more = new Int32Array(2 * this.#things.length);
      more.set(this.#things);
      this.#things = more;
    }
    this.#things[number] = 0;
    return number;
  }
}

/** Weights by the number of their key, one vector's or several vectors' together, to be compared with many vectors. */
export class Dense {
  #at = new Float64Array(1024);
  /** Numbers under which there may be something. */
  #laid: Int32Array | undefined = new Int32Array(0);

  /** Lays one vector in place of what was there; `size` is above all numbers of keys. */
  lay(vector: Vector, size: number): void {
    this.clear(size);
    this.#laid = vector.keys;
    this.#put(vector, 1);
  }

  /** Adds a vector, `times` as heavy. */
  add(vector: Vector, times = 1): void {
    this.#laid = undefined;
    this.#put(vector, times);
  }

  clear(size: number): void {
    if (size > this.#at.length) this.#at = new Float64Array(2 * size);
    else if (this.#laid) for (const key of this.#laid) this.#at[key] = 0;
    else this.#at.fill(0);
    this.#laid = new Int32Array(0);
  }

  /** The sum of products with a vector; with one vector of unit length laid, the cosine. */
  dot({ keys, weights }: Vector): number {
    const at = this.#at;
    let sum = 0;
    for (let i = 0; i < keys.length; i++) sum += (weights[i] ?? 0) * (at[keys[i] ?? 0] ?? 0);
    return sum;
  }

  #put({ keys, weights }: Vector, times: number): void {
    const at = this.#at;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      at[key] = (at[key] ?? 0) + times * (weights[i] ?? 0);
    }
  }
}

/** How many of the counted things have each key. */
export function documentFrequency(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const df = new Map<string, number>();
  for (const counts of all) for (const key of counts.keys()) df.set(key, (df.get(key) ?? 0) + 1);
  return df;
}
