/**
 * Names: what the gazetteer finds and what the model marks, overlaps resolved, each with the reading its surroundings allow.
 * Longest first; a person's name swallows a place inside it ("Jan Chad"), an organisation's name too ("Bank of China").
 */
import { plainForm } from '../../2-sentences/features.ts';
import { mapped } from '../../2-sentences/mapped.ts';
import type { Tree } from '../../2-sentences/syntax.ts';
import { isShouting, titleCase } from '../lists/capitals.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { sortShort } from '../short-sort.ts';
import { listedHits } from './listed-hits.ts';
import { mergedBody } from './merged-names.ts';
import { modelledHits } from './modelled-hits.ts';
import type { NameHit } from './name-hit.ts';
import { type Seen, touches } from './seen.ts';
import { isGivenName } from './whole-persons.ts';

/** The names of one sentence, in order, without overlaps. */
export function findNameHits(tree: Tree, gazetteer: Gazetteer, roles: RoleLexicon, genders: ReadonlyMap<string, 'm' | 'f'>): NameHit[] {
  const forms = mapped(tree.tokens, (t) => plainForm(t.form));
  // "The North" at the start of a sentence is "the North".
  if (forms[0] === 'The') forms[0] = 'the';
  let cased: string[] | undefined;
  const titled = (): string[] => (cased ??= mapped(forms, titleCase));
  const seen: Seen = { tree, forms, isShouting: isShouting(forms), titled, gazetteer, roles, genders };
  const listed = listedHits(seen);
  const modelled = modelledHits(seen, listed);
  if (modelled.length === 0) return listed.hits;
  if (listed.hits.length === 0)
    return apart(modelled.flatMap((m) => (m.label === 'ORG' ? (mergedBody(tree, m, listed.hits, gazetteer) ?? []) : m)));
  return together(seen, listed.hits, modelled);
}

/** Listed names that are kept although something of the model lies over them, with its label; and those that go. */
interface Settled {
  readonly kept: NameHit[];
  readonly dropped: Set<NameHit>;
  readonly extended: Map<NameHit, NameHit>;
}

/** Both kinds where they overlap. */
function together(seen: Seen, listed: readonly NameHit[], modelled: readonly NameHit[]): NameHit[] {
  const settled: Settled = { kept: [], dropped: new Set(), extended: new Map() };
  for (const marked of modelled) {
    const inside = listed.filter((l) => touches(l, marked));
    const m = marked.label === 'ORG' ? mergedBody(seen.tree, marked, inside, seen.gazetteer) : marked;
    if (m) settle(seen, m, inside, settled);
  }
  const { kept, dropped, extended } = settled;
  for (const l of listed) if (!dropped.has(l)) kept.push(extended.get(l) ?? l);
  return apart(kept);
}

/** Whether a name of the model or the listed ones inside it count. */
function settle(seen: Seen, m: NameHit, inside: readonly NameHit[], { kept, dropped, extended }: Settled): void {
  if (m.readings.length > 0) {
    for (const l of inside) dropped.add(l);
    kept.push(m);
    return;
  }
  const same = inside.find((l) => l.start <= m.start && l.end >= m.end);
  if (same) {
    if (same.start === m.start && same.end === m.end && m.label)
      extended.set(same, { start: same.start, end: same.end, readings: same.readings, label: m.label, probability: m.probability });
    return;
  }
  if (inside.length === 0) {
    kept.push(m);
    return;
  }
  if (m.label === 'PER') {
    settlePerson(seen, m, inside, { kept, dropped, extended });
    return;
  }
  if (inside.some((l) => l.readings.some((r) => r.kind === 'name' && r.entityKind !== 'state') && l.end - l.start >= 2)) return;
  // "Sweden and Finland" as one place, "Treaty allies Japan" as a body: an unsure name does not swallow listed ones, nor does a run of them.
  if (m.probability < 0.6 || (inside.length > 1 && m.label !== 'ORG')) return;
  for (const l of inside) dropped.add(l);
  kept.push({ start: m.start, end: m.end, readings: [], label: m.label, probability: m.probability });
}

/**
 * A listed name at the front of a person's that is an adjective, a state or a body modifies it: "French Jean Dupont" is cut, while "Iranian Revolutionary
 * Guard" stays whole as an organisation.
 */
function settlePerson({ tree, genders }: Seen, m: NameHit, inside: readonly NameHit[], { kept, dropped }: Settled): void {
  if (inside.some((l) => l.readings.some((r) => r.kind === 'full-name'))) return;
  // "Telegraph Co" of a firm that the lists hold as "Harbour Telephone and Telegraph".
  if (
    inside.some((l) => l.start < m.start && l.end - l.start > 2 && l.readings.every((r) => r.kind === 'name' && r.entityKind !== 'place'))
  )
    return;
  const front = inside.find((l) => l.start === m.start);
  const isOther = front?.readings.some(
    (r) => r.kind === 'adjective' || r.entityKind === 'state' || r.entityKind === 'body' || r.entityKind === 'organisation',
  );
  if (front && isOther && front.end < m.end && !isGivenName(tree, front, m, genders)) {
    kept.push({ start: front.end, end: m.end, readings: m.readings, label: m.label, probability: m.probability });
    for (const l of inside) if (l !== front) dropped.add(l);
    return;
  }
  for (const l of inside) dropped.add(l);
  kept.push(m);
}

/** Names in order, those that begin within the one before left out. */
function apart(hits: NameHit[]): NameHit[] {
  return sortShort(hits, (a, b) => a.start - b.start).filter((h, i, all) => i === 0 || h.start >= (all[i - 1]?.end ?? 0));
}
