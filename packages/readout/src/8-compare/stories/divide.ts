/**
 * Divides a group of reports that tells of two happenings of one kind: two raids of one navy, two players of one club. Words that all of the group
 * share say nothing there, so they are weighed anew within the group; it is divided when its halves are little alike and each has names of its own.
 */
import type { Traits } from '../traits.ts';
import { Dense, documentFrequency, Keys, type Vector } from './vectors.ts';

/** Reports that a half must have: fewer say nothing of what is usual in it. */
const LEAST = 3;
/** Likeness of the halves to each other, of that within the looser half, under which they are two. */
const APART = 0.3;
/** A half's first and second own name: in how many more of its reports it stands than in those of the other half. */
const OWN_NAMES = [0.75, 0.6] as const;
/** Rounds of power iteration and of moving reports; both settle long before. */
const ROUNDS = 60;
const MOVES = 10;
/** Less than this between two means is rounding. */
const ALIKE = 1e-12;

/** The group in one part or more. The outcome depends on the order only where it is a tie, so give it sorted. */
export function divide(group: readonly Traits[]): readonly (readonly Traits[])[] {
  if (group.length < 2 * LEAST) return [group];
  const likeness = new Within(group);
  const isSecond = halves(likeness, group.length);
  const first = group.filter((_, i) => !isSecond[i]);
  const second = group.filter((_, i) => isSecond[i]);
  if (first.length < LEAST || second.length < LEAST) return [group];
  if (!areApart(likeness, isSecond) || !haveOwnNames(first, second) || !haveOwnNames(second, first)) return [group];
  return [...divide(first), ...divide(second)];
}

/**
 * The likeness of the group's reports to each other: cosines of names and numbers, those that fewer of the group have weighing more, those that all
 * have nothing. A report's likeness to itself does not count. Sums over pairs are products with sums of vectors, so that no pair is ever looked at and a
 * group of thousands costs what its words do.
 */
class Within {
  readonly #vectors: readonly Vector[];
  readonly #squares: readonly number[];
  readonly #sum = new Dense();
  readonly #size: number;

  constructor(group: readonly Traits[]) {
    const keys = new Keys();
    const numbers = group.map((t) => keys.add(t.names));
    const weight = (n: number, among: number): number => (among < 2 ? 0 : (1 + Math.log(n)) * Math.log(group.length / among));
    this.#vectors = group.map((t, i) => keys.vector(numbers[i] ?? new Int32Array(0), t.names, weight));
    this.#squares = this.#vectors.map((v) => v.weights.reduce((sum, w) => sum + w * w, 0));
    this.#size = keys.size;
  }

  /** For each report the sum of its likeness to the others, each times its factor. */
  times(factors: readonly number[]): readonly number[] {
    this.#sum.clear(this.#size);
    for (const [j, vector] of this.#vectors.entries()) if (factors[j]) this.#sum.add(vector, factors[j]);
    return this.#vectors.map((v, i) => this.#sum.dot(v) - (this.#squares[i] ?? 0) * (factors[i] ?? 0));
  }
}

/** Which reports are of the second half: by the sign of the centred matrix's leading vector, then each moved to the half that it is more like. */
function halves(likeness: Within, n: number): readonly boolean[] {
  const means = likeness.times(Array.from({ length: n }, () => 1)).map((sum) => sum / n);
  const mean = means.reduce((a, b) => a + b, 0) / n;
  // A start without pattern that is the same in every run.
  let vector: readonly number[] = Array.from({ length: n }, (_, i) => ((i * 2654435761) % 1000) / 1000 - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const total = vector.reduce((a, x) => a + x, 0);
    const weighted = vector.reduce((a, x, j) => a + x * (means[j] ?? 0), 0);
    const next = likeness
      .times(vector)
      .map((product, i) => 0.5 * (vector[i] ?? 0) + product - (means[i] ?? 0) * total - weighted + mean * total);
    const length = Math.sqrt(next.reduce((a, x) => a + x * x, 0)) || 1;
    vector = next.map((x) => x / length);
  }
  let isSecond = vector.map((x) => x > 0);
  for (let move = 0; move < MOVES; move++) {
    const [toFirst, toSecond] = meansTo(likeness, isSecond);
    const next = isSecond.map((was, i) => {
      const more = (toSecond[i] ?? 0) - (toFirst[i] ?? 0);
      return Math.abs(more) < ALIKE ? was : more > 0;
    });
    if (next.every((x, i) => x === isSecond[i])) break;
    isSecond = next;
  }
  return isSecond;
}

/** For each report its mean likeness to the others of the first half and of the second. */
function meansTo(likeness: Within, isSecond: readonly boolean[]): readonly [readonly number[], readonly number[]] {
  const to = (half: boolean): readonly number[] => {
    const size = isSecond.filter((is) => is === half).length;
    return likeness
      .times(isSecond.map((is) => Number(is === half)))
      .map((sum, i) => sum / Math.max(1, isSecond[i] === half ? size - 1 : size));
  };
  return [to(false), to(true)];
}

function areApart(likeness: Within, isSecond: readonly boolean[]): boolean {
  const [toFirst, toSecond] = meansTo(likeness, isSecond);
  const meanOver = (means: readonly number[], half: boolean): number => {
    const own = means.filter((_, i) => isSecond[i] === half);
    return own.reduce((a, b) => a + b, 0) / own.length;
  };
  const within = Math.min(meanOver(toFirst, false), meanOver(toSecond, true));
  return meanOver(toFirst, true) < APART * within;
}

/** Whether enough of the reports have names that hardly any of the others has. */
function haveOwnNames(group: readonly Traits[], others: readonly Traits[]): boolean {
  const here = documentFrequency(group.map((t) => t.names));
  const there = documentFrequency(others.map((t) => t.names));
  const more = [...here].map(([name, n]) => n / group.length - (there.get(name) ?? 0) / others.length).sort((a, b) => b - a);
  return OWN_NAMES.every((least, i) => (more[i] ?? 0) >= least);
}
