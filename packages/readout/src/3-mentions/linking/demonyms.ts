/** People who are named after whom they belong to: "Peruvians", "an Iraqi", "eight Republicans". */
import { isPlural, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, localId, place } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';

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
  isPlural(tree, head) &&
  desk.gazetteer.known(reading.entity)?.sector === 'PTY' &&
  (tree.children[head] ?? []).some(
    (c) => c < head && (relationAt(tree, c) === 'nummod' || tree.words['some-of'].has(tree.tokens[c]?.form.toLowerCase() ?? '')),
  );

const ONE = new Set(['a', 'an', 'another', 'one', 'every', 'each', 'no']);
const HEADS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);

/** How a state's adjective is used as a noun: 'one' of a people ("an Iraqi"), or 'the' one or all of them; undefined before a noun. */
export function nounUse(tree: Tree, start: number, head: number): 'one' | 'the' | undefined {
  const article = tree.tokens[start - 1]?.form.toLowerCase() ?? '';
  const isOne = ONE.has(article);
  if (!isOne && article !== 'the') return undefined;
  const next = tree.tokens[head + 1];
  const token = tree.tokens[head];
  // What is neither a word nor a common mark may hide the noun: "an Iraqi ****".
  if (!token || !next || HEADS.has(next.upos) || !/^[\p{L}.,;:!?'’"”)(]/u.test(next.form)) return undefined;
  // "the Greek and Turkish ministers".
  if (token.head > head && /^(amod|compound)$/.test(relationAt(tree, head))) return undefined;
  return isOne ? 'one' : 'the';
}

/** The reading as one person; with "the" only where the word is none for the whole people ("the Chilean", not "the Dutch"). */
export function onePerson(use: 'one' | 'the', reading: Reading, all: readonly Reading[]): Reading | undefined {
  if (reading.kind !== 'adjective' && reading.kind !== 'person') return undefined;
  const person = all.find((r) => r.kind === 'person' && r.state === reading.state);
  return use === 'the' && all.some((r) => r.kind === 'people' && r.state === reading.state) ? undefined : person;
}

/** How far back "the Chilean" may have been named, in sentences. */
const REACH = 4;

/** "The Chilean": the only person of that state whom the sentences before have named. */
export function placeOne(desk: Desk, tree: Tree, at: Omit<Draft, 'entities' | 'kind' | 'via' | 'plural'>, reading: Reading): boolean {
  if (tree.tokens[at.start - 1]?.form.toLowerCase() !== 'the') return false;
  const found = new Set<string>();
  for (let k = Math.max(0, at.sentence - REACH); k <= at.sentence; k++)
    for (const d of desk.drafts[k] ?? []) {
      const e = d.kind === 'name' ? desk.entities.get(d.entities[0] ?? '') : undefined;
      if (e?.kind === 'person' && e.state === reading.state) found.add(e.id);
    }
  const [only, second] = found;
  if (only === undefined || second !== undefined) return false;
  const gender = desk.entities.get(only)?.gender;
  place(desk, at, { entities: [only], kind: 'nominal', via: 'demonym.person', plural: false, ...(gender ? { gender } : {}) });
  return true;
}
