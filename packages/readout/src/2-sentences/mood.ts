/** Modality, polarity and tense of an act from auxiliaries, adverbs, conjunctions and the clauses above it. */

import type { Modality, Polarity, Token } from '../model/index.ts';
import { isImperative } from './own-subjects.ts';
import { baseAt, baseRelation, childrenBy, hasChild, isNegated, lemmaAt, relationAt, type Tree } from './syntax.ts';

/** The tense of a clause by its finite verb and auxiliaries. */
export type Tense = 'past' | 'present' | 'future' | 'perfect' | 'pluperfect';

/** How a clause is said. */
export interface Mood {
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly tense: Tense;
}

const POSSIBLE = new Set(['may', 'might', 'could', 'can']);
const DUTY = new Set(['should', 'must', 'ought']);
const CONDITIONAL = new Set(['if', 'unless', 'whether', 'lest', 'provided', 'supposing']);

/** The clause head above a token: the nearest verb (or predicate with a copula), itself included. */
export function clauseOf(tree: Tree, token: number): number {
  let k = token;
  for (let step = 0; step < 20; step++) {
    const t = tree.tokens[k];
    if (!t) return token;
    if (t.upos === 'VERB' || t.upos === 'AUX' || hasChild(tree, k, 'cop', 'nsubj')) return k;
    if (t.head < 0) return k;
    k = t.head;
  }
  return k;
}

/** The mood of the clause whose predicate is `verb`, kept once read. Governors above it are the work of governors.ts. */
export function moodOf(tree: Tree, verb: number): Mood {
  tree.kept.moods ??= new Array(tree.tokens.length);
  const { moods } = tree.kept;
  let found = moods[verb];
  if (found === undefined) {
    found = readMood(tree, verb);
    if (verb >= 0) moods[verb] = found;
  }
  return found;
}

function readMood(tree: Tree, verb: number): Mood {
  let modality: Modality = 'asserted';
  let polarity: Polarity = isNegated(tree, verb) ? 'negative' : 'positive';
  const aux = childrenBy(tree, verb, 'aux', 'aux:pass', 'cop').map((c) => tree.tokens[c]);
  const own = tree.tokens[verb];
  const helpers = aux.map((t) => t?.lemma.toLowerCase() ?? '');
  const markers = childrenBy(tree, verb, 'mark').map((m) => lemmaAt(tree, m).toLowerCase());
  if (helpers.includes('will') || helpers.includes('shall')) modality = 'intended';
  else if (helpers.some((h) => POSSIBLE.has(h))) modality = 'possible';
  else if (helpers.includes('would')) modality = isBackshifted(tree, verb) ? 'intended' : 'hypothetical';
  else if (helpers.some((h) => DUTY.has(h)) || isImperative(tree, verb)) modality = 'requested';
  const adverbs = childrenBy(tree, verb, 'advmod');
  if (adverbs.some((c) => tree.words.perhaps.has(lemmaAt(tree, c).toLowerCase()))) modality = 'possible';
  if (adverbs.some((c) => tree.words.hardly.has(lemmaAt(tree, c).toLowerCase()) || isNoLonger(tree, c))) polarity = 'negative';
  const up = own?.head ?? -1;
  if (isByNobody(tree, verb) || isYetTo(tree, verb) || isRatherNot(tree, verb) || isCalledUntrue(tree, verb)) polarity = 'negative';
  // "is going to visit".
  if (relationAt(tree, verb) === 'xcomp' && tree.tokens[up]?.form.toLowerCase() === 'going' && markers.includes('to')) {
    modality = 'intended';
    if (isNegated(tree, up)) polarity = 'negative';
  }
  if (markers.some((m) => CONDITIONAL.has(m)) || isInverted(tree, verb)) modality = 'hypothetical';
  // "until Iran pays": what is waited for is not done.
  if (markers.includes('until') && modality === 'asserted' && aux.length === 0 && /^VB[PZ]?$/.test(own?.xpos ?? ''))
    modality = 'hypothetical';
  if (markers.includes('without') || (relationAt(tree, verb) === 'advcl' && markers.includes('instead'))) polarity = 'negative';
  // "will come only when he has left office": not yet so.
  if (modality === 'asserted' && isAwaited(tree, verb, aux, markers)) modality = 'hypothetical';
  // A conjunct shares the auxiliaries of the first: "will visit and meet".
  if (aux.length === 0 && baseAt(tree, verb) === 'conj') {
    const up = own?.head ?? -1;
    if (up >= 0 && own && isAlike(tree, up, verb) && !hasChild(tree, verb, 'nsubj', 'nsubj:pass')) {
      const first = moodOf(tree, up);
      if (modality === 'asserted') modality = first.modality;
      return { modality, polarity: polarity === 'negative' ? 'negative' : 'positive', tense: first.tense };
    }
  }
  let tense: Tense = 'present';
  const has = aux.find((t) => t?.lemma === 'have');
  if (modality === 'intended') tense = 'future';
  else if (has) tense = has.form.toLowerCase() === 'had' ? 'pluperfect' : 'perfect';
  else if (own?.xpos === 'VBD' || aux.some((t) => t?.xpos === 'VBD')) tense = 'past';
  else if (own?.xpos === 'VBN' && aux.length === 0) tense = 'past';
  // "is to visit", "are to be tried": the verb of being stands before its *to*.
  const to = childrenBy(tree, verb, 'mark').find((m) => lemmaAt(tree, m) === 'to');
  if (
    to !== undefined &&
    modality === 'asserted' &&
    childrenBy(tree, verb, 'aux', 'cop').some((c) => c < to && lemmaAt(tree, c) === 'be')
  ) {
    modality = 'intended';
    tense = 'future';
  }
  // "are set to meet".
  if (own && relationAt(tree, verb) === 'xcomp' && markers.includes('to')) {
    const up = own.head;
    if (up >= 0 && tree.words['set-to'].has(lemmaAt(tree, up))) {
      modality = modality === 'asserted' ? 'intended' : modality;
      tense = 'future';
    }
  }
  // An infinitive of purpose is not yet done: "traveled to Berlin to meet"; what somebody calls to say he says.
  const spoken = tree.words['acts-of-words'].has(lemmaAt(tree, verb)) && up >= 0 && tree.words.talks.has(lemmaAt(tree, up));
  if (own && !spoken && baseAt(tree, verb) === 'advcl' && markers.includes('to') && modality === 'asserted') {
    const above = own.head >= 0 ? moodOf(tree, own.head) : undefined;
    modality = 'intended';
    tense = above?.tense ?? tense;
  }
  // "a plan to attack", "a treaty to be signed".
  const bare = own?.xpos === 'VB' || aux.some((t) => t?.form.toLowerCase() === 'be');
  const isDone = up >= 0 && tree.words['done-all-the-same'].has(lemmaAt(tree, up).toLowerCase());
  if (bare && !isDone && baseAt(tree, verb) === 'acl' && markers.includes('to') && modality === 'asserted') modality = 'intended';
  return { modality, polarity, tense };
}

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

/** "Should the bank fail, …", "Had it failed, …". */
const isInverted = (tree: Tree, verb: number): boolean =>
  relationAt(tree, verb) === 'advcl' &&
  childrenBy(tree, verb, 'nsubj', 'nsubj:pass').some((s) =>
    childrenBy(tree, verb, 'aux').some((a) => a < s && /^(should|had|were)$/i.test(tree.tokens[a]?.form ?? '')),
  );

/** Whether a clause in the present hangs on one of the future by *when*, *once*, *after* or *until*. */
function isAwaited(tree: Tree, verb: number, aux: readonly (Token | undefined)[], markers: readonly string[]): boolean {
  if (relationAt(tree, verb) !== 'advcl') return false;
  const words = [...markers, ...childrenBy(tree, verb, 'advmod').map((c) => lemmaAt(tree, c).toLowerCase())];
  if (!words.some((w) => /^(when|once|after|until|before)$/.test(w))) return false;
  const first = aux[0] ?? tree.tokens[verb];
  if (!/^VB[PZ]$/.test(first?.xpos ?? '')) return false;
  const above = childrenBy(tree, tree.tokens[verb]?.head ?? -1, 'aux').map((c) => lemmaAt(tree, c).toLowerCase());
  return above.some((w) => /^(will|shall|would|could|might|may|must|should)$/.test(w));
}

/** Same form of the verb (the plain one is often read as a present), or both predicates: "must be organised and ready". */
const isAlike = (tree: Tree, a: number, b: number): boolean =>
  tree.tokens[a]?.xpos === tree.tokens[b]?.xpos ||
  (tree.tokens[a]?.xpos === 'VB' &&
    tree.tokens[b]?.xpos === 'VBP' &&
    childrenBy(tree, a, 'aux').some((c) => tree.tokens[c]?.xpos === 'MD')) ||
  (tree.tokens[b]?.upos === 'ADJ' && hasChild(tree, a, 'cop', 'aux:pass'));

/** "said it would send": the future as it was told, not a supposition; a condition keeps it one. */
function isBackshifted(tree: Tree, verb: number): boolean {
  let k = verb;
  for (let step = 0; step < 3; step++) {
    if (childrenBy(tree, k, 'advcl').some((c) => childrenBy(tree, c, 'mark').some((m) => CONDITIONAL.has(lemmaAt(tree, m).toLowerCase()))))
      return false;
    const up = tree.tokens[k]?.head ?? -1;
    if (up < 0) return false;
    const r = baseAt(tree, k);
    if (r === 'ccomp' || r === 'parataxis') return /^VB[DN]$/.test(tree.tokens[up]?.xpos ?? '');
    if (r !== 'conj') {
      // The reporting clause may hang on the reported one: "It would send aid, the minister said."
      return childrenBy(tree, k, 'parataxis').some((c) => tree.tokens[c]?.xpos === 'VBD');
    }
    k = up;
  }
  return false;
}

/** "I would like to thank", "let me congratulate": saying so is doing it. */
export function isSaidByIt(tree: Tree, verb: number): boolean {
  const up = tree.tokens[verb]?.head ?? -1;
  if (relationAt(tree, verb) === 'conj' && tree.words['said-by-it'].has(lemmaAt(tree, verb).toLowerCase())) return isSaidByIt(tree, up);
  if (!/^(xcomp|ccomp)$/.test(relationAt(tree, verb)) || up < 0 || isNegated(tree, up)) return false;
  if (!tree.words['said-by-it'].has(lemmaAt(tree, verb).toLowerCase())) return false;
  if (tree.words['lets-say'].has(lemmaAt(tree, up)))
    return childrenBy(tree, up, 'obj', 'iobj').some((c) => /^(me|us)$/i.test(tree.tokens[c]?.form ?? ''));
  return (
    tree.words['would-say'].has(lemmaAt(tree, up)) &&
    !childrenBy(tree, up, 'aux').some((c) => tree.tokens[c]?.xpos === 'VBD') &&
    childrenBy(tree, up, 'nsubj').some((c) => /^(I|we)$/i.test(tree.tokens[c]?.form ?? ''))
  );
}

/** "easier to skip", "hard to attack", "promising to bomb": an infinitive below an adjective, but for those of what was really done. */
export function isLeftOpen(tree: Tree, verb: number): boolean {
  const first = baseAt(tree, verb) === 'conj' ? (tree.tokens[verb]?.head ?? verb) : verb;
  const up = tree.tokens[first]?.head ?? -1;
  return (
    /^(xcomp|ccomp|csubj|advcl)$/.test(baseAt(tree, first)) &&
    tree.tokens[up]?.upos === 'ADJ' &&
    childrenBy(tree, first, 'mark').some((m) => lemmaAt(tree, m) === 'to') &&
    !tree.words['done-all-the-same'].has(lemmaAt(tree, up).toLowerCase())
  );
}

const isMeans = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VBG' &&
  !hasChild(tree, verb, 'aux') &&
  childrenBy(tree, verb, 'mark').some((m) => /^(in|by|through)$/.test(lemmaAt(tree, m)));

/** "will drive them out, leaving X destroyed": what comes of an act is as real as the act. */
const isOutcome = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VBG' &&
  !hasChild(tree, verb, 'aux', 'mark') &&
  !tree.words['acts-of-words'].has(lemmaAt(tree, verb)) &&
  verb > (tree.tokens[verb]?.head ?? -1);

/** A clause inside another takes over its doubt: hypothetical or possible above stays so below. */
export function inheritedModality(tree: Tree, verb: number, own: Modality): Modality {
  let k = verb;
  let modality = own;
  for (let step = 0; step < 6; step++) {
    const t = tree.tokens[k];
    if (!t || t.head < 0) break;
    const r = baseRelation(t.deprel);
    if (!['xcomp', 'advcl', 'conj', 'acl', 'obj', 'obl', 'nmod', 'nsubj', 'csubj'].includes(r)) break;
    const up = clauseOf(tree, t.head);
    // "setting a deadline would help": as real as what is said of it.
    if (r === 'csubj' && k === verb && modality === 'asserted') modality = moodOf(tree, up).modality;
    if (r === 'advcl' && k === verb && (isMeans(tree, verb) || isOutcome(tree, verb))) {
      // "should act by sending troops", "must be firm in defending": the means are as real as the act.
      const above = moodOf(tree, up);
      if (modality === 'asserted') modality = above.modality;
    }
    if (r === 'xcomp' || (r === 'conj' && k === verb)) {
      const above = moodOf(tree, up);
      if (modality === 'asserted' && r === 'xcomp' && above.modality !== 'asserted') modality = above.modality;
    }
    if (up === k) break;
    k = up;
  }
  return modality;
}
