/** Average-linkage clustering: merges the nearest two groups while their mean similarity is at or over a threshold. */

/**
 * Groups of indices, each sorted. `similarity` is asked for every pair once; `undefined` means that the two may never be in one group. The outcome
 * depends only on the order of indices where two pairs are exactly alike, so callers sort by id first.
 */
export function averageLinkage(
  count: number,
  threshold: number,
  similarity: (i: number, j: number) => number | undefined,
): readonly (readonly number[])[] {
  const sums: Float64Array[] = [];
  for (let i = 0; i < count; i++) sums.push(new Float64Array(count));
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const s = similarity(i, j) ?? Number.NEGATIVE_INFINITY;
      row(sums, i)[j] = s;
      row(sums, j)[i] = s;
    }
  const groups: (number[] | undefined)[] = Array.from({ length: count }, (_, i) => [i]);
  const mean = (i: number, j: number): number => (row(sums, i)[j] ?? 0) / ((groups[i]?.length ?? 1) * (groups[j]?.length ?? 1));
  // The best partner of each living group, kept up to date, makes a merge O(n).
  const best = groups.map((_, i) => nearest(i, groups, mean));
  for (;;) {
    let at = -1;
    for (let i = 0; i < count; i++) if (groups[i] && best[i] && (at < 0 || (best[i]?.mean ?? 0) > (best[at]?.mean ?? 0))) at = i;
    const found = at < 0 ? undefined : best[at];
    if (!found || found.mean < threshold) break;
    const [into, from] = at < found.index ? [at, found.index] : [found.index, at];
    groups[into] = [...(groups[into] ?? []), ...(groups[from] ?? [])];
    groups[from] = undefined;
    for (let k = 0; k < count; k++) {
      if (k === into || !groups[k]) continue;
      const sum = (row(sums, into)[k] ?? 0) + (row(sums, from)[k] ?? 0);
      row(sums, into)[k] = sum;
      row(sums, k)[into] = sum;
    }
    for (let k = 0; k < count; k++) {
      if (!groups[k]) continue;
      const old = best[k];
      if (k === into || !old || old.index === into || old.index === from) best[k] = nearest(k, groups, mean);
      else if (mean(k, into) > old.mean) best[k] = { index: into, mean: mean(k, into) };
    }
  }
  return groups.flatMap((g) => (g ? [g.sort((a, b) => a - b)] : []));
}

interface Nearest {
  readonly index: number;
  readonly mean: number;
}

function nearest(
  i: number,
  groups: readonly (readonly number[] | undefined)[],
  mean: (i: number, j: number) => number,
): Nearest | undefined {
  let best: Nearest | undefined;
  for (let j = 0; j < groups.length; j++) {
    if (j === i || !groups[j]) continue;
    const m = mean(i, j);
    if (m > (best?.mean ?? Number.NEGATIVE_INFINITY)) best = { index: j, mean: m };
  }
  return best;
}

function row(sums: readonly Float64Array[], i: number): Float64Array {
  return sums[i] ?? new Float64Array(0);
}
