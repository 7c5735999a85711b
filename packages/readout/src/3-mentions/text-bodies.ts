/**
 * Bodies by the general words for them, once all names of a text are found: "the Church" after the Church of the Harbour, "the Army" of the
 * only state that a text speaks of, "the Ministry" of the state that publishes.
 */
import type { Tree } from '../2-sentences/syntax.ts';
import type { Entity } from '../model/index.ts';
import { listedOf } from './bodies.ts';
import { type Desk, type Draft, enter, learn } from './draft.ts';
import { publishingState } from './own-country.ts';
import { sortShort } from './short-sort.ts';

const OF_STATES = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);
const NAMED = new Set(['body', 'organisation', 'armed-group', 'outlet']);

/** Gives bodies without a state the name that the text has for them, or the state; `spoken`: the states that the text speaks of. */
export function settleBodies(desk: Desk, spoken: ReadonlySet<string>): void {
  const publishing = publishingState(desk);
  const [only, second] = spoken;
  const own = publishing ?? (second === undefined ? only : undefined);
  const earlier: Draft[] = [];
  desk.trees.forEach((tree, s) => {
    for (const d of sortShort([...(desk.drafts[s] ?? [])], (a, b) => a.start - b.start)) {
      if (d.kind !== 'name') continue;
      const e = unsettled(desk, d);
      if (e) settle(desk, tree, d, e, earlier, own !== undefined && isOnlyIn(desk, s, own) ? own : undefined);
      if (NAMED.has(desk.entities.get(d.entities[0] ?? '')?.kind ?? '')) earlier.push(d);
    }
  });
}

/** The body of a draft that no list holds and no state has. */
function unsettled(desk: Desk, d: Draft): Entity | undefined {
  const e = desk.entities.get(d.entities[0] ?? '');
  return e && (e.kind === 'body' || e.kind === 'organisation') && e.knowledge === undefined && e.state === undefined ? e : undefined;
}

function settle(desk: Desk, tree: Tree, d: Draft, e: Entity, earlier: readonly Draft[], own: string | undefined): void {
  const role = desk.roles.at(tree, d.end - 1);
  const isGeneral = role?.kind === 'body' && role.start <= d.start && !role.weak;
  const same = isGeneral ? namedWith(desk, e.name, earlier) : undefined;
  if (same) {
    d.entities = [same];
    d.via = 'name.short';
    return;
  }
  if (own === undefined || !OF_STATES.has(e.sector ?? '')) return;
  const listed = listedOf(desk, e.name, own);
  if (listed) {
    enter(desk, listed.entity, { kind: 'body', name: e.name });
    d.entities = [listed.entity];
    d.via = 'name.listed';
  } else if (isGeneral || tree.words['begins-own-bodies'].has(/^\w+/.exec(e.name)?.[0] ?? '')) learn(desk, e.id, { state: own });
}

/** The last body named before whose name has these words and more. */
function namedWith(desk: Desk, words: string, earlier: readonly Draft[]): string | undefined {
  for (let k = earlier.length - 1; k >= 0; k--) {
    const e = desk.entities.get(earlier[k]?.entities[0] ?? '');
    if (e && e.name.length > words.length && ` ${e.name} `.includes(` ${words} `)) return e.id;
  }
  return undefined;
}

/** Whether the names of a sentence speak of no other state. */
function isOnlyIn(desk: Desk, s: number, state: string): boolean {
  return (desk.drafts[s] ?? []).every((d) => {
    const of = d.state ?? desk.entities.get(d.entities[0] ?? '')?.state;
    return of === undefined || of === state;
  });
}
