/**
 * Who speaks, read off the order of words: between a quote and the verb that reports it stands the speaker, however long ("…,” Rep. Jane
 * Roe (R-Fla.), who chairs the panel, said"). Parsers trip over such phrases; their order is plain.
 */
import { lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Quote } from './quotes.ts';

/** Quotes that touch a sentence, the one that ends right before it, and the one that its colon announces. */
export interface QuotesHere {
  readonly here: readonly Quote[];
  readonly before: Quote | undefined;
  readonly after: Quote | undefined;
}

/** The noun phrase that speaks beside a quote or clause. */
export interface SpeakerWords {
  /** Tokens of the phrase, half-open, and its head. */
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly quote: Quote;
}

const NOMINAL = new Set(['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM']);
const RELATIVE = /^(who|which|that|whose|whom|where)$/i;
/** A phrase longer than this is more than a speaker. */
const LONGEST = 40;

/** The phrase between the last quote before verb `i` and the verb; undefined where something else stands there. */
export function speakerBetween(tree: Tree, i: number, { here, before }: QuotesHere): SpeakerWords | undefined {
  const at = tree.tokens[i]?.start ?? 0;
  let quote: Quote | undefined;
  for (const q of [...(before ? [before] : []), ...here]) {
    if (q.outer.start < at && q.outer.end > at) return undefined;
    if (q.outer.end <= at && (!quote || q.outer.end > quote.outer.end)) quote = q;
  }
  if (!quote || (quote.words < 2 && quote === before)) return undefined;
  let start = i;
  while (start > 0 && (tree.tokens[start - 1]?.start ?? 0) >= quote.outer.end) start--;
  while (start < i && /^[,–—-]$/.test(tree.tokens[start]?.form ?? '')) start++;
  let end = i;
  while (end > start && ['AUX', 'ADV'].includes(tree.tokens[end - 1]?.upos ?? '')) end--;
  const first = tree.tokens[start];
  if (end <= start || end - start > LONGEST || !first || !NOMINAL.has(first.upos) || RELATIVE.test(first.form)) return undefined;
  // After a quoted term ("the “reset” that Moscow said …") nothing is spoken: the mark must close what is said.
  if (quote !== before && !endsSpeech(tree, quote, start)) return undefined;
  // "Citing “a precaution”, the firm announced": the quote is the object of the word before it.
  const opening = tree.tokens.findIndex((t) => t.start >= quote.outer.start);
  if (opening > 0 && opening < 3 && tree.tokens[opening - 1]?.xpos === 'VBG') return undefined;
  let relative = false;
  for (let k = start; k < end; k++) {
    const t = tree.tokens[k];
    if (!t) return undefined;
    if (RELATIVE.test(t.form)) relative = true;
    if (/^[;:.!?]$/.test(t.form) && t.upos === 'PUNCT' && !/^\p{Lu}/u.test(tree.tokens[k - 1]?.form ?? '')) return undefined;
    if ((t.upos === 'VERB' || t.upos === 'AUX') && /^(VBD|VBZ|VBP|MD)$/.test(t.xpos) && !relative) return undefined;
    if (t.upos === 'SCONJ' || (t.upos === 'CCONJ' && lemmaAt(tree, k) === 'but')) return undefined;
  }
  return { start, end: trimEnd(tree, start, end), head: headOf(tree, start, end), quote };
}

/** A comma, question or exclamation mark stands inside the closing mark or right after it. */
function endsSpeech(tree: Tree, quote: Quote, start: number): boolean {
  const closing = tree.tokens.findIndex((t) => t.end >= quote.outer.end);
  for (let k = Math.max(0, closing - 1); k <= Math.min(start, closing + 1); k++)
    if (/^[,?!.…–—-]+$/.test(tree.tokens[k]?.form ?? '')) return true;
  return false;
}

/** Commas at the end stay where they close an apposition. */
function trimEnd(tree: Tree, start: number, end: number): number {
  let k = end;
  while (k > start + 1 && tree.tokens[k - 1]?.form === ',') k--;
  return k < end && tree.tokens.slice(start, k).some((t) => t.form === ',') ? k + 1 : k;
}

/** The token that the others hang on: the first nominal whose head is outside. */
function headOf(tree: Tree, start: number, end: number): number {
  let fallback = start;
  for (let k = start; k < end; k++) {
    const t = tree.tokens[k];
    if (!t || !['PROPN', 'NOUN', 'PRON'].includes(t.upos)) continue;
    if (fallback === start && k > start) fallback = k;
    if (t.head < start || t.head >= end) return k;
  }
  return fallback;
}
