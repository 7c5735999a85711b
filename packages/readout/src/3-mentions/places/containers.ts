/** What the text itself says a place lies in: "Paris, Texas", "Pandi in Bulacan", "Turkey's southern city of Adana", "the Iraqi city of Mosul". */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { type Candidate, kilometres, type PlaceKnowledge } from './place-knowledge.ts';
import type { Toponym } from './toponyms.ts';

/** How far from a region's or district's point something may lie that it holds, where no code tells: most are smaller. */
const REGION_KM = 400;
const DISTRICT_KM = 90;
const CITY_KM = 50;
const SIZE = { area: 5, country: 4, region: 3, district: 2, city: 1, point: 0 } as const;

/** Whether `outer` holds `inner`, as far as codes and distances tell. */
export function contains(outer: Candidate, inner: Candidate): boolean {
  if (SIZE[outer.precision] <= SIZE[inner.precision] && !(outer.precision === 'city' && inner.precision === 'city')) return false;
  if (outer.precision === 'area') return false;
  if (outer.country !== undefined && inner.country !== undefined && outer.country !== inner.country) return false;
  if (outer.precision === 'country') return outer.country === inner.country;
  if (outer.precision === 'region') {
    if (outer.admin1 !== undefined && inner.admin1 !== undefined) return outer.admin1 === inner.admin1;
    return kilometres(outer, inner) < REGION_KM;
  }
  return kilometres(outer, inner) < (outer.precision === 'district' ? DISTRICT_KM : CITY_KM);
}

/** The toponym of the sentence that the text puts `i` in, or the state of an adjective in front; `all` are the sentence's, in order. */
export function containerOf(
  desk: Desk,
  tree: Tree,
  all: readonly Toponym[],
  i: number,
  places: PlaceKnowledge,
): { toponym?: Toponym; state?: string } {
  const own = all[i];
  const next = all[i + 1];
  const before = all[i - 1];
  if (!own) return {};
  // "Pandi in Bulacan", "Crawford County, located in Pennsylvania".
  if (next && next.start - own.end <= 5 && isHolder(tree, own, next) && !isListOfRegions(tree, all, i, places)) return { toponym: next };
  if (
    before &&
    own.start - before.end <= 4 &&
    /^('s|’s)( \p{L}+){0,3}$/u.test(between(tree, before.end, own.start)) &&
    // "Mexico's president thanked Canada": that is no place in it.
    !tree.tokens.slice(before.end, own.start).some((t) => t.upos === 'VERB')
  )
    return { toponym: before };
  // "the Iraqi city of Mosul", "Iraqi city Mosul"
  const adjective = (desk.drafts[own.sentence] ?? []).find(
    (d) =>
      d.kind === 'demonym' &&
      d.end <= own.start &&
      own.start - d.end <= 5 &&
      tree.words.settlements.has(/\b(\w+)(?: of)?$/.exec(between(tree, d.end, own.start))?.[1] ?? ''),
  );
  const state = adjective ? desk.entities.get(adjective.entities[0] ?? '')?.state : undefined;
  return state ? { state } : {};
}

/** What stands between a place and what holds it: a comma, a bracket, "in", "located in the", "in northern". */
function isHolder(tree: Tree, a: Toponym, b: Toponym): boolean {
  const last = tree.tokens[b.start - 1]?.form ?? '';
  const end = tree.words['parts-of-lands'].has(last.toLowerCase()) ? b.start - 1 : b.start;
  return /^(,|\(|,? ?(\p{Ll}+ed )?in( the)?)$/u.test(between(tree, a.end, end));
}

/** "Oregon, Washington, Idaho and Utah": regions in a list of three and more, of which none is a town in the next ("Washington, Pennsylvania"). */
export function isListOfRegions(tree: Tree, all: readonly Toponym[], i: number, places: PlaceKnowledge): boolean {
  const [before, own, next, after] = [all[i - 1], all[i], all[i + 1], all[i + 2]];
  if (!own || !next || !standBeside(tree, own, next) || !isRegion(own, places) || !isRegion(next, places)) return false;
  const goesOn = (t: Toponym | undefined, isBeside: (t: Toponym) => boolean): boolean =>
    t !== undefined && isBeside(t) && isRegion(t, places);
  return goesOn(before, (t) => standBeside(tree, t, own)) || goesOn(after, (t) => standBeside(tree, next, t));
}

const isRegion = (t: Toponym, places: PlaceKnowledge): boolean => places.candidates(t.name).some((c) => c.own && c.precision === 'region');

/** "Ohio, Iowa", "Lagos and Abuja": neighbours in a list, or a place and what holds it. */
export const standBeside = (tree: Tree, a: Toponym, b: Toponym): boolean =>
  b.start - a.end <= 2 && /^(,|and|or|, and|, or|&)$/.test(between(tree, a.end, b.start));

function between(tree: Tree, from: number, to: number): string {
  if (to - from > 6) return '…';
  let words = '';
  for (let i = from; i < to; i++) words += `${i > from ? ' ' : ''}${tree.tokens[i]?.form}`;
  return words;
}
