/**
 * Quotes that no cue took: the rest of a quote that goes on in the next sentence or paragraph, and quotes that stand alone beside
 * the words of somebody named. The speaker is the last one who spoke in the paragraph; unknown rather than guessed when two did.
 */
import type { Document } from '../3-mentions/document.ts';
import type { Span } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import type { Quote } from './quotes.ts';

/** The drafts with whole quotes as content, and new drafts for quotes left over. */
export function attributeQuotes(doc: Document, drafts: readonly ClaimDraft[], quotes: readonly Quote[]): ClaimDraft[] {
  const result = [...drafts];
  let last: ClaimDraft | undefined;
  for (const q of quotes) {
    if (q.words < 4) continue;
    const takers = result.filter((d) => !d.attitude && d.content.some((s) => overlap(s, q.outer) > 0.3 * (q.outer.end - q.outer.start)) && !within(d.cue[0], q.inner));
    const taker = takers.sort((a, b) => size(a) - size(b))[0];
    if (taker) {
      taker.content = widen(taker.content, q.outer);
      last = taker;
      continue;
    }
    // A quote over several sentences: the part that a cue took reaches over the rest.
    const part = result.find((d) => !d.attitude && d.content.some((s) => overlap(s, q.outer) > 0) && !within(d.cue[0], q.inner));
    if (part) {
      part.content = widen(part.content, q.outer);
      last = part;
      continue;
    }
    const sentence = doc.sentenceAt(q.inner.start);
    if (!sentence) continue;
    const previous = last && (q.continued || near(doc, last, q)) ? last : undefined;
    if (previous && isWholeSentence(doc, q)) {
      const made: ClaimDraft = { ...previous, content: [q.outer], rule: q.continued ? 'claim.quote-continued' : 'claim.quote-same-speaker' };
      result.push(made);
      last = made;
    }
  }
  return result;
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const size = (d: ClaimDraft): number => d.content.reduce((n, s) => n + s.end - s.start, 0);
const within = (s: Span | undefined, t: Span): boolean => s !== undefined && s.start >= t.start && s.end <= t.end;

/** The content with the stretch that meets the quote made as long as the quote. */
function widen(content: readonly Span[], quote: Span): Span[] {
  return content.map((s) => (overlap(s, quote) > 0 ? { start: Math.min(s.start, quote.start), end: Math.max(s.end, quote.end) } : s));
}

/** Whether the quote follows the claim closely: the same or the next paragraph, with no other voice between. */
function near(doc: Document, claim: ClaimDraft, q: Quote): boolean {
  const end = Math.max(...claim.content.map((s) => s.end), ...claim.cue.map((s) => s.end));
  if (q.outer.start < end) return false;
  const between = doc.article.text.slice(end, q.outer.start);
  return between.length < 240 && (between.match(/\n\n/g) ?? []).length <= 1;
}

/** The quote is a sentence of its own, not a few words inside one. */
function isWholeSentence(doc: Document, q: Quote): boolean {
  const s = doc.sentenceAt(q.inner.start);
  return s !== undefined && q.outer.start - s.span.start < 3;
}
