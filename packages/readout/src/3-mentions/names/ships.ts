/** Ships that are named after persons and towns: "the carrier George Washington", "USS Cole", and "the Cole" after that; storms: "Hurricane Wilma", then "Wilma". */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import type { NameHit } from './name-hit.ts';

/** Takes the names of ships and storms out of the names of a text: they are nobody and nowhere. */
export function withoutShips(trees: readonly Tree[], hits: readonly NameHit[][]): readonly NameHit[][] {
  let ships: Set<string> | undefined;
  const storms = stormsNamed(trees);
  const words = (tree: Tree, h: NameHit): string[] => tree.tokens.slice(h.start, h.end).map((t) => t.form);
  hits.forEach((all, s) => {
    const tree = trees[s];
    if (!tree) return;
    for (const h of all) {
      if (!isShipWhole(tree, h) && (!isShipBefore(tree, h.start) || !mayBeShip(h))) continue;
      const name = words(tree, h);
      ships = (ships ?? new Set()).add(name.join(' ')).add(name[name.length - 1] ?? '');
    }
  });
  const named = ships ?? new Set();
  if (named.size + storms.size === 0) return hits;
  return hits.map((all, s) => {
    const tree = trees[s];
    if (tree === undefined) return all;
    return all.filter((h) => {
      if (isShipWhole(tree, h)) return false;
      if (!mayBeShip(h)) return !isPrefix(tree, h) || !all.some((x) => x.start === h.end && mayBeShip(x));
      const name = words(tree, h).join(' ');
      return !isShip(tree, h, named, name) && !storms.has(name);
    });
  });
}

/** "USS Cole", which the model marked whole. */
const isShipWhole = (tree: Tree, h: NameHit): boolean =>
  h.end > h.start + 1 && h.readings.length === 0 && isPrefix(tree, h) && tree.tokens[h.start + 1]?.upos === 'PROPN';

/** "USS", "INS": letters that stand before the names of the ships of one navy. */
const isPrefix = (tree: Tree, h: NameHit): boolean =>
  /^\p{Lu}{2,}$/u.test(tree.tokens[h.start]?.form ?? '') && tree.words.ships.has(formsOf(tree)[h.start] ?? '');

function isShip(tree: Tree, h: NameHit, ships: ReadonlySet<string>, name: string): boolean {
  if (isShipBefore(tree, h.start)) return true;
  const before = tree.tokens[h.start - 1]?.form.toLowerCase();
  const next = tree.tokens[h.end];
  return before === 'the' && ships.has(name) && !(next?.upos === 'NOUN' && !tree.words.ships.has(next.lemma.toLowerCase()));
}

/** A person or a place; a state or a firm behind "the ship" is who has it. */
const mayBeShip = (h: NameHit): boolean =>
  h.readings.length === 0
    ? h.label === 'PER' || h.label === 'LOC' || h.label === 'GPE'
    : h.readings.every((r) => r.entityKind === 'person' || r.entityKind === 'place');

/** "USS", or the noun for a ship with nothing in between. */
function isShipBefore(tree: Tree, start: number): boolean {
  const t = tree.tokens[start - 1];
  if (!t || !tree.words.ships.has(formsOf(tree)[start - 1] ?? '') || (t.xpos === 'NNS' && t.form !== t.lemma)) return false;
  // "the ship Norway seized" is whose clause it is.
  return t.spaceAfter;
}

/** The names that stand behind the nouns for storms, whether or not the model marks them there. */
function stormsNamed(trees: readonly Tree[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tree of trees)
    for (let i = 1; i < tree.tokens.length; i++)
      if (tree.words.storms.has(formsOf(tree)[i - 1] ?? '') && tree.tokens[i]?.upos === 'PROPN' && isStormBefore(tree, i))
        found.add(tree.tokens[i]?.form ?? '');
  return found;
}

/** "Hurricane Wilma", "tropical storm Dennis"; not "after the storm Novak flew home". */
function isStormBefore(tree: Tree, start: number): boolean {
  const noun = tree.tokens[start - 1];
  if (!noun?.spaceAfter || !tree.words.storms.has(noun.form.toLowerCase())) return false;
  return /^\p{Lu}/u.test(noun.form) || tree.tokens[start - 2]?.form.toLowerCase() === 'tropical';
}
