/**
 * Stories of more reports than can be compared pair by pair: day by day, each report is compared only with the open stories that share rare names with
 * it, and a story is closed when no later day can reach it. Memory is that of the days within reach, however many there are before and after.
 */
import { likenessOf, Scale, type Weighted, WINDOW_DAYS } from './similarity.ts';
import { daysBetween, type Traits } from './traits.ts';

/** Names of a report under which its story is looked up, those with most weight. */
const KEYS = 12;
/** Stories that a report is compared with, and members of each: the latest. */
const CANDIDATES = 12;
const MEMBERS = 24;
/** Days that a report may reach back before its publication (traits.ts), and those by which two reports' days may miss each other. */
const REACH_DAYS = 7 + 2 * WINDOW_DAYS;

interface Open {
  readonly members: Traits[];
  readonly weighted: Weighted[];
  readonly keys: Set<string>;
  /** The latest first day and the earliest last day of its members: who meets these meets all. */
  latestFirst: string;
  earliestLast: string;
  last: string;
  /** Weight of the names that it shares with the report that is being placed; 0 between reports. */
  shared: number;
}

export class OpenStories {
  readonly #threshold: number;
  readonly #open = new Set<Open>();
  readonly #byKey = new Map<string, Set<Open>>();
  readonly #scale = new Scale();

  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** Reports within reach. */
  get size(): number {
    return this.#scale.reports;
  }

  /** Takes the reports of one day (their last), in any order, days rising; gives back the groups that are closed by it. */
  add(day: string, reports: readonly Traits[]): readonly (readonly Traits[])[] {
    const closed = [...this.#open].filter((o) => daysBetween(o.last, day) > REACH_DAYS);
    for (const o of closed) this.#close(o);
    for (const t of reports) this.#scale.add(t);
    // Sorted, so that the order in which a day's reports came does not matter.
    for (const t of [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))) this.#place(t, day);
    return closed.map((o) => o.members);
  }

  /** Closes what is left. */
  end(): readonly (readonly Traits[])[] {
    const closed = [...this.#open];
    for (const o of closed) this.#close(o);
    return closed.map((o) => o.members);
  }

  #place(traits: Traits, day: string): void {
    const weighted = this.#scale.weigh(traits);
    const keys = heaviest(weighted);
    const { first, last } = traits.days ?? { first: day, last: day };
    let best: Open | undefined;
    let most = this.#threshold;
    for (const o of this.#candidates(keys)) {
      if (!meets(o, first, last)) continue;
      const near = o.weighted.slice(-MEMBERS);
      const mean = near.reduce((sum, w) => sum + likenessOf(weighted, w), 0) / near.length;
      if (mean > most) [best, most] = [o, mean];
    }
    const into = best ?? { members: [], weighted: [], keys: new Set<string>(), latestFirst: first, earliestLast: last, last, shared: 0 };
    this.#open.add(into);
    into.members.push(traits);
    into.weighted.push(weighted);
    if (into.weighted.length > MEMBERS) into.weighted.shift();
    if (first > into.latestFirst) into.latestFirst = first;
    if (last < into.earliestLast) into.earliestLast = last;
    if (last > into.last) into.last = last;
    for (const [key] of keys) {
      into.keys.add(key);
      const stories = this.#byKey.get(key);
      if (stories) stories.add(into);
      else this.#byKey.set(key, new Set([into]));
    }
  }

  /** The open stories that share most of a report's heaviest names, by weight; of equals those found first. */
  #candidates(keys: readonly (readonly [string, number])[]): readonly Open[] {
    const found: Open[] = [];
    for (const [key, weight] of keys)
      for (const o of this.#byKey.get(key) ?? []) {
        if (o.shared === 0) found.push(o);
        o.shared += weight;
      }
    const most: Open[] = [];
    for (const o of found) {
      if (most.length === CANDIDATES && o.shared <= (most[CANDIDATES - 1]?.shared ?? 0)) continue;
      let at = most.length;
      while (at > 0 && (most[at - 1]?.shared ?? 0) < o.shared) at--;
      most.splice(at, 0, o);
      if (most.length > CANDIDATES) most.pop();
    }
    for (const o of found) o.shared = 0;
    return most;
  }

  #close(open: Open): void {
    this.#open.delete(open);
    for (const key of open.keys) {
      const stories = this.#byKey.get(key);
      stories?.delete(open);
      if (stories?.size === 0) this.#byKey.delete(key);
    }
    for (const t of open.members) this.#scale.remove(t);
  }
}

/** The names of a report with most weight. */
function heaviest({ traits, names }: Weighted): readonly (readonly [string, number])[] {
  return [...traits.names.keys()]
    .map((key, i) => [key, names.weights[i] ?? 0] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, KEYS);
}

function meets(o: Open, first: string, last: string): boolean {
  const misses = (a: string, b: string): boolean => a < b && daysBetween(a, b) > 2 * WINDOW_DAYS;
  return !misses(o.earliestLast, first) && !misses(last, o.latestFirst);
}
