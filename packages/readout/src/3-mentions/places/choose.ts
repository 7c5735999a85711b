/**
 * Chooses among the bearers of each name, all names of an article together: how well known a bearer is, what the text says it lies in, which
 * states and divisions the text names, the publisher's state, and how near the other places of the text are (the bearers that lie together
 * win: Leidner 2007, "spatial minimality"; Lieberman and Samet 2012 for local news).
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { contains } from './containers.ts';
import { type Candidate, kilometres } from './place-knowledge.ts';

/** One name of an article, with what may be meant by it. */
export interface Group {
  readonly candidates: readonly Candidate[];
  /** The state that the name is, or that the knowledge puts it in. */
  readonly state: string | undefined;
  readonly isState: boolean;
  /** ISO3 of all states in which the lists have a town or region of that name. */
  readonly listed: readonly string[];
  /** Index of the group that the text puts it in. */
  readonly within: number | undefined;
  /** What kind of place the text says it is. */
  readonly said: 'town' | 'division' | undefined;
  /** ISO3 of the state whose adjective says where it lies. */
  readonly withinState: string | undefined;
  /** Indices of the groups it stands beside in a list: like goes with like ("New York, New Jersey and Ohio"). */
  readonly beside: readonly number[];
  /** Indices of the groups that the text puts in it. */
  readonly holds: readonly number[];
}

/** What of the text helps to choose among places of one name. */
export interface Around {
  /** How often each state is named, by name, adjective or people. */
  readonly states: ReadonlyMap<string, number>;
  /** The same, by adjective, people and seat alone: what speaks for a state whose name is also a region's. */
  readonly peoples: ReadonlyMap<string, number>;
  readonly publisher: string | undefined;
}

/** The place that was chosen, and the rule that chose it. */
export interface Choice {
  readonly candidate: Candidate;
  readonly rule: string;
}

const ROUNDS = 3;
const AT_MOST = 40;
/** Points of evidence, beside a weight of 0 to 6 for being well known. */
const LISTED = 1.5;
const PUBLISHER = 0.6;
const NAMED_STATE = 0.8;
const NAMED_AGAIN = 0.2;
const IN_DIVISION = 1.8;
const NEAR_AT_MOST = 4;
const IN_REGION = 0.6;
const IN_STATE = 0.4;
const ALIKE = 0.8;
/** For a town where the text says "the town of", a region where it says "province". */
const OF_KIND = 2.5;
/** Against a bearer in which nothing lies that the text puts there ("Athens, Georgia": not the state). */
const HOLDS_NOTHING = 3;
/** A state's name that is a well-known region's elsewhere starts no better than the region; its people and adjective speak for it. */
const SHARED_STATE = 5;
/** What nothing in the text speaks for must be this well known by itself: a town of some twenty thousand. */
const KNOWN_ALONE = 3.5;

interface Scored {
  readonly candidate: Candidate;
  readonly fixed: number;
  readonly reason: string;
  score: number;
  share: number;
  rule: string;
  supported: boolean;
}

/** One choice per group; undefined where nothing of that name is known. */
export function chooseAll(groups: readonly Group[], around: Around): (Choice | undefined)[] {
  const scored = mapped(groups, (g) => begin(g, groups, around));
  scored.forEach(share);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < scored.length; i++) for (const s of scored[i] as Scored[]) support(s, i, scored, groups[i] as Group);
    scored.forEach(share);
  }
  return mapped(scored, (own) => {
    const best = top(own);
    return best && (best.supported || best.candidate.weight >= KNOWN_ALONE)
      ? { candidate: best.candidate, rule: own.length === 1 && best.rule === 'place.best-known' ? 'place.only' : best.rule }
      : undefined;
  });
}

function begin(group: Group, groups: readonly Group[], around: Around): Scored[] {
  const outer = group.within === undefined ? undefined : groups[group.within]?.candidates;
  // "Poland, Norway and Sweden": of two states the first is no village of the second, nor of what else bears its name; "Georgia, US" is a region.
  const areStates = group.isState && group.within !== undefined && groups[group.within]?.isState === true;
  const held = outer
    ? group.candidates.filter((c) => (!areStates || c.precision === 'region') && outer.some((o, k) => isHeldBy(o, c, k === 0)))
    : [];
  const inState = group.withinState ? group.candidates.filter((c) => c.country === group.withinState) : [];
  const said = held.length > 0 ? held : inState;
  const list = said.length > 0 ? said : group.candidates;
  const listedIn = listedState(group, around);
  const shared = group.isState && list.some((c) => c.own && c.precision === 'region');
  return mapped(list.slice(0, AT_MOST), (candidate) => {
    const isState = group.isState && candidate.precision === 'country';
    const named = candidate.country === undefined ? 0 : (around.states.get(candidate.country) ?? 0);
    const peoples = candidate.country === undefined ? 0 : (around.peoples.get(candidate.country) ?? 0);
    const times = isState ? peoples : named;
    const byState = times > 0 ? NAMED_STATE + Math.min(4, times) * NAMED_AGAIN : 0;
    const listed = listedIn !== undefined && candidate.country === listedIn ? LISTED : 0;
    const home = candidate.country !== undefined && candidate.country === around.publisher ? PUBLISHER : 0;
    const kind = isOfKind(group.said, candidate) ? OF_KIND : 0;
    const fixed = (isState && shared ? SHARED_STATE : candidate.weight) + byState + listed + home + kind;
    const reason =
      said.length > 0
        ? 'place.container'
        : isState
          ? 'place.state'
          : byState > 0
            ? 'place.state-named'
            : home > 0
              ? 'place.publisher'
              : listed > 0
                ? 'place.listed'
                : 'place.best-known';
    return { candidate, fixed, reason, score: fixed, share: 1, rule: reason, supported: reason !== 'place.best-known' };
  });
}

/** "London, Paris": of two towns the one lies in the other only where the other is the best known of its name, no village called after it. */
const isHeldBy = (outer: Candidate, inner: Candidate, isBestKnown: boolean): boolean =>
  (outer.precision !== 'city' || isBestKnown) && contains(outer, inner);

const isOfKind = (said: Group['said'], { precision }: Candidate): boolean =>
  said === 'town' ? precision === 'city' : said === 'division' && /^(region|district|area)$/.test(precision);

/** The state that the lists have for a name; of several that they have, the one that the text names where it does not name that one. */
function listedState({ state, isState, listed }: Group, { states }: Around): string | undefined {
  if (state === undefined || isState || states.has(state)) return state;
  return listed.find((s) => states.has(s)) ?? state;
}

/** The score with what the other names lend: a division that holds it, places that lie near, neighbours in a list. */
function support(own: Scored, group: number, scored: readonly (readonly Scored[])[], { beside, holds }: Group): void {
  const c = own.candidate;
  let division = 0;
  let near = 0;
  for (let j = 0; j < scored.length; j++) {
    const others = scored[j] as readonly Scored[];
    if (j === group) continue;
    let holds = 0;
    let close = 0;
    for (let k = 0; k < others.length; k++) {
      const other = others[k] as Scored;
      const o = other.candidate;
      if (other.share < 0.03 || o.precision === 'country' || o.precision === 'area' || o.country !== c.country) continue;
      if (c.precision === 'country') close = Math.max(close, IN_STATE * other.share);
      else if (c.precision === 'region') {
        if (o.precision !== 'region' && c.admin1 !== undefined && o.admin1 === c.admin1) close = Math.max(close, IN_REGION * other.share);
      } else if (o.precision === 'region') {
        if (o.admin1 !== undefined && o.admin1 === c.admin1) holds = Math.max(holds, other.share);
      } else close = Math.max(close, other.share * closeness(c, o));
    }
    division = Math.max(division, holds);
    near += close;
  }
  near = Math.min(NEAR_AT_MOST, near);
  const alike = beside.some((j) => isLike(scored[j] ?? [], c)) ? ALIKE : 0;
  const empty = holds.some((j) => !(scored[j] ?? []).some((o) => contains(c, o.candidate))) ? HOLDS_NOTHING : 0;
  own.score = own.fixed + IN_DIVISION * division + near + alike - empty;
  own.supported = own.reason !== 'place.best-known' || division > 0.3 || near > 0.3;
  own.rule =
    own.reason === 'place.container' || own.reason === 'place.state'
      ? own.reason
      : division > 0.4 && IN_DIVISION * division >= near
        ? 'place.division-named'
        : near > 0.4
          ? 'place.near-others'
          : own.reason;
}

function isLike(neighbour: readonly Scored[], c: Candidate): boolean {
  const best = top(neighbour)?.candidate;
  return best !== undefined && best.precision === c.precision && (c.precision === 'country' || best.country === c.country);
}

function closeness(a: Candidate, b: Candidate): number {
  const km = kilometres(a, b);
  return km < 40 ? 1 : km < 120 ? 0.7 : km < 300 ? 0.3 : 0;
}

/** How likely each bearer is among its like, from the scores. */
function share(own: Scored[]): void {
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < own.length; k++) best = Math.max(best, own[k]?.score ?? best);
  let sum = 0;
  for (let k = 0; k < own.length; k++) {
    const s = own[k] as Scored;
    s.share = Math.exp(1.5 * (s.score - best));
    sum += s.share;
  }
  for (let k = 0; k < own.length; k++) (own[k] as Scored).share /= sum;
}

function top(own: readonly Scored[]): Scored | undefined {
  let best: Scored | undefined;
  for (const s of own) if (!best || s.score > best.score) best = s;
  return best;
}
