/** What says that something was not so, apart from a *not* on the verb itself. */
import { baseAt, childrenBy, isNegated, lemmaAt, relationAt, type Tree } from './syntax.ts';

/** Whether a verb is denied by who does it (nobody), an adverb, a *nor* before it, or by what is said of the report of it. */
export const isDenied = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'advmod').some((c) => tree.words.hardly.has(lemmaAt(tree, c).toLowerCase()) || isNoLonger(tree, c)) ||
  childrenBy(tree, verb, 'cc', 'advmod').some((c) => c < verb && lemmaAt(tree, c).toLowerCase() === 'nor') ||
  isByNobody(tree, verb) ||
  isYetTo(tree, verb) ||
  isRatherNot(tree, verb) ||
  isCalledUntrue(tree, verb);

/** "a few soldiers", "the few rebels left", "Norway's few ships", "fewer than ten men": some there are. */
const isSomeFew = (tree: Tree, noun: number, few: number): boolean =>
  lemmaAt(tree, few).toLowerCase() === 'few' &&
  (tree.tokens[few]?.xpos === 'JJR' ||
    childrenBy(tree, noun, 'nmod:poss').some((c) => c < few) ||
    childrenBy(tree, noun, 'det', 'amod', 'advmod').some((c) => /^(an?|quite|the|th[eo]se)$/i.test(tree.tokens[c]?.form ?? '')));

/** The *not* of "not all parties back it", "not one of them left", which is the subject's. */
const isNotAll = (tree: Tree, d: number): boolean =>
  lemmaAt(tree, d).toLowerCase() === 'not' && /^(all|every|everyone|everybody|one|a|many|much)$/i.test(tree.tokens[d + 1]?.form ?? '');

/** "nobody attacked", "none of them signed", "few countries backed", "not all are ready". */
const isByNobody = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'nsubj', 'nsubj:pass').some((s) => {
    if (tree.words.nobody.has(lemmaAt(tree, s).toLowerCase())) return true;
    const before = childrenBy(tree, s, 'det', 'amod', 'advmod', 'cc:preconj');
    return before.some(
      (d) =>
        (tree.words['none-of'].has(lemmaAt(tree, d).toLowerCase()) && !isSomeFew(tree, s, d)) || isNegated(tree, d) || isNotAll(tree, d),
    );
  });

/** "reports that Peru attacked were false", "rejected the claim that Peru attacked", "it is not true that Peru attacked", "nobody believes that". */
function isCalledUntrue(tree: Tree, verb: number): boolean {
  let k = verb;
  for (let step = 0; step < 3; step++) {
    if (isToldUntrue(tree, k)) return true;
    if (!/^(xcomp|advcl|conj)$/.test(baseAt(tree, k))) return false;
    k = tree.tokens[k]?.head ?? -1;
  }
  return false;
}

function isToldUntrue(tree: Tree, verb: number): boolean {
  const up = tree.tokens[verb]?.head ?? -1;
  const relation = baseAt(tree, verb);
  if (up < 0 || !/^(acl|csubj|ccomp)$/.test(relation) || relationAt(tree, verb) === 'acl:relcl') return false;
  const isUntrue = (k: number): boolean => tree.words.untrue.has(lemmaAt(tree, k).toLowerCase()) && !isNegated(tree, k);
  if (relation !== 'acl')
    return (
      isUntrue(up) ||
      (/^(true|correct)$/.test(lemmaAt(tree, up)) && isNegated(tree, up)) ||
      (relation === 'ccomp' && isDisbelieved(tree, up))
    );
  if (!tree.words['told-in-nouns'].has(lemmaAt(tree, up).toLowerCase())) return false;
  const above = tree.tokens[up]?.head ?? -1;
  if (relationAt(tree, up) === 'nsubj') return isUntrue(above);
  return (
    /^(obj|nsubj:pass)$/.test(relationAt(tree, up)) &&
    tree.words['calls-untrue'].has(lemmaAt(tree, above).toLowerCase()) &&
    !isNegated(tree, above)
  );
}

/** "nobody believes that". */
const isDisbelieved = (tree: Tree, verb: number): boolean => /^(believe|think)$/.test(lemmaAt(tree, verb)) && isByNobody(tree, verb);

/** "has yet to recognise": not done so far. */
const isYetTo = (tree: Tree, verb: number): boolean => {
  const up = tree.tokens[verb]?.head ?? -1;
  return (
    relationAt(tree, verb) === 'xcomp' &&
    /^(have|be)$/.test(lemmaAt(tree, up)) &&
    childrenBy(tree, up, 'advmod').some((c) => c > up && lemmaAt(tree, c).toLowerCase() === 'yet')
  );
};

const isNoLonger = (tree: Tree, adverb: number): boolean => tree.tokens[adverb]?.form.toLowerCase() === 'longer' && isNegated(tree, adverb);

/** "far from condemning it", "rather than condemn it". */
function isRatherNot(tree: Tree, verb: number): boolean {
  const up = tree.tokens[verb]?.head ?? -1;
  if (lemmaAt(tree, up).toLowerCase() === 'far') return childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'from');
  return childrenBy(tree, verb, 'cc', 'mark', 'advmod').some(
    (c) => lemmaAt(tree, c).toLowerCase() === 'rather' && tree.tokens[c + 1]?.form.toLowerCase() === 'than',
  );
}
