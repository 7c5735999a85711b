/** Claims that a preposition or adverb carries: "according to officials", "in the words of", "citing", "reportedly". */

import { objectOf } from '../2-sentences/arguments.ts';
import { clauseOf } from '../2-sentences/mood.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, formsOf, type Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import { toSpans } from './cue-words.ts';
import type { ClaimDraft } from './draft.ts';
import type { Cue } from './lexicon.ts';
import { sourceSpan } from './sources.ts';
import { rangeSpan, sentenceWithout } from './spans.ts';

/** The claim of the first of these cues that fits the words from token `i` on; undefined where none does. */
export function prefixCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  for (let k = 0; k < cues.length; k++) {
    const cue = cues[k] as Cue;
    if (cue.doubt && cue.words.length === 1 && tree.tokens[i]?.upos === 'ADV') {
      const found = adverbCue(tree, i, cue);
      if (found) return found;
    }
    if (!cue.names) continue;
    const found = sourcedCue(tree, i, cue);
    if (found) return found;
  }
  return undefined;
}

/** "reportedly", "allegedly": nobody is named. */
function adverbCue(tree: Tree, i: number, cue: Cue): ClaimDraft | undefined {
  const up = tree.tokens[i]?.head ?? -1;
  const clause = up < 0 ? -1 : clauseOf(tree, up);
  if (clause < 0 || !['VERB', 'AUX', 'ADJ', 'NOUN'].includes(tree.tokens[clause]?.upos ?? '')) return undefined;
  const [a, b] = yieldOf(tree, clause);
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(tree, [i]),
    content: around(tree, a, b, i, i + 1),
    source: undefined,
    sourceSentence: undefined,
    sourceSpan: undefined,
    act: cue.act,
    attitude: false,
    negative: false,
    how: 'reported',
    addressee: undefined,
    verbatim: false,
    prefixed: false,
    rule: `claim.adverb.${cue.lemma}`,
  };
}

function sourcedCue(tree: Tree, i: number, cue: Cue): ClaimDraft | undefined {
  const forms = formsOf(tree);
  for (let k = 0; k < cue.words.length; k++) if (forms[i + k] !== cue.words[k]) return undefined;
  const tokens = cue.words.map((_, k) => i + k);
  const last = tokens[tokens.length - 1] ?? i;
  // The nominal that the preposition marks.
  const marked = tree.tokens.findIndex(
    (t, n) =>
      n > last && ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'X', 'SYM'].includes(t.upos) && tokens.some((k) => tree.tokens[k]?.head === n),
  );
  const source = marked > last ? marked : tree.tokens[i]?.xpos === 'VBG' && i === last ? objectOf(tree, i)[0] : undefined;
  if (source === undefined || (cue.lemma === 'per' && tree.tokens[source]?.upos !== 'PROPN') || source - last > 25) return undefined;
  const span = sourceSpan(tree, source);
  const [, b] = yieldOf(tree, source);
  const end = Math.min(b, endToken(tree, span));
  const a = i;
  const stop = Math.max(end, last + 1);
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(tree, tokens),
    content: contentAround(tree, source, a, stop),
    source,
    sourceSentence: undefined,
    sourceSpan: span,
    act: 'state',
    attitude: false,
    negative: false,
    how: cue.how ?? 'said',
    addressee: undefined,
    verbatim: false,
    prefixed: true,
    rule: `claim.${cue.words.join('-')}`,
  };
}

const endToken = (tree: Tree, span: Span): number => {
  let k = tree.tokens.length;
  while (k > 0 && (tree.tokens[k - 1]?.end ?? 0) > span.end) k--;
  return k;
};

/** Set off by commas, at the start or at the end, the phrase is about the whole sentence; else about its clause. */
function contentAround(tree: Tree, source: number, a: number, b: number): Span[] {
  const n = tree.tokens.length;
  const atEdge = a === 0 || tree.tokens[a - 1]?.upos === 'PUNCT' || tree.tokens.slice(b).every((t) => t.upos === 'PUNCT');
  const up = tree.tokens[source]?.head ?? -1;
  const clause = up < 0 ? -1 : clauseOf(tree, up);
  if (atEdge || clause < 0 || tree.root === clause) return sentenceWithout(tree, [a, b]);
  const [x, y] = yieldOf(tree, clause);
  if (a < x || b > y || y - x >= n) return sentenceWithout(tree, [a, b]);
  const spans = around(tree, x, y, a, b);
  const r = baseAt(tree, clause);
  return spans.length > 0 && r !== 'root' ? spans : sentenceWithout(tree, [a, b]);
}

/** Tokens `x` to `y` without `a` to `b`, as spans. */
function around(tree: Tree, x: number, y: number, a: number, b: number): Span[] {
  const spans: Span[] = [];
  if (a > x) spans.push(rangeSpan(tree, x, a));
  if (b < y) spans.push(rangeSpan(tree, b, y));
  return spans.filter((s) => s.end > s.start);
}
