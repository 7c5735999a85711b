/**
 * Names of places that neither the lists nor the model are sure of, but the gazetteer and the surroundings agree on: a longer name around a
 * shorter one ("South Charleston"), a weak guess of the model that the gazetteer holds, a capitalised name after a preposition of place.
 */
import { plainForm } from '../../2-sentences/features.ts';
import { formsOf, type Tree, textOf } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftOf, enter, localId, place, setHead } from '../draft.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import { headOf } from '../names/head-of.ts';
import type { PlaceKnowledge } from './place-knowledge.ts';

/** A guess of the model below this is no name for link.ts; above `WEAK` it is one if the gazetteer holds it. */
const SURE = 0.5;
const WEAK = 0.2;
/** How well known a place must be to be taken after a preposition alone: some thousand people. */
const KNOWN = 2.6;

/** Adds to the desk what can be added, and widens what is there. */
export function addPlaceNames(desk: Desk, places: PlaceKnowledge): void {
  desk.trees.forEach((tree, s) => {
    for (const d of [...(desk.drafts[s] ?? [])]) if (isPlaceName(desk, d)) widen(desk, tree, d, places);
    for (const n of tree.sentence.names) {
      if (n.probability >= SURE || n.probability < WEAK || (n.label !== 'LOC' && n.label !== 'GPE')) continue;
      add(desk, tree, s, n.start, n.end, places, 0);
    }
    for (let i = 0; i + 1 < tree.tokens.length; i++) {
      if (tree.tokens[i]?.upos !== 'ADP' || tree.tokens[i + 1]?.upos !== 'PROPN') continue;
      if (!places.isWord(formsOf(tree)[i] ?? '', 'preposition')) continue;
      let end = i + 1;
      while (end < i + 4 && tree.tokens[end]?.upos === 'PROPN' && /^\p{Lu}\p{L}/u.test(tree.tokens[end]?.form ?? '')) end++;
      if (end > i + 1) add(desk, tree, s, i + 1, end, places, KNOWN);
    }
  });
}

function isPlaceName(desk: Desk, d: Draft): boolean {
  return d.kind === 'name' && desk.entities.get(d.entities[0] ?? '')?.kind === 'place';
}

const isFree = (desk: Desk, s: number, from: number, to: number, but?: Draft): boolean =>
  !(desk.drafts[s] ?? []).some((d) => d !== but && d.start < to && d.end > from);

function add(desk: Desk, tree: Tree, s: number, from: number, to: number, places: PlaceKnowledge, least: number): void {
  if (!isFree(desk, s, from, to)) return;
  const words = textOf(desk.article.text, tree, from, to);
  if (to === from + 1 && places.isWord(words, 'generic')) return;
  if (!beginsInCapital(words) || (places.candidates(words)[0]?.weight ?? -1) < least) return;
  const id = localId('place', words);
  enter(desk, id, { kind: 'place', name: words });
  const head = headOf(tree, from, to);
  place(desk, { sentence: s, head, start: from, end: to, entities: [id], kind: 'name', via: 'name.gazetteer', plural: false });
}

/** "Charleston" in "South Charleston", "Butler" in "Butler County": the longer name where the gazetteer holds it. */
function widen(desk: Desk, tree: Tree, d: Draft, places: PlaceKnowledge): void {
  const isWord = (i: number): boolean => tree.tokens[i]?.upos === 'PROPN' && beginsInCapital(tree.tokens[i]?.form ?? '');
  const wider: [number, number][] = [
    [d.start, d.end + 2],
    [d.start - 1, d.end + 1],
    [d.start, d.end + 1],
    [d.start - 1, d.end],
  ];
  for (const [from, to] of wider) {
    if (from < 0 || to > tree.tokens.length || !isFree(desk, d.sentence, from, to, d)) continue;
    let whole = true;
    for (let i = from; i < to; i++) whole &&= (i >= d.start && i < d.end) || isWord(i);
    if (!whole) continue;
    const words = textOf(desk.article.text, tree, from, to);
    if (/[,;()\n]/.test(words.slice(0, -1)) || places.held(words).length === 0) continue;
    // "the Indiana" is Indiana; the gazetteer's own name must begin as the words do.
    if (plainForm(words).toLowerCase().startsWith('the ')) continue;
    const id = localId('place', words);
    enter(desk, id, { kind: 'place', name: words });
    const where = { sentence: d.sentence, head: headOf(tree, from, to), start: from, end: to };
    const wide = draftOf(where, { ...d, entities: [id], via: 'name.gazetteer' });
    const list = desk.drafts[d.sentence];
    const at = list?.indexOf(d) ?? -1;
    if (list && at >= 0) list[at] = wide;
    setHead(desk, d.sentence, d.head, undefined);
    setHead(desk, wide.sentence, wide.head, wide);
    return;
  }
}
