/** What the model marks as a body over names that the lists hold: one name that goes on, the listed one alone, or a place. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import { isInOwnLand } from './branches.ts';
import type { NameHit } from './name-hit.ts';

const NAMED = new Set(['organisation', 'outlet', 'news-agency', 'armed-group']);

/** The hit to keep for a body that the model marks, or undefined where only the listed names inside it count. */
export function mergedBody(tree: Tree, m: NameHit, inside: readonly NameHit[], gazetteer: Gazetteer): NameHit | undefined {
  const last = wordAt(tree, m.end - 1);
  if (m.end - m.start > 1 && tree.words['ends-no-body'].has(last) && !/^(of|for|and|&)$/.test(tree.tokens[m.end - 2]?.form ?? ''))
    return undefined;
  // "Likud Party", "Citigroup Inc."
  const front = frontOf(m, inside);
  const isFirm = front?.readings.every((r) => r.sector !== 'PTY' && r.entityKind !== 'armed-group');
  const more = tree.words[isFirm ? 'goes-on-in-names' : 'goes-on-in-parties'];
  if (front && (all(front.end, m.end, (i) => more.has(wordAt(tree, i))) || isInOwnLand(tree, front, m.end, inside)))
    return { start: m.start, end: m.end, readings: front.readings, label: 'ORG', probability: m.probability };
  if (front && isFirm && isProductOf(tree, front, m, inside)) return undefined;
  if (isSideOf(tree, m, inside, gazetteer) || isJoined(tree, m, inside) || isPartOf(tree, m, inside)) return undefined;
  const isPlace = m.end - m.start > 1 && tree.words['ends-of-places'].has(last);
  return isPlace ? { start: m.start, end: m.end, readings: m.readings, label: 'LOC', probability: m.probability } : m;
}

/** The listed body that a marked one begins with; "NEC Corp" is no commission of that short name, "Hitachi Ltd" no town. */
function frontOf(m: NameHit, inside: readonly NameHit[]): NameHit | undefined {
  const front = inside.find((l) => l.start === m.start && l.end < m.end && l.readings.some((r) => NAMED.has(r.entityKind)));
  if (
    !front?.readings.every((r) => r.entityKind === 'place' || (r.kind === 'name' && (NAMED.has(r.entityKind) || r.entityKind === 'body')))
  )
    return undefined;
  return front.readings.every((r) => NAMED.has(r.entityKind))
    ? front
    : { ...front, readings: front.readings.filter((r) => NAMED.has(r.entityKind)) };
}

/** "Ford Taurus", "Google Talk": what a listed firm makes, in one or two words that no body's name ends on. */
function isProductOf(tree: Tree, front: NameHit, m: NameHit, inside: readonly NameHit[]): boolean {
  // Of outlets only those of letters: "BBC Panorama", but "Times Colonist".
  const letters = front.end === front.start + 1 && /\p{Lu}{2}/u.test(tree.tokens[front.start]?.form ?? '');
  const isMaker = front.readings.every((r) => r.sector === 'BUS' || r.sector === 'MNC' || (r.sector === 'JRN' && letters));
  if (m.end - front.end > 2 || inside.length > 1 || !isMaker) return false;
  const ends = ['organisation-endings', 'firm-endings', 'ends-of-bodies', 'goes-on-in-names', 'parts-of-firms'] as const;
  return all(
    front.end,
    m.end,
    (i) => /^\p{Lu}\p{Ll}+$/u.test(tree.tokens[i]?.form ?? '') && !ends.some((set) => tree.words[set].has(wordAt(tree, i))),
  );
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

/** "Board of Sandvik AG": a part of a listed body, which is not named by that. */
function isPartOf(tree: Tree, m: NameHit, inside: readonly NameHit[]): boolean {
  if (!tree.words['parts-of-bodies'].has(wordAt(tree, m.start)) || tree.tokens[m.start + 1]?.form !== 'of') return false;
  const first = tree.tokens[m.start + 2]?.form === 'the' ? m.start + 3 : m.start + 2;
  return inside.some((l) => l.start === first && l.readings.every((r) => NAMED.has(r.entityKind)));
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
