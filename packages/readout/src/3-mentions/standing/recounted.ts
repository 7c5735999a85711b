/**
 * What tells without a day that an act is recounted, not reported: what the dead did, what films and exhibitions show, what somebody once did,
 * did as the holder of an office or under a ruler, and what was done in a paragraph that tells of long ago.
 */

import { surfaceSubject } from '../../2-sentences/arguments.ts';
import { clauseOf, moodOf } from '../../2-sentences/mood.ts';
import { yieldOf } from '../../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Document } from '../document.ts';

/** Sentences at the beginning of a text in which a death that it is about is told. */
const OPENING = 4;

const isTellingPast = (tree: Tree, clause: number): boolean => moodOf(tree, clause).tense === 'past';

/** The persons whose death a text reports at its beginning. */
const known = new WeakMap<Document, ReadonlySet<string>>();
function theDead(doc: Document): ReadonlySet<string> {
  let dead = known.get(doc);
  if (!dead) {
    dead = new Set(doc.trees.slice(0, OPENING).flatMap((tree) => deadIn(doc, tree)));
    known.set(doc, dead);
  }
  return dead;
}

function deadIn(doc: Document, tree: Tree): string[] {
  return tree.tokens.flatMap((_, i) => {
    if (tree.tokens[i]?.upos !== 'VERB' || !tree.words.dies.has(lemmaAt(tree, i).toLowerCase())) return [];
    const mood = moodOf(tree, i);
    if (mood.modality !== 'asserted' || mood.polarity === 'negative' || !/^(past|perfect)$/.test(mood.tense) || tree.bases[i] === 'acl')
      return [];
    return surfaceSubject(tree, i).flatMap((s) => {
      const id = doc.mentionAt(tree.sentence.index, s)?.entities[0] ?? '';
      return doc.entities.get(id)?.kind === 'person' ? [id] : [];
    });
  });
}

/** "He was 94. He fought at Sava": whose death is the news has done nothing since. */
function isOfTheDead(doc: Document, tree: Tree, clause: number): boolean {
  if (!isTellingPast(tree, clause)) return false;
  const dead = theDead(doc);
  return dead.size > 0 && surfaceSubject(tree, clause).some((s) => dead.has(doc.mentionAt(tree.sentence.index, s)?.entities[0] ?? ''));
}

/** "The film tells how soldiers shot protesters". */
function isShown(tree: Tree, clause: number): boolean {
  let k = clause;
  for (let step = 0; step < 4 && /^(conj|ccomp|advcl)$/.test(baseAt(tree, k)); step++) {
    const up = tree.tokens[k]?.head ?? -1;
    if (
      /^(ccomp|advcl)$/.test(baseAt(tree, k)) &&
      childrenBy(tree, up, 'nsubj').some((s) => tree.words.works.has(lemmaAt(tree, s).toLowerCase()))
    )
      return true;
    k = up;
  }
  return false;
}

/** "who once called it a threat", not "once he had called". */
const isOnce = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'advmod').some(
    (c) => c < clause && lemmaAt(tree, c).toLowerCase() === 'once' && tree.tokens[c + 1]?.head !== c,
  ) && !hasChild(tree, clause, 'mark');

/** "during his tenure", "under her leadership". */
const isHisTime = (tree: Tree, noun: number): boolean =>
  tree.words['times-in-office'].has(lemmaAt(tree, noun).toLowerCase()) &&
  childrenBy(tree, noun, 'nmod:poss').some((c) => tree.tokens[c]?.upos === 'PRON');

/** "Under Novak, the country sent arms", "As defence minister, he sent troops": in front of a past. */
function isOfATime(doc: Document, tree: Tree, clause: number): boolean {
  return childrenBy(tree, clause, 'obl').some((c) => {
    if (c > clause) return false;
    const prep = caseOf(tree, c);
    const id = doc.mentionAt(tree.sentence.index, c)?.entities[0] ?? '';
    if (/^(under|during)$/.test(prep) && isHisTime(tree, c)) return true;
    if (prep === 'under') return tree.tokens[c]?.upos === 'PROPN' && doc.entities.get(id)?.kind === 'person';
    if (prep !== 'as') return false;
    const lemma = lemmaAt(tree, c).toLowerCase();
    return (tree.words['one-holder'].has(lemma) && !hasChild(tree, c, 'det')) || tree.words['told-as'].has(lemma);
  });
}

/** "often accuses it", "has routinely accused it": how things are, no news of one act. */
function isHabit(tree: Tree, clause: number): boolean {
  // "agreed to meet regularly": that it was agreed is the news.
  if (tree.tokens[clause]?.xpos === 'VB' && hasChild(tree, clause, 'mark', 'aux')) return false;
  return childrenBy(tree, clause, 'advmod').some((c) => isOfHabit(tree, clause, c)) || sharesHabit(tree, clause);
}

const isOfHabit = (tree: Tree, clause: number, adverb: number): boolean =>
  tree.words.habits.has(lemmaAt(tree, adverb).toLowerCase()) ||
  // "has jailed writers before".
  (adverb > clause && lemmaAt(tree, adverb).toLowerCase() === 'before' && moodOf(tree, clause).tense === 'perfect');

/** "often accuses Israel *and condemns* it": what stands before the first verb holds for the second one that has no words of its own, but for "but". */
function sharesHabit(tree: Tree, clause: number): boolean {
  const first = tree.tokens[clause]?.head ?? -1;
  if (baseAt(tree, clause) !== 'conj' || tree.tokens[clause]?.xpos !== tree.tokens[first]?.xpos) return false;
  if (hasChild(tree, clause, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop', 'advmod')) return false;
  if (childrenBy(tree, clause, 'cc').some((c) => lemmaAt(tree, c).toLowerCase() !== 'and')) return false;
  return childrenBy(tree, first, 'advmod').some((c) => c < first && isOfHabit(tree, first, c));
}

/** "critics of *the strike* often say": what is done again and again is the verb's, not an act that it is about. */
const isOneSpokenOf = (tree: Tree, trigger: number): boolean =>
  tree.tokens[trigger]?.xpos === 'NN' &&
  /^(nsubj|nmod|obl)$/.test(baseAt(tree, trigger)) &&
  childrenBy(tree, trigger, 'det', 'nmod:poss').some((d) => tree.bases[d] === 'nmod' || /^th(e|is|at)$/i.test(tree.tokens[d]?.form ?? ''));

/** Whether an act is told as one of many of its kind, without a day of its own or with a day of the week that it keeps coming back on. */
export const isOneOfMany = (tree: Tree, trigger: number, clause: number, hasDay: boolean): boolean =>
  !(hasDay && moodOf(tree, clause).tense !== 'present') && !isOneSpokenOf(tree, trigger) && isHabit(tree, clause);

/** "While serving as a senator, he backed": told of a time of somebody's life. */
const isOfHisLife = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'advcl').some(
    (c) =>
      tree.words['spends-a-time'].has(lemmaAt(tree, c).toLowerCase()) &&
      tree.tokens[c]?.xpos === 'VBG' &&
      childrenBy(tree, c, 'mark').some((m) => /^(while|when|after)$/.test(lemmaAt(tree, m).toLowerCase())),
  );

/** "a former minister who opened the border": what who has left an office did in it, not what is said since. */
function isOfFormer(tree: Tree, clause: number, trigger: number): boolean {
  const up = tree.tokens[clause]?.head ?? -1;
  if (relationAt(tree, clause) !== 'acl:relcl' || tree.tokens[clause]?.xpos !== 'VBD') return false;
  if (tree.words['acts-of-words'].has(lemmaAt(tree, trigger).toLowerCase())) return false;
  if (!childrenBy(tree, clause, 'nsubj').some((s) => /^who$/i.test(tree.tokens[s]?.form ?? ''))) return false;
  const [a, b] = yieldOf(tree, up);
  for (let k = a; k < Math.min(b, clause); k++)
    if (tree.words['out-of-office'].has(lemmaAt(tree, k).toLowerCase()) && isWithin(tree, k, up)) return true;
  return false;
}

/** Whether a word hangs on a noun by the words of its own name and office. */
function isWithin(tree: Tree, word: number, noun: number): boolean {
  let k = word;
  for (let step = 0; step < 3 && k !== noun && k >= 0; step++) {
    if (!/^(amod|compound|nmod|flat|advmod)$/.test(baseAt(tree, k))) return false;
    k = tree.tokens[k]?.head ?? -1;
  }
  return k === noun;
}

/** "pledged to close it but has so far failed to": told of what has not come of it since. */
const isBeforeNow = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'conj').some(
    (c) =>
      moodOf(tree, c).tense === 'perfect' &&
      childrenBy(tree, c, 'advmod').some((a) => /^(far|yet|still|never)$/i.test(tree.tokens[a]?.form ?? '')) &&
      childrenBy(tree, c, 'cc').some((k) => lemmaAt(tree, k) === 'but'),
  );

/** Whether words around an act recount it. A day of its own clause says more. */
export function isRecounted(doc: Document, tree: Tree, trigger: number): boolean {
  const own = clauseOf(tree, trigger);
  // "as governor he fought it, vetoing two bills": told with the verb above it.
  const isBeside = tree.tokens[own]?.xpos === 'VBG' && relationAt(tree, own) === 'advcl' && !hasChild(tree, own, 'aux', 'mark');
  const clause = isBeside ? (tree.tokens[own]?.head ?? own) : own;
  return (
    isOfTheDead(doc, tree, clause) ||
    isShown(tree, clause) ||
    (isTellingPast(tree, clause) &&
      (isOnce(tree, clause) ||
        isBeforeNow(tree, clause) ||
        isOfATime(doc, tree, clause) ||
        isOfHisLife(tree, clause) ||
        isOfFormer(tree, clause, trigger)))
  );
}

/** Whether a sentence stands behind another one in its paragraph and is told in the past, as a story that goes on is. */
export function goesOnInParagraph(doc: Document, before: Tree, tree: Tree): boolean {
  const between = doc.article.text.slice(before.sentence.span.end, tree.sentence.span.start);
  return !between.includes('\n') && isTellingPast(tree, tree.root);
}
