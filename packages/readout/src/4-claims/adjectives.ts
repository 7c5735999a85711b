/** Attitudes carried by adjectives and participles with a copula: "is concerned that", "are ready to", "remains opposed to". */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, childrenBy, isNegated, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Content } from './clauses.ts';
import { prepContent, prepPhrases } from './contents.ts';
import { cueTokens, toSpans, wordsOf } from './cue-words.ts';
import type { ClaimDraft } from './draft.ts';
import type { Cue } from './lexicon.ts';
import { isDummy, sourceSpan } from './sources.ts';
import { clauseSpan } from './spans.ts';

/** The claim of the first of these cues that fits the adjective or participle at token `i`; undefined where none does. */
export function adjectiveCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  const up = tree.tokens[i]?.head ?? -1;
  const linking = baseAt(tree, i) === 'xcomp' && up >= 0 && up < i && tree.words.linking.has(lemmaAt(tree, up)) ? up : undefined;
  const copula = childrenBy(tree, i, 'cop', 'aux:pass');
  if (copula.length === 0 && linking === undefined) return undefined;
  for (const cue of cues) {
    const words = wordsOf(tree, i, cue);
    if (!words) continue;
    const content = contentOf(tree, i, cue, words[words.length - 1] ?? i);
    const source = surfaceSubject(tree, linking ?? i).find((s) => !isDummy(tree, s));
    if (!content || source === undefined) continue;
    const own = cueTokens(tree, words, content.lead);
    const before = linking === undefined ? [] : [...cueTokens(tree, [linking]), ...range(linking, i)];
    return {
      sentence: tree.sentence.index,
      cueToken: i,
      cue: toSpans(
        tree,
        [...new Set([...before, ...own])].sort((a, b) => a - b),
      ),
      content: content.spans,
      source,
      sourceSentence: undefined,
      sourceSpan: sourceSpan(tree, source, i),
      act: cue.act,
      attitude: true,
      negative: isNegated(tree, i),
      how: 'held',
      addressee: undefined,
      verbatim: false,
      prefixed: false,
      rule: `claim.adjective.${cue.words.join('-')}`,
    };
  }
  return undefined;
}

const range = (a: number, b: number): number[] => Array.from({ length: Math.max(0, b - a) }, (_, k) => a + k);

function contentOf(tree: Tree, i: number, cue: Cue, last: number): Content | undefined {
  const clause = (tree.children[i] ?? []).filter((c) => {
    const r = baseAt(tree, c);
    if (c < i) return false;
    if (r === 'ccomp') return cue.frames.has('ccomp');
    const marks = childrenBy(tree, c, 'mark').map((m) => lemmaAt(tree, m));
    if (r === 'xcomp' || r === 'advcl')
      return (cue.frames.has('xcomp') && marks.includes('to')) || (cue.frames.has('ccomp') && marks.includes('that'));
    return false;
  });
  if (clause.length > 0) return { spans: clause.flatMap((c) => clauseSpan(tree, c, i)), frame: 'ccomp' };
  for (const frame of cue.frames) {
    if (!frame.startsWith('prep:')) continue;
    const found = prepPhrases(tree, i, frame.slice(5)).filter((p) => p > i);
    if (found.length > 0)
      return prepContent(
        tree,
        Math.min(...found.map((p) => yieldOf(tree, p)[0])),
        Math.max(...found.map((p) => yieldOf(tree, p)[1])),
        last,
        frame,
      );
  }
  return undefined;
}
