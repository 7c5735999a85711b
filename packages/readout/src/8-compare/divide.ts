/**
 * Divides a group of reports that tells of two happenings of one kind: two raids of one navy, two players of one club. Words that all of the group
 * share say nothing there, so they are weighed anew within the group; it is divided when its halves are little alike and each has names of its own.
 */
import type { Traits } from './traits.ts';
import { cosine, documentFrequency, type Vector } from './vectors.ts';

/** Reports that a half must have: fewer say nothing of what is usual in it. */
const LEAST = 3;
/** Likeness of the halves to each other, of that within the looser half, under which they are two. */
const APART = 0.3;
/** A half's first and second own name: in how many more of its reports it stands than in those of the other half. */
const OWN_NAMES = [0.75, 0.6] as const;
/** Rounds of power iteration and of moving reports; both settle long before. */
const ROUNDS = 60;
const MOVES = 10;

/** The group in one part or more. The outcome depends on the order only where it is a tie, so give it sorted. */
export function divide(group: readonly Traits[]): readonly (readonly Traits[])[] {
  if (group.length < 2 * LEAST) return [group];
  const likeness = withinGroup(group);
  const isSecond = halves(likeness);
  const first = group.filter((_, i) => !isSecond[i]);
  const second = group.filter((_, i) => isSecond[i]);
  if (first.length < LEAST || second.length < LEAST) return [group];
  if (!areApart(likeness, isSecond) || !haveOwnNames(first, second) || !haveOwnNames(second, first)) return [group];
  return [...divide(first), ...divide(second)];
}

/** Cosines of names and numbers, those that fewer of the group have weighing more, those that all have nothing. */
function withinGroup(group: readonly Traits[]): readonly Float64Array[] {
  const df = documentFrequency(group.map((t) => t.names));
  const vectors = group.map((t) => {
    const vector = new Map<string, number>();
    let square = 0;
    for (const [key, n] of t.names) {
      const among = df.get(key) ?? 1;
      const weight = among < 2 ? 0 : (1 + Math.log(n)) * Math.log(group.length / among);
      if (weight === 0) continue;
      vector.set(key, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [key, weight] of vector) vector.set(key, weight / length);
    return vector as Vector;
  });
  return vectors.map((a, i) => Float64Array.from(vectors, (b, j) => (i === j ? 0 : cosine(a, b))));
}

/** Which reports are of the second half: by the sign of the centred matrix's leading vector, then each moved to the half that it is more like. */
function halves(likeness: readonly Float64Array[]): readonly boolean[] {
  const n = likeness.length;
  const means = likeness.map((row) => row.reduce((a, b) => a + b, 0) / n);
  const mean = means.reduce((a, b) => a + b, 0) / n;
  // A start without pattern that is the same in every run.
  let vector = likeness.map((_, i) => ((i * 2654435761) % 1000) / 1000 - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const next = likeness.map((row, i) => {
      let sum = 0.5 * (vector[i] ?? 0);
      for (let j = 0; j < n; j++) sum += ((row[j] ?? 0) - (means[i] ?? 0) - (means[j] ?? 0) + mean) * (vector[j] ?? 0);
      return sum;
    });
    const length = Math.sqrt(next.reduce((a, x) => a + x * x, 0)) || 1;
    vector = next.map((x) => x / length);
  }
  let isSecond = vector.map((x) => x > 0);
  for (let move = 0; move < MOVES; move++) {
    const next = isSecond.map((was, i) => {
      const [toFirst, toSecond] = [meanTo(likeness, i, isSecond, false), meanTo(likeness, i, isSecond, true)];
      return toFirst === toSecond ? was : toSecond > toFirst;
    });
    if (next.every((x, i) => x === isSecond[i])) break;
    isSecond = next;
  }
  return isSecond;
}

function meanTo(likeness: readonly Float64Array[], i: number, isSecond: readonly boolean[], half: boolean): number {
  let sum = 0;
  let n = 0;
  isSecond.forEach((is, j) => {
    if (j === i || is !== half) return;
    sum += likeness[i]?.[j] ?? 0;
    n++;
  });
  return n === 0 ? 0 : sum / n;
}

function areApart(likeness: readonly Float64Array[], isSecond: readonly boolean[]): boolean {
  const sums = { first: 0, second: 0, between: 0 };
  const pairs = { first: 0, second: 0, between: 0 };
  likeness.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const where = isSecond[i] !== isSecond[j] ? 'between' : isSecond[i] ? 'second' : 'first';
      sums[where] += row[j] ?? 0;
      pairs[where]++;
    }
  });
  const within = Math.min(sums.first / pairs.first, sums.second / pairs.second);
  return sums.between / pairs.between < APART * within;
}

/** Whether enough of the reports have names that hardly any of the others has. */
function haveOwnNames(group: readonly Traits[], others: readonly Traits[]): boolean {
  const here = documentFrequency(group.map((t) => t.names));
  const there = documentFrequency(others.map((t) => t.names));
  const more = [...here].map(([name, n]) => n / group.length - (there.get(name) ?? 0) / others.length).sort((a, b) => b - a);
  return OWN_NAMES.every((least, i) => (more[i] ?? 0) >= least);
}
