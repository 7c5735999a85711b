/**
 * Which words name places. A toponym is the name of a place used as a noun, whether the place is meant or who acts for it ("in Texas",
 * "Texas sued", "Texas towns"), without its article; never an adjective or a people ("Texan", "Syrian"), a person, team or firm.
 * The place name that an institution's name begins with ("Lagos Police Command") counts for where the text is set.
 */
import { type Tree, textOf } from '../../2-sentences/syntax.ts';
import type { Entity, EntityKind } from '../../model/index.ts';
import type { Desk, Draft } from '../draft.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import { sortShort } from '../short-sort.ts';
import type { PlaceKnowledge } from './place-knowledge.ts';

/** A place name in the text, before it is known which place. */
export interface Toponym {
  readonly sentence: number;
  /** Tokens, half-open. */
  readonly start: number;
  readonly end: number;
  /** As written, without the article. */
  readonly name: string;
  /** ISO3 of the state that it is, or that the knowledge puts it in. */
  readonly state: string | undefined;
  /**
   * `state`: a state's own name; `seat`: a capital that stands for its government; `within`: the front of an institution's name; `hint`: the same of a listed
   * one, which says where the text is set and is no place that it speaks of.
   */
  readonly kind: 'place' | 'state' | 'seat' | 'within' | 'hint';
  /** Whether the mention is of this place: not the front of an institution's name, nor what a place is said to lie in within its own name. */
  readonly isWhole: boolean;
  readonly draft: Draft;
  /** What kind of place the words beside it say it is. */
  readonly said: 'town' | 'division' | undefined;
}

const LOCATED: ReadonlySet<EntityKind> = new Set<EntityKind>(['state', 'place', 'body', 'organisation']);

/** The toponyms of an article in order. */
export function findToponyms(desk: Desk, places: PlaceKnowledge): Toponym[] {
  const all: Toponym[] = [];
  desk.trees.forEach((tree, s) => {
    const own: Toponym[] = [];
    for (const draft of desk.drafts[s] ?? []) own.push(...toponymsOf(desk, tree, draft, places));
    sortShort(own, (a, b) => a.start - b.start || a.end - b.end);
    all.push(...own);
  });
  return all;
}

function toponymsOf(desk: Desk, tree: Tree, draft: Draft, places: PlaceKnowledge): Toponym[] {
  if (draft.kind !== 'name' && draft.via !== 'metonym.capital') return [];
  const entity = desk.entities.get(draft.entities[0] ?? '');
  const state = entity?.state || undefined;
  if (!entity || !LOCATED.has(entity.kind) || isOtherThing(tree, draft, places)) return [];
  if (draft.kind === 'metonym') return parts(desk, tree, draft, places, { kind: 'seat', state });
  if (entity.kind === 'state') return parts(desk, tree, draft, places, { kind: 'state', state });
  if (entity.kind === 'place') return parts(desk, tree, draft, places, { kind: 'place', state });
  if (draft.via === 'name.model') {
    const first = front(desk, tree, draft, places);
    return first.length > 0 ? first : back(desk, tree, draft, places);
  }
  return isLocal(draft, entity) ? front(desk, tree, draft, places, 'hint') : [];
}

/** Sectors of institutions that are called after the place they are in: "Kansas State University", "Oakland Police Department". */
const AT_HOME = new Set(['EDU', 'COP', 'MED']);

const isLocal = (draft: Draft, entity: Entity): boolean =>
  draft.via === 'name.listed' && draft.end - draft.start > 2 && AT_HOME.has(entity.sector ?? '');

/** "City" or "North" alone; "Wichita Drive", "West Nile virus": roads and diseases carry names of places and are none. */
function isOtherThing(tree: Tree, draft: Draft, places: PlaceKnowledge): boolean {
  const next = tree.tokens[draft.end];
  if (next && places.isWord(next.lemma.toLowerCase(), 'named-after')) return true;
  if (next && places.isWord(next.form, 'road')) return true;
  if (draft.end > draft.start + 1) return false;
  const own = tree.tokens[draft.start];
  // "Reading is taught": a capital at the start of a sentence makes no name.
  return places.isWord(own?.form ?? '', 'generic') || (draft.start === 0 && (own?.upos === 'VERB' || own?.upos === 'NOUN'));
}

/** One toponym, or two where the name holds what it lies in ("Washington, D.C."). */
function parts(desk: Desk, tree: Tree, draft: Draft, places: PlaceKnowledge, what: Pick<Toponym, 'kind' | 'state'>): Toponym[] {
  const article = /^(the|mainland)$/i.test(tree.tokens[draft.start]?.form ?? '') && draft.end > draft.start + 1;
  const start = article ? draft.start + 1 : draft.start;
  let comma = -1;
  for (let i = start + 1; comma < 0 && i < draft.end - 1; i++) if (tree.tokens[i]?.form === ',') comma = i;
  // "Shanxi province": the name without the word for its kind.
  const last = draft.end > start + 1 && places.isWord(tree.tokens[draft.end - 1]?.form ?? '', 'division') ? draft.end - 1 : draft.end;
  const runs: [number, number][] =
    comma < 0
      ? [[start, last]]
      : [
          [start, comma],
          [comma + 1, last],
        ];
  return runs.map(([from, to], i) => toponymOf(desk, tree, draft, from, to, i === 0, what, places));
}

/** A toponym, its fields laid out one way (see `draftOf`). */
function toponymOf(
  desk: Desk,
  tree: Tree,
  draft: Draft,
  start: number,
  end: number,
  isWhole: boolean,
  { kind, state }: Pick<Toponym, 'kind' | 'state'>,
  places: PlaceKnowledge,
): Toponym {
  const said = saidKind(tree, start, end, places);
  return { sentence: draft.sentence, start, end, name: textOf(desk.article.text, tree, start, end), state, kind, isWhole, draft, said };
}

/** "the town of Beni", "Beni province", "Rostov Region": a word for a kind of place before the name, behind it or at its end. */
function saidKind(tree: Tree, start: number, end: number, places: PlaceKnowledge): Toponym['said'] {
  const isDivision = (i: number): boolean => places.isWord((tree.tokens[i]?.form ?? '').toLowerCase(), 'division');
  const isOf = tree.tokens[start - 1]?.form === 'of';
  if (isDivision(end) || (end > start + 1 && isDivision(end - 1)) || (isOf && isDivision(start - 2))) return 'division';
  return tree.words['towns-of'].has(tree.tokens[isOf ? start - 2 : start - 1]?.form ?? '') ? 'town' : undefined;
}

/** The place that an institution's name begins with: the longest run of its first words that a gazetteer holds, the last word left out. */
function front(desk: Desk, tree: Tree, draft: Draft, places: PlaceKnowledge, kind: 'within' | 'hint' = 'within'): Toponym[] {
  const forms = tree.tokens.slice(draft.start, draft.end).map((t) => t.form);
  for (let n = Math.min(3, forms.length - 1); n > 0; n--) {
    if (!beginsInCapital(forms[n - 1] ?? '') || !beginsInCapital(forms[n] ?? '')) continue;
    if (places.isWord(forms[n] ?? '', 'road') || (n === 1 && places.isWord(forms[0] ?? '', 'generic'))) continue;
    const name = textOf(desk.article.text, tree, draft.start, draft.start + n);
    const known = desk.gazetteer.match(forms.slice(0, n), 0);
    const isState = known?.end === n && known.readings.some((r) => r.kind === 'name' && r.entityKind === 'state');
    if (!isState && places.candidates(name).length === 0) continue;
    return [toponymOf(desk, tree, draft, draft.start, draft.start + n, false, { kind, state: undefined }, places)];
  }
  return [];
}

/** The state that the name of a firm's or a charity's branch ends with: "Ruvo Foods Canada", not "Bank of Canada". */
function back(desk: Desk, tree: Tree, draft: Draft, places: PlaceKnowledge): Toponym[] {
  const last = draft.end - 1;
  const form = tree.tokens[last]?.form ?? '';
  if (last < draft.start + 2 || !beginsInCapital(form) || !beginsInCapital(tree.tokens[last - 1]?.form ?? '')) return [];
  const known = desk.gazetteer.match([form], 0)?.readings.find((r) => r.kind === 'name' && r.entityKind === 'state');
  return known ? [toponymOf(desk, tree, draft, last, draft.end, false, { kind: 'within', state: known.state }, places)] : [];
}
