/** Modality, polarity and tense of an act from auxiliaries, adverbs, conjunctions and the clauses above it. */

import type { Modality, Polarity } from '../model/index.ts';
import { isAskedFor, isAwaited, isEachTime, isInverted, isWhoever } from './awaited.ts';
import { isDenied } from './denied.ts';
import type { Mood, Tense } from './mood-kinds.ts';
import { isImperative } from './own-subjects.ts';
import { baseAt, baseRelation, childrenBy, hasChild, isNegated, lemmaAt, relationAt, type Tree } from './syntax.ts';

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
  else if (isWayOut(tree, verb)) modality = 'intended';
  else if (isAskedFor(tree, verb)) modality = 'requested';
  const adverbs = childrenBy(tree, verb, 'advmod');
  if (adverbs.some((c) => tree.words.perhaps.has(lemmaAt(tree, c).toLowerCase()))) modality = 'possible';
  const up = own?.head ?? -1;
  if (isDenied(tree, verb)) polarity = 'negative';
  // "is going to visit".
  if (relationAt(tree, verb) === 'xcomp' && tree.tokens[up]?.form.toLowerCase() === 'going' && markers.includes('to')) {
    modality = 'intended';
    if (isNegated(tree, up)) polarity = 'negative';
  }
  if (markers.some((m) => CONDITIONAL.has(m)) || isInverted(tree, verb) || isEachTime(tree, verb)) modality = 'hypothetical';
  // "until Iran pays": what is waited for is not done.
  if (markers.includes('until') && modality === 'asserted' && /^VB[PZ]?$/.test((aux[0] ?? own)?.xpos ?? '')) modality = 'hypothetical';
  if (markers.includes('without') || (relationAt(tree, verb) === 'advcl' && markers.includes('instead'))) polarity = 'negative';
  // "will come only when he has left office": not yet so.
  if (modality === 'asserted' && isAwaited(tree, verb, aux, markers)) modality = 'hypothetical';
  // A conjunct shares the auxiliaries of the first: "will visit and meet".
  if (aux.every((t) => t?.form.toLowerCase() === 'be') && baseAt(tree, verb) === 'conj') {
    const up = own?.head ?? -1;
    if (up >= 0 && own && isAlike(tree, up, verb) && !hasChild(tree, verb, 'nsubj', 'nsubj:pass')) {
      const first = moodOf(tree, up);
      if (modality === 'asserted') modality = first.modality;
      // "was not backed or defended": neither was done.
      if (first.polarity === 'negative' && isOr(tree, verb)) polarity = 'negative';
      return { modality, polarity, tense: first.tense };
    }
    // "unless the report is published and clears them".
    // "unless they leave and rebels share power": a present goes on with it.
    const isNew = hasChild(tree, verb, 'nsubj', 'nsubj:pass') && !/^VB[PZ]?$/.test(own?.xpos ?? '');
    if (modality === 'asserted' && !isNew && !hasChild(tree, verb, 'mark') && isConditional(tree, up)) modality = 'hypothetical';
  }
  let tense: Tense = 'present';
  const has = aux.find((t) => t?.lemma === 'have');
  if (modality === 'intended') tense = 'future';
  else if (has) tense = has.form.toLowerCase() === 'had' ? 'pluperfect' : 'perfect';
  else if (own?.xpos === 'VBD' || aux.some((t) => t?.xpos === 'VBD')) tense = 'past';
  else if (own?.xpos === 'VBN' && aux.length === 0) tense = 'past';
  // "is in Oslo to meet", read as one more predicate.
  if (
    modality === 'asserted' &&
    baseAt(tree, verb) === 'conj' &&
    own?.xpos === 'VB' &&
    markers.includes('to') &&
    !hasChild(tree, verb, 'cc') &&
    tree.tokens[up]?.upos !== 'VERB'
  )
    modality = 'intended';
  // "is to visit", "are to be tried": the verb of being stands before its *to*, "is due to visit" too, where parsers make one word of "due to".
  const to = childrenBy(tree, verb, 'mark').find((m) => lemmaAt(tree, m) === 'to' || isFixedTo(tree, m));
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
  if (isDecidedAbove(tree, verb)) return underVote(tree, up, { modality, polarity, tense });
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

/** "the answer is signing a pact", read as what the answer does. */
const isWayOut = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VBG' &&
  childrenBy(tree, verb, 'aux', 'cop').some((c) => lemmaAt(tree, c) === 'be') &&
  childrenBy(tree, verb, 'nsubj').some((s) => tree.words['ways-out'].has(lemmaAt(tree, s).toLowerCase()));

const isOr = (tree: Tree, verb: number): boolean => childrenBy(tree, verb, 'cc').some((c) => lemmaAt(tree, c).toLowerCase() === 'or');

const isConditional = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'mark').some((m) => CONDITIONAL.has(lemmaAt(tree, m).toLowerCase()));

/** Whether a clause is waited for, by its conjunction. */
const isOpen = (tree: Tree, verb: number): boolean =>
  baseAt(tree, verb) === 'advcl' &&
  childrenBy(tree, verb, 'mark').some((c) => /^(unless|until|till|provided)$/.test(lemmaAt(tree, c).toLowerCase())) &&
  moodOf(tree, verb).modality === 'hypothetical';

/** The *due* of "due to", taken for one conjunction. */
const isFixedTo = (tree: Tree, mark: number): boolean => childrenBy(tree, mark, 'fixed').some((f) => lemmaAt(tree, f) === 'to');

/** "voted *to impeach*": what is decided by a vote to do it is done by it, in words. */
export const isDecidedAbove = (tree: Tree, verb: number): boolean =>
  /^(advcl|xcomp)$/.test(baseAt(tree, verb)) &&
  tree.words['decides-by-it'].has(lemmaAt(tree, tree.tokens[verb]?.head ?? -1)) &&
  childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'to');

/** What a vote decides is as real as the vote: "voted to impeach" tells of it, "will vote", "is voting", "did not vote" and "due to vote" do not. */
function underVote(tree: Tree, vote: number, own: Mood): Mood {
  const above = moodOf(tree, vote);
  const xpos = tree.tokens[vote]?.xpos ?? '';
  // The plain form is one of *did vote*, or stands below a verb: *manage*, or *fail*, which governors.ts looks up, but not "met to vote".
  const upper = tree.tokens[vote]?.head ?? -1;
  const isBelow = baseAt(tree, vote) === 'xcomp' && (tree.words.implicative.has(lemmaAt(tree, upper)) || lemmaAt(tree, upper) === 'fail');
  const isHeld = xpos === 'VB' ? isBelow || childrenBy(tree, vote, 'aux').some((a) => lemmaAt(tree, a) === 'do') : xpos !== 'VBG';
  const said = own.modality === 'asserted' ? above.modality : own.modality;
  return {
    modality: said === 'asserted' && !isHeld ? 'intended' : said,
    polarity: own.polarity === above.polarity ? 'positive' : 'negative',
    tense: above.tense,
  };
}

/** Same form of the verb (the plain one is often read as a present), or both predicates: "must be organised and ready". */
const isAlike = (tree: Tree, a: number, b: number): boolean =>
  tree.tokens[a]?.xpos === tree.tokens[b]?.xpos ||
  (tree.tokens[a]?.xpos === 'VB' &&
    tree.tokens[b]?.xpos === 'VBP' &&
    childrenBy(tree, a, 'aux').some((c) => tree.tokens[c]?.xpos === 'MD')) ||
  // "would be necessary to Chile and remove a barrier": a plain form has its auxiliary before it.
  (tree.tokens[b]?.xpos === 'VB' &&
    tree.tokens[a]?.upos === 'ADJ' &&
    !hasChild(tree, b, 'aux', 'mark') &&
    childrenBy(tree, a, 'aux').some((c) => tree.tokens[c]?.xpos === 'MD')) ||
  // "must resign or be impeached".
  (tree.tokens[a]?.xpos === 'VB' && childrenBy(tree, b, 'aux:pass').some((c) => tree.tokens[c]?.form.toLowerCase() === 'be')) ||
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
  childrenBy(tree, verb, 'mark').some((m) => /^(in|by|through|without)$/.test(lemmaAt(tree, m)));

/** "is due to visit Oslo before holding talks": what follows a thing to come is to come. */
const isToFollow = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VBG' &&
  !hasChild(tree, verb, 'aux', 'nsubj') &&
  childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m).toLowerCase() === 'before');

/** "will drive them out, leaving X destroyed": what comes of an act is as real as the act. */
const isOutcome = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VBG' &&
  !hasChild(tree, verb, 'aux', 'mark') &&
  !tree.words['acts-of-words'].has(lemmaAt(tree, verb)) &&
  verb > (tree.tokens[verb]?.head ?? -1);

/** Whether a clause tells what is done: no infinitive, and nothing that only may be. */
const isTold = (tree: Tree, verb: number): boolean =>
  moodOf(tree, verb).modality === 'asserted' && !childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'to');

/** A clause inside another takes over its doubt: hypothetical or possible above stays so below. */
export function inheritedModality(tree: Tree, verb: number, own: Modality): Modality {
  let k = verb;
  let modality = own;
  for (let step = 0; step < 6; step++) {
    const t = tree.tokens[k];
    if (!t || t.head < 0) break;
    const r = baseRelation(t.deprel);
    // "until they prove that they are ready"; who asks if one knows that it was done may take it for done.
    if (r === 'ccomp' && modality === 'asserted' && isOpen(tree, t.head)) return 'hypothetical';
    if (!['xcomp', 'advcl', 'conj', 'acl', 'obj', 'obl', 'nmod', 'nsubj', 'csubj'].includes(r)) break;
    const up = clauseOf(tree, t.head);
    if (k === verb && modality === 'asserted' && isWhoever(tree, verb) && !isTold(tree, up)) return 'hypothetical';
    // "setting a deadline would help": as real as what is said of it.
    if (r === 'csubj' && k === verb && modality === 'asserted') modality = moodOf(tree, up).modality;
    if (r === 'advcl' && k === verb && (isMeans(tree, verb) || isToFollow(tree, verb) || isOutcome(tree, verb))) {
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
