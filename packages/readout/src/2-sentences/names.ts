import type { Name, NameLabel } from '../model/index.ts';

/**
 * The best IOB2 sequence over label log-probabilities (Viterbi; `I-X` only after `B-X` or `I-X`), as names. `offset` is where the
 * sentence's first token stands in `scores`, in labels. A name's probability is the lowest of its tokens'.
 */
export function decodeNames(scores: Float32Array, offset: number, length: number, labels: readonly string[]): Name[] {
  const k = labels.length;
  const allowed = labels.map((to) => labels.map((from) => !to.startsWith('I-') || from.slice(2) === to.slice(2)));
  const back = new Int32Array(length * k);
  let previous = new Float64Array(k);
  for (let t = 0; t < length; t++) {
    const current = new Float64Array(k);
    for (let to = 0; to < k; to++) {
      let best = Number.NEGATIVE_INFINITY;
      let arg = 0;
      for (let from = 0; from < k; from++) {
        const ok = t === 0 ? !labels[to]?.startsWith('I-') : allowed[to]?.[from];
        const s = ok ? (previous[from] ?? 0) : Number.NEGATIVE_INFINITY;
        if (s > best) {
          best = s;
          arg = from;
        }
      }
      current[to] = best + (scores[offset + t * k + to] ?? 0);
      back[t * k + to] = arg;
    }
    previous = current;
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
    let lowest = scores[offset + t * k + (path[t] ?? 0)] ?? 0;
    while (end < length && labels[path[end] ?? 0] === `I-${first.slice(2)}`) {
      lowest = Math.min(lowest, scores[offset + end * k + (path[end] ?? 0)] ?? 0);
      end++;
    }
    names.push({ start: t, end, label: first.slice(2) as NameLabel, probability: Math.round(Math.exp(lowest) * 1000) / 1000 });
  }
  return names;
}
