/** Whether a noun phrase means something that is already known. */
import { caseOf, childrenBy, formsOf, hasChild, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Role } from '../lists/roles.ts';

const OPEN = new Set(['a', 'an', 'some', 'another', 'any', 'no', 'every', 'each']);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);

/** Whether a noun phrase means something already known, by its determiner. */
export function isDefinite(tree: Tree, head: number): boolean {
  let bare = true;
  let definite = false;
  const children = tree.children[head] ?? [];
  for (let k = 0; k < children.length; k++) {
    const c = children[k] as number;
    const lemma = lemmasOf(tree)[c] ?? '';
    if (tree.bases[c] === 'det') {
      if (OPEN.has(lemma)) return false;
      bare = false;
      definite ||= DEFINITE.has(lemma);
    } else definite ||= relationAt(tree, c) === 'nmod:poss';
  }
  return definite || (bare && tree.tokens[head]?.upos === 'PROPN');
}

/** Whether a phrase points back at something: a definite article or a possessive pronoun, and nothing that tells it apart. */
export function isAnaphoric(tree: Tree, head: number, role?: Role): boolean {
  if (!isDefinite(tree, head)) return false;
  // "the head of state": its "of" is a part of the office's words.
  const whole = role?.phrase.includes(' of ') ? role.phrase.split(' of ')[1]?.split(' ').pop() : undefined;
  for (const c of tree.children[head] ?? []) {
    if (
      whole !== undefined &&
      c > head &&
      formsOf(tree)[c] === whole &&
      !(tree.children[c] ?? []).some((x) => x > c && tree.bases[x] !== 'case')
    )
      continue;
    // "The secretary of State's name": the tree may hang what follows on the head.
    if (whole !== undefined && c > head && formsOf(tree)[head + 2] === whole && caseOf(tree, c) === 'of') continue;
    // "Reminded the president of his promise": what is charged or told.
    if (c > head && caseOf(tree, c) === 'of' && isOfWhatIsTold(tree, head)) continue;
    const r = relationAt(tree, c);
    // "The President, accompanied by": behind a comma it tells nobody apart.
    if (/^acl/.test(r) && (isSetOff(tree, head, role) || isBehindOffice(tree, head, whole) || isCleft(tree, head))) continue;
    if (r === 'acl:relcl' || r === 'acl' || (tree.bases[c] === 'nmod' && r !== 'nmod:poss' && c > head && caseOf(tree, c) === 'of'))
      return false;
  }
  return true;
}

/** "It was the president who spoke": whoever is set apart so is not told of by the clause. */
export const isCleft = (tree: Tree, head: number): boolean =>
  hasChild(tree, head, 'cop') &&
  hasChild(tree, head, 'acl:relcl') &&
  childrenBy(tree, head, 'nsubj', 'expl').some((c) => formsOf(tree)[c] === 'it');

const isOfWhatIsTold = (tree: Tree, head: number): boolean =>
  /^i?obj$/.test(relationAt(tree, head)) && tree.words.charges.has(lemmasOf(tree)[tree.tokens[head]?.head ?? -1] ?? '');

/** "The secretary of state, who resigned": whether a comma follows the last word of an office that goes on behind its head. */
function isBehindOffice(tree: Tree, head: number, last: string | undefined): boolean {
  if (last === undefined) return false;
  const end = formsOf(tree).indexOf(last, head);
  return end > head && end < head + 4 && tree.tokens[end + 1]?.form === ',';
}

/** "The President, accompanied by", of a body also "the firm – which". */
const isSetOff = (tree: Tree, head: number, role: Role | undefined): boolean =>
  (role?.kind === 'body' ? /^[,―–—-]+$/ : /^,$/).test(tree.tokens[head + 1]?.form ?? '');
