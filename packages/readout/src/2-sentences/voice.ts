/** Whether a verb is passive. */
import { baseRelation, caseOf, hasChild, relationAt, type Tree } from './syntax.ts';

/** Whether a verb is passive: a passive subject or auxiliary, or a bare participle after a noun. */
export function isPassive(tree: Tree, verb: number): boolean {
  tree.kept.passive ??= new Array(tree.tokens.length);
  const { passive } = tree.kept;
  let found = passive[verb];
  if (found === undefined) {
    found = readPassive(tree, verb);
    if (verb >= 0) passive[verb] = found;
  }
  return found;
}

function readPassive(tree: Tree, verb: number): boolean {
  if (hasChild(tree, verb, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true;
  // "two soldiers were among 34 killed": parsers make the participle the verb of those counted.
  if (tree.tokens[verb - 1]?.upos === 'NUM' && tree.tokens[verb - 1]?.head === verb && caseOf(tree, verb - 1) === 'among') return true;
  const r = relationAt(tree, verb);
  // "was tortured and killed": the second participle has no auxiliary of its own.
  if (
    baseRelation(r) === 'conj' &&
    tree.tokens[verb]?.xpos === 'VBN' &&
    !hasChild(tree, verb, 'aux', 'nsubj', 'obj', 'expl') &&
    tree.tokens[tree.tokens[verb]?.head ?? -1]?.xpos === 'VBN'
  )
    return isPassive(tree, tree.tokens[verb]?.head ?? -1);
  if (isReduced(tree, verb) || isJoinedToAdjective(tree, verb)) return true;
  return (
    tree.tokens[verb]?.xpos === 'VBN' &&
    ((r === 'acl' && !hasChild(tree, verb, 'nsubj')) || baseRelation(r) === 'amod') &&
    !hasChild(tree, verb, 'obj')
  );
}

/** "were far-reaching and welcomed by Norway": a participle joined to an adjective, with an agent. */
const isJoinedToAdjective = (tree: Tree, verb: number): boolean =>
  tree.bases[verb] === 'conj' &&
  tree.tokens[verb]?.xpos === 'VBN' &&
  tree.tokens[tree.tokens[verb]?.head ?? -1]?.upos === 'ADJ' &&
  hasChild(tree, verb, 'obl:agent') &&
  !hasChild(tree, verb, 'aux', 'nsubj', 'obj', 'expl');

/** "Asked about the talks, he …", "When pressed, …", "…, backed by Norway": a participle with neither subject, auxiliary nor object; tagged as past at times. */
function isReduced(tree: Tree, verb: number): boolean {
  const t = tree.tokens[verb];
  if (!t || relationAt(tree, verb) !== 'advcl' || !/^VB[ND]$/.test(t.xpos)) return false;
  // "ordered them jailed" has no comma, and its participle is about the object.
  if (verb > t.head && !(t.xpos === 'VBN' && tree.tokens[verb - 1]?.form === ',')) return false;
  if (t.xpos === 'VBD' && verb > 0 && !/^(SCONJ|ADV)$/.test(tree.tokens[verb - 1]?.upos ?? '')) return false;
  return !hasChild(tree, verb, 'aux', 'nsubj', 'obj', 'expl', 'cop', 'csubj');
}
