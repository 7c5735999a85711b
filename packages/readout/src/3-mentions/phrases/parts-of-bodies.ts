/** What a body has and is made of: "the Sandvik board", "its headquarters", "a division of Sandvik", "the board" where one firm was named. */
import { caseOf, childrenBy, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, draftAt, enter, localId, place } from '../draft.ts';
import type { Role } from '../lists/roles.ts';
import { isNamedBody } from './same-kind.ts';

const OWNERS = new Set(['organisation', 'body', 'outlet', 'news-agency', 'armed-group']);

/** Whether a noun names a part of the body that has it. */
export const isPartNoun = (tree: Tree, role: Role): boolean => role.kind === 'body' && tree.words['parts-of-bodies'].has(role.phrase);

/** The sector of a part: that of the body that has it, where it is known. */
export const partSector = (owner: Entity): string => owner.sector || 'UNK';

/** Places a part of the body that its phrase names as an entity of its own; false for others. */
export function partOfBody(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>): boolean {
  if (!isPartNoun(tree, role)) return false;
  const owner = ownerOf(desk, tree, base.head);
  return owner !== undefined && placePart(desk, tree, role, base, owner);
}

/** "The board" alone, where the sentence so far, or else the text, names one body. */
export function partOfNamed(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>): boolean {
  if (!isPartNoun(tree, role) || base.plural || isToldApart(tree, base.head)) return false;
  const s = tree.sentence.index;
  const owner = onlyNamed(desk, s, s, base.head) ?? onlyNamed(desk, 0, s, base.head);
  return owner !== undefined && placePart(desk, tree, role, base, owner);
}

function placePart(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>, owner: Entity): true {
  const sector = partSector(owner);
  const { state } = owner;
  const name = `${owner.name} ${role.phrase}`;
  const id = localId('body', name);
  enter(desk, id, { kind: 'body', name, sector, ...(state ? { state } : {}) });
  const noun = lemmasOf(tree)[base.head] ?? '';
  place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.body', sector, role: noun, ...(state ? { state } : {}) });
  return true;
}

/** The body that has a noun: as a genitive, a pronoun, a name before it or behind "of". */
function ownerOf(desk: Desk, tree: Tree, head: number): Entity | undefined {
  for (const c of childrenBy(tree, head, 'nmod:poss', 'compound', 'nmod')) {
    if (relationAt(tree, c) === 'nmod' && (c < head || caseOf(tree, c) !== 'of')) continue;
    const d = draftAt(desk, tree.sentence.index, c);
    const e = d?.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e && OWNERS.has(e.kind)) return e;
  }
  return undefined;
}

/** The only body that sentences from one to another name before a token of the last. */
function onlyNamed(desk: Desk, from: number, to: number, before: number): Entity | undefined {
  let only: Entity | undefined;
  for (let s = from; s <= to; s++)
    for (const d of desk.drafts[s] ?? []) {
      if (d.kind !== 'name' || (s === to && d.head >= before)) continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (!e || !isNamedBody(e) || e === only) continue;
      if (only !== undefined) return undefined;
      only = e;
    }
  return only;
}

const isToldApart = (tree: Tree, head: number): boolean =>
  isPlural(tree, head) || (tree.children[head] ?? []).some((c) => /^(amod|compound|nmod|nummod|acl)/.test(relationAt(tree, c)));
