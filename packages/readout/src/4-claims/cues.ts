/**
 * Cues in a sentence → claim drafts, by the frames of the lexicon: verbs, nouns, adjectives, prepositions and adverbs. What the frame
 * asks for must be there: "warned" without content is no claim.
 */
import { formsOf, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import { adjectiveCue } from './adjectives.ts';
import type { ClaimDraft } from './draft.ts';
import type { ClaimKnowledge } from './lexicon.ts';
import { nounCue } from './nouns.ts';
import { isWithin } from './places.ts';
import { prefixCue } from './prefixes.ts';
import type { Quote } from './quotes.ts';
import type { QuotesHere } from './reporting.ts';
import { clipSpans, joinSpans } from './spans.ts';
import { invertedCue, verbCue } from './verbs.ts';

/** Words that can carry a claim. */
const CARRIERS = new Set(['VERB', 'AUX', 'NOUN', 'ADJ', 'ADP', 'ADV', 'SCONJ', 'PROPN', 'X']);

/** The drafts of one sentence, from the left. */
export function findCues(tree: Tree, quotes: QuotesHere, knowledge: ClaimKnowledge): ClaimDraft[] {
  const found: ClaimDraft[] = [];
  const [forms, lemmas] = [formsOf(tree), lemmasOf(tree)];
  for (let i = 0; i < tree.tokens.length; i++) {
    const upos = tree.tokens[i]?.upos ?? '';
    if (!CARRIERS.has(upos)) continue;
    const draft = draftAt(tree, i, upos, lemmas[i] ?? '', quotes, knowledge) ?? prefixed(tree, i, forms[i] ?? '', knowledge);
    if (!draft) continue;
    draft.content = joinSpans(inItsQuote(draft, quotes.here));
    if (draft.content.length > 0) found.push(draft);
  }
  return withoutSaying(tree, withoutAccordingTo(found));
}

/** "Denounced ministers who lie, saying “…”": what a participle of saying adds behind a comma is no part of the thing denounced before it. */
function withoutSaying(tree: Tree, drafts: readonly ClaimDraft[]): ClaimDraft[] {
  for (const p of drafts) {
    const token = tree.tokens[p.cueToken];
    if (token?.xpos !== 'VBG' || tree.tokens[p.cueToken - 1]?.form !== ',' || !tree.words.inverting.has(token.lemma)) continue;
    const before = tree.tokens[p.cueToken - 2]?.end ?? 0;
    for (const d of drafts) {
      if (d.cueToken < 0 || d.cueToken >= p.cueToken || (tree.children[d.cueToken] ?? []).some((c) => tree.tokens[c]?.deprel === 'ccomp'))
        continue;
      d.content = d.content.map((s) => (s.start < before && s.end > token.start ? { start: s.start, end: before } : s));
    }
  }
  return [...drafts];
}

/** "Novak said A, according to Tass": the phrase is about Novak's saying, not part of A. */
function withoutAccordingTo(drafts: readonly ClaimDraft[]): ClaimDraft[] {
  for (const p of drafts) {
    if (!p.prefixed || !p.sourceSpan) continue;
    const phrase = { start: Math.min(p.cue[0]?.start ?? 0, p.sourceSpan.start), end: p.sourceSpan.end };
    for (const d of drafts) {
      if (d === p || !p.content.some((s) => isWithin(d.cue[0], s))) continue;
      d.content = d.content.map((s) =>
        s.start < phrase.start && s.end >= phrase.end && s.end - phrase.end < 2 ? { start: s.start, end: beforeComma(p, s, phrase) } : s,
      );
    }
  }
  return [...drafts];
}

/** Where the prefixed claim's own content ends before the phrase: its comma is left off there. */
const beforeComma = (p: ClaimDraft, s: Span, phrase: Span): number => {
  const own = p.content.filter((c) => c.end <= phrase.start).pop();
  return own && own.end > s.start ? own.end : phrase.start;
};

/** What a speaker says inside a quote ends with it. */
function inItsQuote(draft: ClaimDraft, quotes: readonly Quote[]): Span[] {
  const cue = draft.cue[0];
  const q = quotes.find((x) => x.words >= 4 && isWithin(cue, x.inner));
  return q ? clipSpans(draft.content, q.inner) : draft.content;
}

function draftAt(
  tree: Tree,
  i: number,
  upos: string,
  lemma: string,
  quotes: QuotesHere,
  knowledge: ClaimKnowledge,
): ClaimDraft | undefined {
  if (upos === 'VERB' || upos === 'AUX') {
    const cues = knowledge.cues('verb', lemma);
    if (cues.length === 0)
      return tree.tokens[i]?.xpos === 'VBN' || tree.tokens[i]?.xpos === 'VBD' ? adjective(tree, i, knowledge) : undefined;
    return (upos === 'VERB' ? invertedCue(tree, i, cues, quotes) : undefined) ?? verbCue(tree, i, cues, quotes);
  }
  if (upos === 'NOUN') {
    const cues = knowledge.cues('noun', lemma);
    return cues.length > 0 ? nounCue(tree, i, cues) : undefined;
  }
  return upos === 'ADJ' ? adjective(tree, i, knowledge) : undefined;
}

/** Adjectives by their form: "concerned", also where the parse has a participle. */
function adjective(tree: Tree, i: number, knowledge: ClaimKnowledge): ClaimDraft | undefined {
  const cues = knowledge.cues('adj', formsOf(tree)[i] ?? '');
  return cues.length > 0 ? adjectiveCue(tree, i, cues) : undefined;
}

function prefixed(tree: Tree, i: number, form: string, knowledge: ClaimKnowledge): ClaimDraft | undefined {
  const cues = knowledge.prefixes(form);
  return cues.length > 0 ? prefixCue(tree, i, cues) : undefined;
}
