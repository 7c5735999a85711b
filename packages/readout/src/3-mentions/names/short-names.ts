/** Names of one word: whether they mean, in a text, what the lists hold under them. A short name has many bearers in the world. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from './name-hit.ts';

const BODIES = new Set(['body', 'organisation', 'armed-group']);
/** Firms, outlets and universities are known abroad by their one word. */
const ABROAD = new Set(['MNC', 'BUS', 'JRN', 'EDU']);

/** Without a condition. */
const isFree = (r: Reading): boolean => r.context.length === 0;

/** The states that a text speaks of by any name of theirs: their own, those of their places, persons and bodies, short names left out. */
export function statesSpokenOf(hits: readonly (readonly NameHit[])[]): ReadonlySet<string> {
  const spoken = new Set<string>();
  for (const sentence of hits)
    for (const hit of sentence) {
      const first = hit.readings.find(isFree);
      if (!first?.state || hit.readings.some((r) => isFree(r) && r.state !== first.state)) continue;
      if (hit.end - hit.start > 1 || !BODIES.has(first.entityKind)) spoken.add(first.state);
    }
  return spoken;
}

/**
 * "ISS" in a text on a space station: one word that a body, a party or a group of some state has for a name, in a text that speaks of other states and of
 * that one nowhere, has not named the body in full, and is not published there.
 */
export function isStranger(desk: Desk, hit: NameHit, reading: Reading, spoken: ReadonlySet<string>): boolean {
  const { state } = reading;
  if (reading.local && state !== undefined)
    return spoken.size > 0 && !spoken.has(state) && desk.article.publisher?.state !== state && !desk.entities.has(reading.entity);
  if (reading.kind !== 'name' || hit.end - hit.start > 1 || state === undefined || !BODIES.has(reading.entityKind)) return false;
  if (ABROAD.has(reading.sector ?? '') || spoken.size === 0 || spoken.has(state) || desk.article.publisher?.state === state) return false;
  return !desk.entities.has(reading.entity) && !desk.gazetteer.wellKnownName(reading.entity);
}

/** "Time and again", "Anonymous sources": a word with one capital that the tagger takes for no name, at the start or as no noun. */
export function isPlainWord(tree: Tree, i: number, readings: readonly Reading[]): boolean {
  const t = tree.tokens[i];
  if (!t || !/^\p{Lu}\p{Ll}+$/u.test(t.form) || !readings.every((r) => r.kind === 'name' && r.entityKind !== 'state')) return false;
  if (!/^(ADJ|VERB|ADV|NUM|INTJ)$/.test(t.upos) && (i > 0 || t.upos !== 'NOUN')) return false;
  return !tree.sentence.names.some((n) => n.start <= i && i < n.end && n.probability >= SURE);
}
/** From what probability on the model's name counts against the tagger: "Boeing" at the start of a sentence. */
const SURE = 0.5;

/** The only one of several whose state the text speaks of, if only by its persons and places. */
function onlySpoken(same: readonly Reading[], spoken: ReadonlySet<string>): Reading | undefined {
  const fits = same.filter((r) => r.state !== undefined && spoken.has(r.state));
  return fits.length === 1 ? fits[0] : undefined;
}

/** The first of several if the text names its state outright, else the only one whose state it speaks of. */
export function namedOne(
  same: readonly Reading[],
  around: { readonly named: ReadonlyMap<string, number>; readonly spoken: ReadonlySet<string> },
): Reading | undefined {
  return same[0]?.state && around.named.has(same[0].state) ? same[0] : onlySpoken(same, around.spoken);
}

/** The one of several whose state the text has met in more names than that of any other: "ABC" beside Apple, NBC and their like. */
export function mostMet(desk: Desk, same: readonly Reading[]): Reading | undefined {
  if (!same.every((r) => r.entityKind === 'outlet' || r.entityKind === 'news-agency')) return undefined;
  const met = new Map<string, number>();
  for (const e of desk.entities.values()) if (e.state) met.set(e.state, (met.get(e.state) ?? 0) + 1);
  const [first, second] = [...same].sort((a, b) => (met.get(b.state ?? '') ?? 0) - (met.get(a.state ?? '') ?? 0));
  const most = met.get(first?.state ?? '') ?? 0;
  return most > 0 && most > (met.get(second?.state ?? '') ?? 0) ? first : undefined;
}
