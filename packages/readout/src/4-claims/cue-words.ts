/**
 * The words of a cue in the tree: the lexicon's words, found in order, and what belongs to them — auxiliaries, negation, "to", adverbs that
 * touch them, aspect verbs above ("continues to insist"), and the preposition that carries the content ("spoke about").
 */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import {
  baseAt,
  baseRelation,
  childrenBy,
  formsOf,
  hasChild,
  isNegated,
  lemmaAt,
  lemmasOf,
  relationAt,
  type Tree,
} from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import type { Cue } from './lexicon.ts';

/** How many words may stand between two words of a phrase: "made no public mention". */
const GAP = 3;
const ONES = /^(my|your|his|her|its|our|their)$/;
/** The tokens of a cue whose first word is token `i`; undefined where a word is missing. */
export function wordsOf(tree: Tree, i: number, cue: Cue): number[] | undefined {
  // Of most cues of several words the second is missing already.
  let tokens: number[] | undefined;
  let at = i;
  for (let w = 1; w < cue.words.length; w++) {
    at = nextWord(tree, at, cue.words[w] ?? '', i);
    if (at < 0) return undefined;
    if (tokens) tokens.push(at);
    else tokens = [i, at];
  }
  return tokens ?? [i];
}

function nextWord(tree: Tree, at: number, word: string, verb: number): number {
  const forms = formsOf(tree);
  const lemmas = lemmasOf(tree);
  const end = Math.min(tree.tokens.length, at + 2 + GAP);
  for (let k = at + 1; k < end; k++) {
    const t = tree.tokens[k];
    if (!t || t.upos === 'PUNCT') return -1;
    if (forms[k] === word || lemmas[k] === word || (word === "one's" && ONES.test(forms[k] ?? ''))) {
      // A particle or preposition further off must hang on the verb: "called Friday for", not "called it a day for".
      if (k > at + 1 && isParticle(t.upos) && ((t.head !== verb && tree.tokens[t.head]?.head !== verb) || hasObject(tree, at, k, verb)))
        continue;
      return k;
    }
    // "Called" and "for" with the object between are another reading than "call for".
    if (t.upos === 'VERB' || t.upos === 'AUX' || t.upos === 'SCONJ' || t.upos === 'CCONJ') return -1;
  }
  return -1;
}

/** "called Holt on Friday": the verb's object stands between it and the word. */
const hasObject = (tree: Tree, from: number, to: number, verb: number): boolean =>
  tree.tokens.slice(from + 1, to).some((t) => t.head === verb && ['obj', 'iobj'].includes(baseRelation(t.deprel)));

const isParticle = (upos: string): boolean => upos === 'ADP' || upos === 'PART' || upos === 'SCONJ' || upos === 'ADV';

/** The nominal or clause that token `p` introduces as its case or mark, if it hangs on `head` or on its object. */
export function introducedBy(tree: Tree, p: number, head: number): number | undefined {
  const r = baseAt(tree, p);
  const up = tree.tokens[p]?.head ?? -1;
  if ((r === 'case' || r === 'mark') && up > p && up !== head) return up;
  return undefined;
}

/** Tokens of the cue with what belongs to them. `words` are the lexicon's words, the first of them the predicate. */
export function cueTokens(tree: Tree, words: readonly number[], lead?: number): number[] {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const tokens = new Set(words);
  let start = leftOf(tree, first, first);
  const up = tree.tokens[first]?.head ?? -1;
  // "went on to contrast": the aspect verb, when nothing but "to" and adverbs stand between.
  if (baseAt(tree, first) === 'xcomp' && up >= 0 && up < first && tree.words.aspect.has(lemmaAt(tree, up)) && joined(tree, up, first))
    start = leftOf(tree, up, up);
  for (let k = start; k < first; k++) tokens.add(k);
  let end = last;
  const next = tree.tokens[last + 1];
  if (
    next?.upos === 'ADV' &&
    next.head === first &&
    relationAt(tree, last + 1) === 'advmod' &&
    next.xpos !== 'WRB' &&
    last === first &&
    touches(tree, last + 1)
  )
    end = last + 1;
  for (let k = last + 1; k <= end; k++) tokens.add(k);
  if (lead !== undefined && lead === end + 1) tokens.add(lead);
  return [...tokens].sort((a, b) => a - b);
}

const joined = (tree: Tree, a: number, b: number): boolean => {
  for (let k = a + 1; k < b; k++) if (!['PART', 'ADV', 'ADP'].includes(tree.tokens[k]?.upos ?? '')) return false;
  return b - a <= 4;
};

/** An adverb after the cue is part of it only where the cue goes on or a comma or the content follows; "said earlier this year" is a time. */
function touches(tree: Tree, k: number): boolean {
  const after = tree.tokens[k + 1];
  return after === undefined || after.upos !== 'DET' || !hasChild(tree, k, 'obl', 'advmod');
}

/** The first token of the run of auxiliaries, negation, "to" and adverbs that ends right before token `i` and hangs on `head`. */
function leftOf(tree: Tree, i: number, head: number): number {
  let k = i - 1;
  while (k >= 0) {
    const t = tree.tokens[k];
    if (!t || (t.head !== head && !(t.head > k && t.head < i && t.upos === 'ADV'))) break;
    const r = baseRelation(t.deprel);
    const isAux = r === 'aux' || r === 'cop';
    const isTo = r === 'mark' && t.lemma === 'to';
    const isAdverb = (r === 'advmod' && t.xpos !== 'WRB' && t.upos !== 'SCONJ') || t.lemma === 'not';
    if (!isAux && !isTo && !isAdverb) break;
    k--;
  }
  // An adverb at the very start opens the sentence: "Now they say".
  return k + 1;
}

const NOBODY = /^(no|none|nobody|neither)$/;

/** "No official", "none of the firms", "nobody", "neither side", "neither Novak nor Okoro": who did not do it. */
export const isNobody = (tree: Tree, noun: number): boolean =>
  NOBODY.test(lemmaAt(tree, noun).toLowerCase()) ||
  childrenBy(tree, noun, 'det', 'cc:preconj').some((d) => d < noun && NOBODY.test(lemmaAt(tree, d).toLowerCase()));

/** The verb of leaving a thing undone that a verb hangs on; -1 where there is none. */
function leftUndoneBy(tree: Tree, i: number): number {
  const up = tree.tokens[i]?.head ?? -1;
  const hangs =
    up >= 0 &&
    up < i &&
    /^(xcomp|advcl)$/.test(baseAt(tree, i)) &&
    childrenBy(tree, i, 'mark').some((m) => lemmaAt(tree, m) === 'to') &&
    tree.words['leaves-undone'].has(lemmaAt(tree, up).toLowerCase());
  return hangs ? up : -1;
}

/** Not said: what somebody "refused to confirm", was "unwilling to say", "failed to explain". */
export function isLeftUnsaid(tree: Tree, i: number): boolean {
  const up = leftUndoneBy(tree, i);
  return up >= 0 && !isDenied(tree, up);
}

/** Negated by itself, by a subject that is nobody, or by "nor" before it or its auxiliary: "nor did it say". */
export function isDenied(tree: Tree, i: number): boolean {
  if (isNegated(tree, i)) return true;
  // "Nobody refused to say": all said it.
  if (leftUndoneBy(tree, i) < 0 && surfaceSubject(tree, i).some((s) => s < i && isNobody(tree, s))) return true;
  const up = tree.tokens[i]?.head ?? -1;
  const carriers = up >= 0 && up < i && lemmaAt(tree, up) === 'do' ? [i, up] : [i];
  return carriers.some((c) => childrenBy(tree, c, 'cc').some((k) => lemmaAt(tree, k).toLowerCase() === 'nor'));
}

/** Token numbers as spans; runs that touch are one. */
export function toSpans(tree: Tree, tokens: readonly number[]): Span[] {
  const spans: Span[] = [];
  let before = -2;
  for (const t of tokens) {
    const token = tree.tokens[t];
    if (!token) continue;
    const last = spans[spans.length - 1];
    if (last && before === t - 1) spans[spans.length - 1] = { start: last.start, end: token.end };
    else spans.push({ start: token.start, end: token.end });
    before = t;
  }
  return spans;
}
