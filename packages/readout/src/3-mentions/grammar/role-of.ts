/** The role of a noun in its phrase: its own, or that of those whom it numbers or serves. */
import { firstMade } from '../../2-sentences/mapped.ts';
import { caseOf, childrenBy, formsOf, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { changedRole, type Role } from '../lists/roles.ts';

/** The token that heads the words of a role which end at `i`: "Secretary" of "Secretary of State". */
export function officeHead(tree: Tree, role: Role, i: number): number {
  if (role.start === i || !role.phrase.includes(' of ')) return i;
  const of = formsOf(tree).indexOf('of', role.start);
  return of > role.start && of < i ? of - 1 : i;
}

/** The role of a noun, its sector taken from the body or people that tell what it is. */
export function roleOf(desk: Desk, tree: Tree, i: number): Role | undefined {
  const role = desk.roles.at(tree, i);
  // The "State" of "Secretary of State" heads nothing.
  if (role && role.start < i && role.phrase.includes(' of ') && officeHead(tree, role, i) < i) return undefined;
  const lemma = lemmasOf(tree)[i] ?? '';
  if (tree.words.collectives.has(lemma) && (!role || role.weak || role.sector === '' || role.sector === 'UNK' || role.kind === 'body')) {
    const of = childrenBy(tree, i, 'nmod').find((c) => c > i && caseOf(tree, c) === 'of');
    // "The number of firms rose": how many, nobody.
    if (of !== undefined && tree.words['amounts-with-the'].has(lemma) && isAmount(tree, i)) return undefined;
    const inner = of === undefined ? undefined : desk.roles.at(tree, of);
    if (inner && inner.kind !== 'title') return changedRole(inner, { kind: 'group' });
  }
  if (tree.words.servants.has(lemma) && (!role || role.weak || role.start === i)) {
    const before = firstMade(childrenBy(tree, i, 'compound'), (c) => {
      const other = desk.roles.at(tree, c);
      return other?.kind === 'body' && other.sector !== '' ? other : undefined;
    });
    if (before)
      return changedRole(before, { kind: 'role', offices: [], weak: false, phrase: `${before.phrase} ${lemma}`, start: role?.start ?? i });
  }
  return role;
}

/** Whether "the" or a possessive stands before a noun: "the number", "its total number". */
const isAmount = (tree: Tree, i: number): boolean =>
  childrenBy(tree, i, 'det', 'nmod:poss').some((c) => /^(the|its|their|this|that)$/i.test(tree.tokens[c]?.form ?? ''));
