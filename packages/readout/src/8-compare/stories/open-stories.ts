/**
 * Stories of more reports than can be compared pair by pair: day by day, each report is compared only with the open stories that share rare names with
 * it, and a story is closed when no later day can reach it. Memory is that of the days within reach, however many there are before and after.
 */

import { addUnder } from '../../add-under.ts';
import { daysBetween, type Traits } from '../traits.ts';
import { type Laid, likenessOf, Scale, type Weighted, WINDOW_DAYS } from './similarity.ts';

/** Names of a report under which its story is looked up, those with most weight. */
const KEYS = 12;
/** Stories that a report is compared with, and members of each: the latest. */
const CANDIDATES = 12;
const MEMBERS = 24;
/** Days that a report may reach back before its publication (traits.ts), and those by which two reports' days may miss each other. */
const REACH_DAYS = 7 + 2 * WINDOW_DAYS;

interface Open {
  /** Its place among numbers that are given again when a story is closed. */
  readonly number: number;
  readonly members: Laid[];
  readonly weighted: Weighted[];
  readonly keys: Set<string>;
  /** The latest first day and the earliest last day of its members: who meets these meets all. */
  latestFirst: string;
  earliestLast: string;
  last: string;
}

/** Stories of a block too large for pairs, read day by day: each report joins the open story that it is most like, or opens one; see docs/compare.md. */
export class OpenStories {
  readonly #threshold: number;
  readonly #open = new Set<Open>();
  /** Under each name the numbers of the stories that have it, in the order in which they came to it. */
  readonly #byKey = new Map<string, number[]>();
  readonly #scale = new Scale();
  readonly #byNumber: (Open | undefined)[] = [];
  readonly #free: number[] = [];
  /** By number, the weight of the names that a story shares with the report that is being placed; 0 between reports. */
  #shared = new Float64Array(1024);

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
    // Sorted, so that the order in which a day's reports came does not matter.
    const laid = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1)).map((t) => this.#scale.add(t));
    for (const l of laid) this.#place(l, day);
    return closed.map(traitsIn);
  }

  /** Closes what is left. */
  end(): readonly (readonly Traits[])[] {
    const closed = [...this.#open];
    for (const o of closed) this.#close(o);
    return closed.map(traitsIn);
  }

  #place(laid: Laid, day: string): void {
    const { traits } = laid;
    const weighted = this.#scale.weigh(laid);
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
    const into = best ?? this.#begin(first, last);
    into.members.push(laid);
    into.weighted.push(weighted);
    if (into.weighted.length > MEMBERS) into.weighted.shift();
    if (first > into.latestFirst) into.latestFirst = first;
    if (last < into.earliestLast) into.earliestLast = last;
    if (last > into.last) into.last = last;
    for (const [key] of keys) {
      if (into.keys.has(key)) continue;
      into.keys.add(key);
      addUnder(this.#byKey, key, into.number);
    }
  }

  #begin(first: string, last: string): Open {
    const number = this.#free.pop() ?? this.#byNumber.length;
    const open: Open = { number, members: [], weighted: [], keys: new Set(), latestFirst: first, earliestLast: last, last };
    this.#open.add(open);
    this.#byNumber[number] = open;
    if (number >= this.#shared.length) this.#shared = new Float64Array(2 * this.#shared.length);
    return open;
  }

  /** The open stories that share most of a report's heaviest names, by weight; of equals those found first. */
  #candidates(keys: readonly (readonly [string, number])[]): readonly Open[] {
    const shared = this.#shared;
    const found: number[] = [];
    for (const [key, weight] of keys)
      for (const n of this.#byKey.get(key) ?? []) {
        const before = shared[n] ?? 0;
        if (before === 0) found.push(n);
        shared[n] = before + weight;
      }
    const most: number[] = [];
    for (const n of found) {
      const here = shared[n] ?? 0;
      if (most.length === CANDIDATES && here <= (shared[most[CANDIDATES - 1] ?? 0] ?? 0)) continue;
      let at = most.length;
      while (at > 0 && (shared[most[at - 1] ?? 0] ?? 0) < here) at--;
      most.splice(at, 0, n);
      if (most.length > CANDIDATES) most.pop();
    }
    for (const n of found) shared[n] = 0;
    return most.flatMap((n) => this.#byNumber[n] ?? []);
  }

  #close(open: Open): void {
    this.#open.delete(open);
    for (const key of open.keys) {
      const stories = this.#byKey.get(key)?.filter((n) => n !== open.number) ?? [];
      if (stories.length === 0) this.#byKey.delete(key);
      else this.#byKey.set(key, stories);
    }
    this.#byNumber[open.number] = undefined;
    this.#free.push(open.number);
    for (const l of open.members) this.#scale.remove(l);
  }
}

const traitsIn = ({ members }: Open): readonly Traits[] => members.map((l) => l.traits);

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
