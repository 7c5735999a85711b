/** What the model marks as a body over names that the lists hold: one name that goes on, the listed one alone, or a place. */
import type { Tree } from '../2-sentences/syntax.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameHit } from './name-hit.ts';

const NAMED = new Set(['organisation', 'outlet', 'news-agency', 'armed-group']);

/** The hit to keep for a body that the model marks, or undefined where only the listed names inside it count. */
export function mergedBody(tree: Tree, m: NameHit, inside: readonly NameHit[], gazetteer: Gazetteer): NameHit | undefined {
  const last = wordAt(tree, m.end - 1);
  if (m.end - m.start > 1 && tree.words['ends-no-body'].has(last) && !/^(of|for|and|&)$/.test(tree.tokens[m.end - 2]?.form ?? ''))
    return undefined;
  // "Likud Party", "Citigroup Inc."
  const front = inside.find(
    (l) => l.start === m.start && l.end < m.end && l.readings.every((r) => r.kind === 'name' && NAMED.has(r.entityKind)),
  );
  const isFirm = front?.readings.every((r) => r.sector !== 'PTY' && r.entityKind !== 'armed-group');
  const more = tree.words[isFirm ? 'goes-on-in-names' : 'goes-on-in-parties'];
  if (front && all(front.end, m.end, (i) => more.has(wordAt(tree, i))))
    return { start: m.start, end: m.end, readings: front.readings, label: 'ORG', probability: m.probability };
  if (isSideOf(tree, m, inside, gazetteer) || isJoined(tree, m, inside)) return undefined;
  const isPlace = m.end - m.start > 1 && tree.words['ends-of-places'].has(last);
  return isPlace ? { start: m.start, end: m.end, readings: m.readings, label: 'LOC', probability: m.probability } : m;
}

/** "the Republican Senate", "the Varga White House": a chamber or a seat, and who has it. */
function isSideOf(tree: Tree, m: NameHit, inside: readonly NameHit[], gazetteer: Gazetteer): boolean {
  const tail = inside.find(
    (l) => l.end === m.end && l.start > m.start && l.readings.some((r) => r.kind === 'seat' || r.entityKind === 'body'),
  );
  if (!tail) return false;
  const isSeat = tail.readings.some((r) => r.kind === 'seat');
  return all(m.start, tail.start, (i) => {
    const form = tree.tokens[i]?.form ?? '';
    return tree.words['party-sides'].has(form) || (isSeat && gazetteer.surname(form).length > 0);
  });
}

/** "Washington Post-ABC News": listed names that a hyphen joins, and nothing else. */
const isJoined = (tree: Tree, m: NameHit, inside: readonly NameHit[]): boolean =>
  inside.length > 1 &&
  all(m.start, m.end, (i) => tree.tokens[i]?.form === '-' || inside.some((l) => l.start <= i && i < l.end)) &&
  inside.every((l) => l.readings.every((r) => r.kind === 'name' && NAMED.has(r.entityKind)));

const wordAt = (tree: Tree, i: number): string => (tree.tokens[i]?.form ?? '').toLowerCase().replace(/\.$/, '').replaceAll('.', '');

function all(start: number, end: number, holds: (i: number) => boolean): boolean {
  for (let i = start; i < end; i++) if (!holds(i)) return false;
  return true;
}
