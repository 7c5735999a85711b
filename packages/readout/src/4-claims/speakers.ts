/**
 * Quotes and the drafts that carry them: a draft that holds part of a quote gets the whole; the rest of a quote after "he said." belongs
 * to the same claim; quotes that no cue took, near one that was, are further claims of the same speaker — unknown rather than guessed
 * where another voice stands between.
 */
import { mapped } from '../2-sentences/mapped.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Span } from '../model/index.ts';
import { type ClaimDraft, sizeOf } from './draft.ts';
import { isWithin, overlap, sentenceNumber } from './places.ts';
import type { Quote } from './quotes.ts';
import { joinSpans } from './spans.ts';

/** Words of a quote below which it is a term or a title, when no cue takes it. */
const QUOTE_WORDS = 4;
/** Characters between a speaker's last words and a quote of the same speaker. */
const REACH = 240;

/** The drafts with whole quotes as content, and new drafts for quotes left over. */
export function attributeQuotes(doc: Document, drafts: readonly ClaimDraft[], quotes: readonly Quote[]): ClaimDraft[] {
  const { trees } = doc;
  const bySentence = mapped(trees, (): ClaimDraft[] => []);
  for (const d of drafts) bySentence[d.sentence]?.push(d);
  // The text's own voices: not those that speak inside a quote.
  const outside = bySentence.map((list) => list.filter((d) => !quotes.some((q) => isWithin(d.cue[0], q.inner))));
  const added: ClaimDraft[] = [];
  let last: ClaimDraft | undefined;
  for (const q of quotes) {
    const first = sentenceNumber(trees, q.outer.start);
    const final = sentenceNumber(trees, q.outer.end - 1);
    if (first < 0) continue;
    const around: ClaimDraft[] = [];
    // From the sentence before: "The ministry said:" announces it.
    for (let s = first - 1; s <= final + 1; s++) for (const d of bySentence[s] ?? []) if (!isWithin(d.cue[0], q.inner)) around.push(d);
    const taker = takerOf(around, q);
    if (taker) {
      if (!taker.content.some((s) => isWithin(q.outer, s))) taker.content = widen(taker, q.outer);
      // A short quote that is all of what is said counts; a quoted term does not.
      if (!taker.attitude && (q.words >= QUOTE_WORDS || taker === last || sizeOf(taker) <= (q.outer.end - q.outer.start) * 1.2))
        last = taker;
      continue;
    }
    const whole = isWholeSentence(doc, q, first);
    const spoke = whole && q.words >= QUOTE_WORDS ? speakerBefore(doc, outside, first, last) : undefined;
    if (spoke) {
      last = sameSpeaker(spoke, q);
      added.push(last);
      continue;
    }
    if (!last) continue;
    const gap = gapBefore(doc, last, q);
    if (gap === undefined) continue;
    if (
      gap.sentences === 0 && gap.paragraphs === 0
        ? whole || q.words >= QUOTE_WORDS
        : q.continued && gap.paragraphs === 1 && gap.sentences === 0
    ) {
      last.content = joinSpans([...last.content, q.outer]);
    } else if (whole && q.words >= QUOTE_WORDS && gap.characters < REACH && gap.paragraphs <= 1 && !anotherVoice(outside, last, first)) {
      last = sameSpeaker(last, q);
      added.push(last);
    }
  }
  return [...drafts, ...added];
}

/** A claim of the speaker's that is the quote. */
const sameSpeaker = (d: ClaimDraft, q: Quote): ClaimDraft => ({
  sentence: d.sentence,
  cueToken: d.cueToken,
  cue: d.cue,
  content: [q.outer],
  source: d.source,
  sourceSentence: d.sourceSentence ?? d.sentence,
  sourceSpan: d.sourceSpan,
  act: d.act,
  attitude: d.attitude,
  negative: d.negative,
  how: d.how,
  addressee: d.addressee,
  verbatim: d.verbatim,
  prefixed: d.prefixed,
  rule: q.continued ? 'claim.quote-continued' : 'claim.quote-same-speaker',
});

/** "The summit failed, Novak said. “…”": the one who spoke in the sentence before, in the same paragraph, where it had no quote that goes on. */
function speakerBefore(
  doc: Document,
  bySentence: readonly (readonly ClaimDraft[])[],
  sentence: number,
  last: ClaimDraft | undefined,
): ClaimDraft | undefined {
  const before = sentence - 1;
  if (last && last.sentence >= before) return undefined;
  if (before < 0 || doc.trees[before]?.sentence.paragraph !== doc.trees[sentence]?.sentence.paragraph) return undefined;
  const voices = (bySentence[before] ?? []).filter((d) => !d.attitude && !d.negative && d.sourceSpan !== undefined);
  const outer = voices.filter((d) => !voices.some((v) => v !== d && v.content.some((c) => isWithin(d.cue[0], c))));
  return outer.every((d) => d.sourceSpan?.start === outer[0]?.sourceSpan?.start) ? outer[0] : undefined;
}

/** The draft that holds the quote, or most of it: what is said before what is held, the larger content first. */
function takerOf(around: readonly ClaimDraft[], q: Quote): ClaimDraft | undefined {
  let best: ClaimDraft | undefined;
  let bestScore = 0;
  for (const d of around) {
    let shared = 0;
    for (const s of d.content) shared += overlap(s, q.outer);
    if (shared === 0) continue;
    const score = shared * (d.attitude ? 0.5 : 1) - sizeOf(d) / 1e6;
    if (score > bestScore) {
      best = d;
      bestScore = score;
    }
  }
  return best;
}

/** The content with the stretch that meets the quote made as long as the quote. */
function widen(d: ClaimDraft, quote: Span): Span[] {
  const met = d.content.filter((s) => overlap(s, quote) > 0);
  const rest = d.content.filter((s) => overlap(s, quote) === 0);
  const wide = { start: Math.min(quote.start, ...met.map((s) => s.start)), end: Math.max(quote.end, ...met.map((s) => s.end)) };
  return joinSpans([...rest, wide]);
}

interface Gap {
  /** Sentences that begin and end between. */
  readonly sentences: number;
  readonly paragraphs: number;
  readonly characters: number;
}

/** What stands between the last words of a claim (content, cue, source) and a quote after them. */
function gapBefore(doc: Document, claim: ClaimDraft, q: Quote): Gap | undefined {
  let end = 0;
  for (const s of claim.content) end = Math.max(end, s.end);
  if (claim.rule !== 'claim.quote-same-speaker' && claim.rule !== 'claim.quote-continued') {
    for (const s of claim.cue) end = Math.max(end, s.end);
    if (claim.sourceSpan) end = Math.max(end, claim.sourceSpan.end);
  }
  if (q.outer.start < end) return undefined;
  const from = sentenceNumber(doc.trees, end - 1);
  const to = sentenceNumber(doc.trees, q.outer.start);
  const paragraphs = (doc.trees[to]?.sentence.paragraph ?? 0) - (doc.trees[from]?.sentence.paragraph ?? 0);
  return { sentences: Math.max(0, to - from - 1), paragraphs, characters: q.outer.start - end };
}

/** Whether a sentence between the claim and the quote is somebody else's claim. */
function anotherVoice(bySentence: readonly (readonly ClaimDraft[])[], last: ClaimDraft, sentence: number): boolean {
  for (let s = last.sentence + 1; s < sentence; s++)
    if ((bySentence[s] ?? []).some((d) => !d.attitude && d.source !== undefined)) return true;
  return false;
}

/** The quote begins its sentence. */
function isWholeSentence(doc: Document, q: Quote, sentence: number): boolean {
  const span = doc.trees[sentence]?.sentence.span;
  return span !== undefined && Math.abs(q.outer.start - span.start) < 3;
}
