/** Where an act happened, and whether that is on neutral ground. */
import { clauseOf } from '../2-sentences/mood.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, Mention, Party } from '../model/index.ts';
import type { FoundParty } from './found-party.ts';
import { isPlace } from './parties.ts';

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'outside', 'inside', 'across', 'on the sidelines of', 'around']);

/** Where it happened: a place (or a state as a place) after a preposition of place, on the clause, the trigger or a place phrase of theirs. */
export function locationOf(
  doc: Document,
  tree: Tree,
  clauseToken: number,
  trigger: number,
  parties: readonly FoundParty[],
): Mention | undefined {
  const s = tree.sentence.index;
  const clause = clauseOf(tree, clauseToken);
  const hosts = new Set([clause, clauseToken, trigger]);
  const belongs = (i: number, depth: number): boolean => {
    const up = tree.tokens[i]?.head ?? -1;
    if (hosts.has(up)) return true;
    if (depth === 0 || up < 0) return false;
    return (
      ['obl', 'nmod'].includes(baseAt(tree, up)) && /^(in|at|on|near|during|outside|of)/.test(caseOf(tree, up)) && belongs(up, depth - 1)
    );
  };
  const [a, b] = yieldOf(tree, clause);
  let best: Mention | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = a; i < b; i++) {
    const r = baseAt(tree, i);
    if (r !== 'obl' && r !== 'nmod') continue;
    if (!PLACE_PREPOSITIONS.has(caseOf(tree, i)) || !belongs(i, 3)) continue;
    const m = doc.mentionAt(s, i);
    if (!m || m.kind === 'nominal' || m.kind === 'pronoun' || parties.some((p) => p.direct && p.mention.id === m.id && isPlace(doc, m)))
      continue;
    const kind = doc.entities.get(m.entities[0] ?? '')?.kind;
    if (!isPlace(doc, m) && kind !== 'state') continue;
    const distance = Math.abs(i - trigger);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = m;
    }
  }
  return best;
}

/** The place as an event carries it: the mention's first entity, and where that is. */
export function locationRow(doc: Document, location: Mention): NonNullable<Event['location']> {
  const entity = location.entities[0] ?? '';
  const place = doc.entities.get(entity)?.place;
  return { entity, mention: location.id, ...(place ? { place } : {}) };
}

/** Whether a place belongs to none of the two or more states whose parties take part. */
export function isThirdPlace(doc: Document, location: Mention, parties: readonly Party[]): boolean {
  const state = doc.stateOf(location);
  const states = new Set(parties.map((p) => p.state).filter((x) => x !== undefined));
  return state !== undefined && states.size >= 2 && !states.has(state);
}
