/** People who are named after whom they belong to: "Peruvians", "eight Republicans". */
import { relationAt, type Tree } from '../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, localId, place } from './draft.ts';
import type { Reading } from './gazetteer.ts';

/** Enters people of a state or party under the words of the text. */
export function placePeople(
  desk: Desk,
  base: Omit<Draft, 'entities' | 'kind' | 'via' | 'plural'>,
  words: string,
  of: { readonly state: string | undefined; readonly sector: string; readonly via: string; readonly plural: boolean },
): void {
  const id = localId('people', words);
  const { sector, via, plural } = of;
  const state = of.state ? { state: of.state } : {};
  enter(desk, id, { kind: 'people', name: words, sector, ...state });
  place(desk, base, { entities: [id], kind: 'demonym', via, plural, sector, ...state });
}

/** Whether a party's name counts some of its members, who may vote against their party. */
export const isSomeMembers = (desk: Desk, tree: Tree, head: number, reading: Reading): boolean =>
  /^NNP?S$/.test(tree.tokens[head]?.xpos ?? '') &&
  desk.gazetteer.known(reading.entity)?.sector === 'PTY' &&
  (tree.children[head] ?? []).some(
    (c) => c < head && (relationAt(tree, c) === 'nummod' || tree.words['some-of'].has(tree.tokens[c]?.form.toLowerCase() ?? '')),
  );
