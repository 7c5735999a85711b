/** Where offsets and spans lie: sentences by binary search, quotes by sentence. */
import { mapped } from '../2-sentences/mapped.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import type { Quote } from './quotes.ts';
import type { QuotesHere } from './reporting.ts';

/** The index of the last sentence that starts at or before the offset; 0 before the first, -1 without sentences. */
export function sentenceNumber(trees: readonly Tree[], offset: number): number {
  let low = 0;
  let high = trees.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((trees[middle]?.sentence.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return trees.length === 0 ? -1 : low;
}

/** For each sentence the quotes that touch it, the one that ends right before it in its paragraph, and the one that a colon at its end announces. */
export function quotesBySentence(trees: readonly Tree[], quotes: readonly Quote[]): QuotesHere[] {
  const here = mapped(trees, (): Quote[] => []);
  const before = new Map<number, Quote>();
  const after = new Map<number, Quote>();
  for (const q of quotes) {
    const last = sentenceNumber(trees, q.outer.end - 1);
    for (let s = Math.max(0, sentenceNumber(trees, q.outer.start)); s <= last; s++) {
      const span = trees[s]?.sentence.span;
      if (span && q.inner.start < span.end && q.outer.end > span.start) here[s]?.push(q);
    }
    const first = sentenceNumber(trees, q.outer.start);
    const announcing = trees[first]?.sentence.span.start === q.outer.start ? first - 1 : first;
    const words = trees[announcing];
    if (
      words &&
      words.sentence.span.end <= q.outer.start &&
      q.outer.start - words.sentence.span.end <= 4 &&
      words.tokens[words.tokens.length - 1]?.form === ':'
    )
      after.set(announcing, q);
    const next = trees[last + 1]?.sentence;
    if (next && next.span.start - q.outer.end <= 2 && next.paragraph === trees[last]?.sentence.paragraph && standsAlone(trees, q, last))
      before.set(last + 1, q);
  }
  return mapped(here, (list, s) => {
    const b = before.get(s);
    const a = after.get(s);
    return { here: list, before: b, after: a };
  });
}

/** The quote opens its sentence, or ends with a mark that may have cut it from its speaker; another belongs to whoever stands before it. */
function standsAlone(trees: readonly Tree[], q: Quote, last: number): boolean {
  const from = trees[sentenceNumber(trees, q.outer.start)]?.sentence.span.start ?? 0;
  return q.outer.start - from < 3 || (trees[last]?.tokens.slice(-2).some((t) => /[?!]/.test(t.form)) ?? false);
}

/** Characters that two spans share. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
/** Whether a span lies in another, ends included; false where there is none. */
export const isWithin = (s: Span | undefined, t: Span): boolean => s !== undefined && s.start >= t.start && s.end <= t.end;
