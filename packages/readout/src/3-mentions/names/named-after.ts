/** Airports, prizes and acts that are called after a person: the name in them is no mention of that person. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { NameHit } from './name-hit.ts';

/** Words of the longest tail: "John Hill *International Peace Prize*". */
const TAIL = 3;

/**
 * Where what is named after the person of a hit ends; -1 where the hit is a person and nothing else. Every word of the tail has a capital, and one of
 * them is a kind of thing that bears names.
 */
export function endOfNamedAfter(
  tree: Tree,
  forms: readonly string[],
  hit: Pick<NameHit, 'end' | 'readings'>,
  gazetteer: Gazetteer,
): number {
  if (hit.readings.length === 0 || !hit.readings.every((r) => r.kind === 'full-name')) return -1;
  for (let k = hit.end; k < hit.end + TAIL; k++) {
    const t = tree.tokens[k];
    if (!t || !/^(PROPN|ADJ|NOUN)$/.test(t.upos) || !/^\p{Lu}\p{Ll}/u.test(t.form) || tree.tokens[k - 1]?.spaceAfter === false) return -1;
    // "The Jan Novak White House": the tail is a name by itself.
    if (tree.words['named-after-persons'].has(t.form.toLowerCase()))
      return k > hit.end && gazetteer.match(forms, hit.end)?.end === k + 1 ? -1 : k + 1;
  }
  return -1;
}

/** "Don Guardian": the name of an outlet or a firm as a surname, flat behind a word in capitals. */
export function isSurnameOnly(tree: Tree, i: number, { end, readings }: Pick<NameHit, 'end' | 'readings'>): boolean {
  const t = tree.tokens[i];
  if (end !== i + 1 || t?.deprel !== 'flat' || t.head !== i - 1 || !/^\p{Lu}\p{Ll}+$/u.test(tree.tokens[i - 1]?.form ?? '')) return false;
  return readings.every((r) => NAMED_BY_WORDS.has(r.entityKind));
}
const NAMED_BY_WORDS = new Set(['organisation', 'outlet', 'news-agency']);
