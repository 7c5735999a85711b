/** Each quote of an article with the claim that carries it: who speaks these very words. */
import type { Article, Claim } from '../model/index.ts';
import { isWithin, overlap } from './places.ts';
import { findQuotes, type Quote } from './quotes.ts';

/** Words below which a quote that no claim carries is a term, a title or a scare quote. */
const QUOTE_WORDS = 4;

/** A quote and who speaks it. */
export interface SpokenQuote {
  readonly quote: Quote;
  /** The innermost claim that says it; absent when nobody was found. */
  readonly claim?: Claim;
}

/** Quotes in text order; short ones only where a claim carries them. */
export function spokenQuotes(article: Article, claims: readonly Claim[]): SpokenQuote[] {
  const spoken: SpokenQuote[] = [];
  for (const quote of findQuotes(article)) {
    const claim = carrierOf(quote, claims);
    if (claim || quote.words >= QUOTE_WORDS) spoken.push({ quote, ...(claim ? { claim } : {}) });
  }
  return spoken;
}

/** The smallest claim, not an attitude, that has most of the quote as content and its cue outside. */
function carrierOf(quote: Quote, claims: readonly Claim[]): Claim | undefined {
  let best: Claim | undefined;
  let bestSize = Number.POSITIVE_INFINITY;
  for (const c of claims) {
    if (c.quotation === 'indirect' || c.rule.startsWith('claim.attitude') || c.rule.startsWith('claim.adjective')) continue;
    let shared = 0;
    let size = 0;
    for (const s of c.content) {
      shared += overlap(s, quote.outer);
      size += s.end - s.start;
    }
    if (shared * 2 < quote.outer.end - quote.outer.start || size >= bestSize || c.cue.some((k) => isWithin(k, quote.outer))) continue;
    best = c;
    bestSize = size;
  }
  return best;
}
