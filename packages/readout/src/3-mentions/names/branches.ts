/** What a firm or a society has in another state, named by both: "Sandvik Canada", "Sandvik do Brasil", "Harbour Watch Kenya". */
import type { Tree } from '../../2-sentences/syntax.ts';
import { sortShort } from '../short-sort.ts';
import { headOf } from './head-of.ts';
import type { NameHit } from './name-hit.ts';

/** How sure a name is that its surroundings tell. */
const TOLD = 0.8;

/** Sectors whose bodies have branches that act by themselves; those of the United Nations do not. */
const APART: ReadonlySet<string> = new Set(['BUS', 'MNC', 'NGO']);

/** The hits of a sentence, each listed firm or society with the name of a state right behind it: itself in its own state, else a body of its own. */
export function withBranches(tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  for (let k = 1; k < hits.length; k++) {
    const [parent, land] = [hits[k - 1] as NameHit, hits[k] as NameHit];
    const states = landsOf(land);
    if (states.size === 0 || !isListed(parent) || !isBehind(tree, parent, land)) continue;
    const isApart = parent.readings.every((r) => APART.has(r.sector ?? ''));
    if (!isApart && !parent.readings.every((r) => r.sector === 'UNO')) continue;
    const isSame = !isApart || parent.readings.some((r) => states.has(r.state ?? ''));
    const whole: NameHit = {
      start: parent.start,
      end: land.end,
      readings: isSame ? parent.readings : [],
      label: 'ORG',
      probability: Math.max(parent.probability, TOLD),
    };
    all = all.filter((h) => h !== parent && h !== land).concat(whole);
  }
  return all === hits ? hits : sortShort(all, (a, b) => a.start - b.start);
}

/** Whether a listed body's name is followed by its own state, or is one of the United Nations' that has an office there: it is still that body. */
export function isInOwnLand(tree: Tree, front: NameHit, end: number, hits: readonly NameHit[]): boolean {
  const land = hits.find((h) => h.end === end && h.start >= front.end);
  if (!land || !(land.start === front.end || (land.start === front.end + 1 && tree.tokens[front.end]?.form === 'of'))) return false;
  const states = landsOf(land);
  return states.size > 0 && front.readings.some((r) => states.has(r.state ?? '') || (r.sector === 'UNO' && land.start === front.end));
}

const isListed = (h: NameHit): boolean =>
  h.readings.length > 0 && h.readings.every((r) => r.kind === 'name' && r.entityKind === 'organisation');

/** The states that a hit may be the name of. */
const landsOf = ({ readings }: NameHit): ReadonlySet<string> =>
  new Set(
    readings.flatMap((r) =>
      (r.kind === 'name' || r.kind === 'adjective') && r.entityKind === 'state' && !r.partial && r.state ? r.state : [],
    ),
  );

/** Whether a state's name hangs on the name before it or that on it: not "Sandvik U.S. sales", "Sandvik Russian deal". */
function isBehind(tree: Tree, parent: NameHit, land: NameHit): boolean {
  const last = tree.tokens[land.end - 1];
  if (!last || last.upos === 'ADJ' || !/^(\p{Lu}.*\p{Ll}\p{L}*|USA|UK)$/u.test(last.form)) return false;
  const between = land.start === parent.end + 1 ? (tree.tokens[parent.end]?.form ?? '') : '';
  if (land.start !== parent.end && !tree.words['of-in-firm-names'].has(between)) return false;
  if (!tree.tokens[parent.end - 1]?.spaceAfter) return false;
  if (between !== '') return true;
  const [own, lands] = [headOf(tree, parent.start, parent.end), headOf(tree, land.start, land.end)];
  const [a, b] = [tree.tokens[own], tree.tokens[lands]];
  return (a?.head === lands && /^(compound|flat|nmod:desc)$/.test(a.deprel)) || (b?.head === own && /^(flat|compound)$/.test(b.deprel));
}
