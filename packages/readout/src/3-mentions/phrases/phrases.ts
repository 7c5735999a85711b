/**
 * Actor phrases: a role, body or group noun with the state, place or body it belongs to ("South Korean troops", "Mexican authorities",
 * "Varga's government", "protesters in Lagos"). The grammar is general; the nouns come from lexicon/roles.tsv.
 */
import { caseOf, childrenBy, hasChild, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt } from '../draft.ts';
import { isAddress } from '../grammar/address-words.ts';
import { roleOf } from '../grammar/role-of.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import { linkRole } from './link-role.ts';
import { isBodyPointedAt, isServedOrParted } from './pointed-at.ts';

/** Nominal mentions of one sentence that need no antecedent. */
export function linkPhrases(desk: Desk, tree: Tree, owned: ReadonlySet<number>, ofBodies: ReadonlyMap<number, number>): void {
  // "his government" waits for "his", "the chairman of the company" for the company.
  for (let i = 0; i < tree.tokens.length; i++) if (!owned.has(i) && !ofBodies.has(i)) linkPhrase(desk, tree, i);
}

const NOBODY: ReadonlySet<number> = new Set();

/** The nouns of a sentence that a pronoun, "the country" or a body which is only pointed at owns ("the company's chairman"). */
export function ownedByPronouns(desk: Desk, tree: Tree): ReadonlySet<number> {
  let owned: Set<number> | undefined;
  for (let i = 0, t = tree.tokens[0]; t !== undefined; t = tree.tokens[++i])
    if (
      t.deprel === 'nmod:poss' &&
      (t.upos === 'PRON' ||
        isTheCountry(tree, i, t.head) ||
        isTheOwner(desk, tree, i) ||
        (i < t.head && isServedOrParted(desk, tree, t.head) && isBodyPointedAt(desk, tree, i)))
    )
      owned = (owned ?? new Set()).add(t.head);
  return owned ?? NOBODY;
}

/** The nouns before a body that is only pointed at and has them, with its token: "the chairman of the company". Whose they are is known once it is. */
export function ownedByBodiesBehind(desk: Desk, tree: Tree): ReadonlyMap<number, number> {
  let owned: Map<number, number> | undefined;
  for (let i = 0, t = tree.tokens[0]; t !== undefined; t = tree.tokens[++i]) {
    if (t.deprel !== 'nmod' || t.head >= i || caseOf(tree, i) !== 'of' || !isBodyPointedAt(desk, tree, i)) continue;
    const role = desk.roles.at(tree, t.head);
    if (role !== undefined && role.kind !== 'body') owned = (owned ?? new Map()).set(t.head, i);
  }
  return owned ?? NONE;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** "The country's top diplomat": whose country it is must be known first. */
const isTheCountry = (tree: Tree, i: number, head: number): boolean =>
  !tree.words['state-nouns'].has(lemmasOf(tree)[head] ?? '') &&
  tree.words['homeland-nouns'].has(lemmasOf(tree)[i] ?? '') &&
  !isPlural(tree, i) &&
  hasChild(tree, i, 'det');

/** "The president's press service", "the minister's aide". */
const isTheOwner = (desk: Desk, tree: Tree, i: number): boolean =>
  tree.tokens[i]?.upos === 'NOUN' &&
  !isPlural(tree, i) &&
  desk.roles.at(tree, tree.tokens[i]?.head ?? -1)?.weak === false &&
  childrenBy(tree, i, 'det').some((c) => /^the$/i.test(tree.tokens[c]?.form ?? '')) &&
  desk.roles.at(tree, i)?.kind === 'role';

/** Links the phrase at token `i`, if it is one that needs no antecedent but its owner. */
export function linkPhrase(desk: Desk, tree: Tree, i: number): void {
  const t = tree.tokens[i];
  if (!t || (t.upos !== 'NOUN' && t.upos !== 'PROPN' && t.upos !== 'ADJ')) return;
  if (draftAt(desk, tree.sentence.index, i)) return;
  // Most nouns have none. "his counterpart" is somebody else's office: coreference.ts.
  const role = roleOf(desk, tree, i);
  if (!role || (role.kind === 'title' && !role.sector) || lemmasOf(tree)[i] === 'counterpart') return;
  // A title before a name is part of that name's phrase; so is the first part of a compound.
  const r = relationAt(tree, i);
  if (r === 'nmod:desc' || r === 'flat' || (r === 'compound' && i < (tree.tokens[i]?.head ?? 0))) return;
  if (t.upos === 'ADJ' && r !== 'nsubj' && r !== 'obj' && r !== 'nsubj:pass') return;
  // The "Public" of "Minister of Public Works".
  if (
    i > 0 &&
    t.head === i + 1 &&
    beginsInCapital(t.form) &&
    /^\p{Lu}\p{Ll}/u.test(t.form) &&
    beginsInCapital(tree.tokens[i + 1]?.form ?? '')
  )
    return;
  if (isAddress(tree, i) || isFrontOfOffice(desk, tree, i)) return;
  linkRole(desk, tree, i, role);
}

/** The "Director" of "Director-General". */
export const isFrontOfOffice = (desk: Desk, tree: Tree, i: number): boolean =>
  tree.tokens[i + 1]?.form === '-' && (desk.roles.at(tree, i + 2)?.start ?? i + 2) <= i;
