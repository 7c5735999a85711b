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
  const places = pelt(n, cost, penalty * spread * Math.log(n), least);
  const bounds = [0, ...places, n];
  return places.map((at, i) => {
    const [from, to] = [bounds[i] ?? 0, bounds[i + 2] ?? n];
    const rate = (s: number, t: number): number => round(((y[t] ?? 0) - (y[s] ?? 0)) / Math.max(1, (e[t] ?? 0) - (e[s] ?? 0)));
    return { at, before: rate(from, at), after: rate(at, to), gain: round((cost(from, to) - cost(from, at) - cost(at, to)) / spread) };
  });
}

/** The places at which the sum of costs and penalties is least. */
function pelt(n: number, cost: (from: number, to: number) => number, penalty: number, least: number): readonly number[] {
  const best: number[] = [-penalty];
  const last: number[] = [0];
  let candidates: number[] = [0];
  for (let to = least; to <= n; to++) {
    let lowest = Number.POSITIVE_INFINITY;
    let chosen = 0;
    const values = candidates.map((from) => (best[from] ?? Number.POSITIVE_INFINITY) + cost(from, to));
    values.forEach((value, i) => {
      if (value + penalty < lowest) {
        lowest = value + penalty;
        chosen = candidates[i] ?? 0;
      }
    });
    best[to] = lowest;
    last[to] = chosen;
    // Pruning: a start that costs more than the best even without a penalty is never best again.
    candidates = candidates.filter((_, i) => (values[i] ?? 0) <= lowest);
    const next = to - least + 1;
    if (next >= least) candidates.push(next);
  }
  const places: number[] = [];
  for (let at = last[n] ?? 0; at > 0; at = last[at] ?? 0) places.push(at);
  return places.reverse();
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
