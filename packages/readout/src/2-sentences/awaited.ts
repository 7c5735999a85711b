/** Clauses of what comes only if something else does, each time it does, or when it has come; of what is only asked for, and of whoever does it. */
import type { Token } from '../model/index.ts';
import { baseAt, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from './syntax.ts';

/** "Should the bank fail, …", "Had it failed, …". */
export const isInverted = (tree: Tree, verb: number): boolean =>
  relationAt(tree, verb) === 'advcl' &&
  childrenBy(tree, verb, 'nsubj', 'nsubj:pass').some((s) =>
    childrenBy(tree, verb, 'aux').some((a) => a < s && /^(should|had|were)$/i.test(tree.tokens[a]?.form ?? '')),
  );

/** "whenever it was attacked", "every time it is attacked": how often, not that it was. */
export const isEachTime = (tree: Tree, verb: number): boolean => {
  if (childrenBy(tree, verb, 'advmod', 'mark').some((c) => lemmaAt(tree, c).toLowerCase() === 'whenever')) return true;
  const up = tree.tokens[verb]?.head ?? -1;
  return (
    relationAt(tree, verb) === 'acl:relcl' &&
    lemmaAt(tree, up).toLowerCase() === 'time' &&
    childrenBy(tree, up, 'det').some((d) => /^(every|each|any)$/i.test(tree.tokens[d]?.form ?? ''))
  );
};

/** Whether a clause in the present hangs on one of the future by *when*, *once*, *after* or *until*, or on one of the present by *when* or *once*. */
export function isAwaited(tree: Tree, verb: number, aux: readonly (Token | undefined)[], markers: readonly string[]): boolean {
  if (relationAt(tree, verb) !== 'advcl') return false;
  // "would be ended as soon as X began to pay": one step further up.
  const soon = tree.tokens[verb]?.head ?? -1;
  if (lemmaAt(tree, soon) === 'soon' && markers.includes('as')) {
    const ended = childrenBy(tree, tree.tokens[soon]?.head ?? -1, 'aux').map((c) => lemmaAt(tree, c).toLowerCase());
    return ended.some((w) => /^(will|shall|would|could|might|may|must|should)$/.test(w));
  }
  const words = [...markers, ...childrenBy(tree, verb, 'advmod').map((c) => lemmaAt(tree, c).toLowerCase())];
  if (!words.some((w) => /^(when|once|after|until|before)$/.test(w))) return false;
  const first = aux[0] ?? tree.tokens[verb];
  if (!/^VB[PZ]$/.test(first?.xpos ?? '')) return false;
  const up = tree.tokens[verb]?.head ?? -1;
  const above = childrenBy(tree, up, 'aux').map((c) => lemmaAt(tree, c).toLowerCase());
  // "expects to join when it is asked".
  if (tree.words['looks-ahead'].has(lemmaAt(tree, up).toLowerCase()) && hasChild(tree, up, 'xcomp')) return true;
  // "urged him to be firm when they meet".
  const bare = [up, ...childrenBy(tree, up, 'cop', 'aux:pass')].some((c) => tree.tokens[c]?.xpos === 'VB');
  // "takes effect when they sign": present below present is to come, or is so each time.
  const isPresent = /^VB[PZ]$/.test(
    (childrenBy(tree, up, 'aux', 'cop', 'aux:pass').map((c) => tree.tokens[c])[0] ?? tree.tokens[up])?.xpos ?? '',
  );
  if (isPresent && aux.every((t) => t?.lemma !== 'have') && words.some((w) => /^(when|once)$/.test(w))) return true;
  const isToDo = bare && childrenBy(tree, up, 'mark').some((m) => lemmaAt(tree, m) === 'to');
  return isToDo || above.some((w) => /^(will|shall|would|could|might|may|must|should)$/.test(w));
}

/** "calls that the government act", "a suggestion that he resign": the plain form below what is asked for or proposed. */
export function isAskedFor(tree: Tree, verb: number): boolean {
  const own = tree.tokens[verb];
  if (!/^VBP?$/.test(own?.xpos ?? '') || baseAt(tree, verb) !== 'acl' || hasChild(tree, verb, 'aux')) return false;
  const [subject] = childrenBy(tree, verb, 'nsubj');
  if (subject === undefined || own?.form.toLowerCase() !== own?.lemma.toLowerCase()) return false;
  // A plural would have the same form in what is told.
  if (/S$/.test(tree.tokens[subject]?.xpos ?? '') || /^(I|we|you|they|who|which|that)$/i.test(tree.tokens[subject]?.form ?? ''))
    return false;
  const nouns = [own?.head ?? -1, tree.tokens[own?.head ?? -1]?.head ?? -1];
  return nouns.some((n) => tree.tokens[n]?.upos === 'NOUN' && tree.words['asked-for-in-nouns'].has(lemmaAt(tree, n).toLowerCase()));
}

/** "countries that refuse to pay": whoever does so; "the countries that refuse", "rebels who have fled" are some that do. */
export function isWhoever(tree: Tree, verb: number): boolean {
  const noun = tree.tokens[verb]?.head ?? -1;
  if (relationAt(tree, verb) !== 'acl:relcl' || tree.tokens[noun]?.xpos !== 'NNS') return false;
  if (hasChild(tree, noun, 'det', 'nummod', 'nmod:poss') || hasChild(tree, verb, 'aux:pass')) return false;
  const first = childrenBy(tree, verb, 'aux').map((a) => tree.tokens[a]?.form.toLowerCase())[0];
  return first === undefined ? /^VB[PZ]$/.test(tree.tokens[verb]?.xpos ?? '') : /^(do|does)$/.test(first);
}
