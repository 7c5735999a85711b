/**
 * Change points: the periods from which a dyad's rate is another one. PELT (Killick, Fearnhead & Eckley 2012, JASA 107:1590) with the likelihood of Poisson
 * counts, reports as exposure: a month with twice the reports is expected to have twice the events. Counts of news vary more than Poisson counts do, so the
 * cost of a change grows with their dispersion, estimated from neighbouring periods, which a lasting change hardly touches.
 */

export interface ChangeOptions {
  /** A change must gain so many times `dispersion · ln(periods)` in twice the log likelihood; default 3. */
  readonly penalty?: number;
  /** Fewest periods between two changes; default 2. */
  readonly least?: number;
}

export interface Change {
  /** Place of the first period of the new rate. */
  readonly at: number;
  /** Events per report before and from then on, until the change before and after. */
  readonly before: number;
  readonly after: number;
  /** Gain in twice the log likelihood over no change here, divided by the dispersion. */
  readonly gain: number;
}

/** Changes in counts, first to last. Periods without reports carry no weight. Empty where nothing or too little was reported. */
export function findChanges(counts: readonly number[], exposure: readonly number[], options: ChangeOptions = {}): readonly Change[] {
  const { penalty = 3, least = 2 } = options;
  const n = counts.length;
  if (n < 2 * least || counts.every((c) => c === 0)) return [];
  const y = sums(counts);
  // A telling from a time without reports has an exposure too: one report.
  const e = sums(exposure.map((x, i) => ((counts[i] ?? 0) > 0 ? Math.max(1, x) : x)));
  const cost = (from: number, to: number): number => {
    const [events, reports] = [(y[to] ?? 0) - (y[from] ?? 0), (e[to] ?? 0) - (e[from] ?? 0)];
    return events === 0 ? 0 : 2 * (events - events * Math.log(events / reports));
  };
  const spread = dispersion(counts, exposure);
  const places = pelt(n, placesOf(counts, least), cost, penalty * spread * Math.log(n), least);
  const bounds = [0, ...places, n];
  return places.map((at, i) => {
    const [from, to] = [bounds[i] ?? 0, bounds[i + 2] ?? n];
    const rate = (s: number, t: number): number => round(((y[t] ?? 0) - (y[s] ?? 0)) / Math.max(1, (e[t] ?? 0) - (e[s] ?? 0)));
    return { at, before: rate(from, at), after: rate(at, to), gain: round((cost(from, to) - cost(from, at) - cost(at, to)) / spread) };
  });
}

/**
 * Where a change may be: next to a period with a count. In a stretch without any the cost is concave in where the rate changes, so that the best place is at
 * an end of the stretch, as near as `least` lets it; days of a century with few acts would else be compared each with each.
 */
function placesOf(counts: readonly number[], least: number): readonly number[] {
  const places = new Set<number>();
  for (const [i, count] of counts.entries())
    if (count > 0) for (let p = Math.max(least, i - least + 1); p <= Math.min(i + least, counts.length - least); p++) places.add(p);
  return [...places].sort((a, b) => a - b);
}

/** The places, of those there are, at which the sum of costs and penalties is least. */
function pelt(
  n: number,
  places: readonly number[],
  cost: (from: number, to: number) => number,
  penalty: number,
  least: number,
): readonly number[] {
  const best = new Map<number, number>([[0, -penalty]]);
  const last = new Map<number, number>();
  let candidates: number[] = [0];
  let waiting = 0;
  for (const to of [...places, n]) {
    for (let p = places[waiting]; p !== undefined && p <= to - least; p = places[++waiting]) candidates.push(p);
    let lowest = Number.POSITIVE_INFINITY;
    const values = candidates.map((from) => (best.get(from) ?? Number.POSITIVE_INFINITY) + cost(from, to));
    values.forEach((value, i) => {
      if (value + penalty >= lowest) return;
      lowest = value + penalty;
      last.set(to, candidates[i] ?? 0);
    });
    best.set(to, lowest);
    // Pruning: a start that costs more than the best even without a penalty is never best again.
    candidates = candidates.filter((_, i) => (values[i] ?? 0) <= lowest);
  }
  const found: number[] = [];
  for (let at = last.get(n) ?? 0; at > 0; at = last.get(at) ?? 0) found.push(at);
  return found.reverse();
}

/** Variance over mean, at least 1, from differences of neighbouring periods. */
function dispersion(counts: readonly number[], exposure: readonly number[]): number {
  const shown = counts.flatMap((c, i) => ((exposure[i] ?? 0) > 0 || c > 0 ? [c] : []));
  let squares = 0;
  let means = 0;
  for (let i = 1; i < shown.length; i++) {
    const [a = 0, b = 0] = [shown[i - 1], shown[i]];
    squares += (a - b) ** 2 / 2;
    means += (a + b) / 2;
  }
  return means === 0 ? 1 : Math.max(1, squares / means);
}

function sums(values: readonly number[]): readonly number[] {
  const all = [0];
  for (const v of values) all.push((all.at(-1) ?? 0) + v);
  return all;
}

const round = (x: number): number => Math.round(x * 10_000) / 10_000;
