import type { Name, NameLabel } from '../../model/index.ts';

/** For each `I-X` the labels it may follow (`B-X` and itself), by number; any label may stand before the others. */
const followed = new WeakMap<readonly string[], readonly (readonly number[] | undefined)[]>();
function followers(labels: readonly string[]): readonly (readonly number[] | undefined)[] {
  let found = followed.get(labels);
  if (!found) {
    found = labels.map((to) => (to.startsWith('I-') ? labels.flatMap((from, i) => (from.slice(2) === to.slice(2) ? [i] : [])) : undefined));
    followed.set(labels, found);
  }
  return found;
}

/** Rows of numbers that the encoder gives for words; a sentence's words stand `step` rows apart, as its batch is laid out by position. */
export interface Rows {
  readonly data: Float32Array;
  readonly first: number;
  readonly step: number;
}

/**
 * The best IOB2 sequence over label log-probabilities (Viterbi; `I-X` only after `B-X` or `I-X`), as names: one row of
 * `scores` for each token, one number for each label; a path pays `start` for each name that it begins. A name's probability is the lowest
 * of its tokens'.
 */
export function decodeNames(scores: Rows, length: number, labels: readonly string[], start = 0): Name[] {
  const k = labels.length;
  const { data } = scores;
  const rowOf = (t: number): number => (scores.first + t * scores.step) * k;
  const before = followers(labels);
  const price = labels.map((l) => (l.startsWith('B-') ? start : 0));
  const back = new Int32Array(length * k);
  let [previous, current] = [new Float64Array(k), new Float64Array(k)];
  for (let to = 0; to < k; to++) if (before[to]) previous[to] = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < length; t++) {
    const row = rowOf(t);
    let top = 0;
    for (let from = 1; from < k; from++) if ((previous[from] ?? 0) > (previous[top] ?? 0)) top = from;
    for (let to = 0; to < k; to++) {
      let arg = top;
      const own = before[to];
      if (own) {
        arg = own[0] ?? 0;
        for (let f = 1; f < own.length; f++) {
          const from = own[f] ?? 0;
          if ((previous[from] ?? 0) > (previous[arg] ?? 0)) arg = from;
        }
        if (t === 0) arg = to;
      }
      current[to] = (t === 0 && !own ? 0 : (previous[arg] ?? 0)) + (data[row + to] ?? 0) - (price[to] ?? 0);
      back[t * k + to] = arg;
    }
    [previous, current] = [current, previous];
  }
  let label = 0;
  for (let i = 1; i < k; i++) if ((previous[i] ?? 0) > (previous[label] ?? 0)) label = i;
  const path = new Int32Array(length);
  for (let t = length - 1; t >= 0; t--) {
    path[t] = label;
    label = back[t * k + label] ?? 0;
  }
  const names: Name[] = [];
  for (let t = 0; t < length; t++) {
    const first = labels[path[t] ?? 0] ?? 'O';
    if (!first.startsWith('B-')) continue;
    let end = t + 1;
    let lowest = data[rowOf(t) + (path[t] ?? 0)] ?? 0;
    while (end < length && labels[path[end] ?? 0] === `I-${first.slice(2)}`) {
      lowest = Math.min(lowest, data[rowOf(end) + (path[end] ?? 0)] ?? 0);
      end++;
    }
    names.push({ start: t, end, label: first.slice(2) as NameLabel, probability: Math.round(Math.exp(lowest) * 1000) / 1000 });
  }
  return names;
}
