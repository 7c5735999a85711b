/**
 * Quotation marks of an article → quotes with their inner spans. Pairs “ ”, " ", « », „ ” and, around several words, ‘ ’; a paragraph that opens
 * with a mark while the last quote is unclosed continues it; a mark that never closes ends with its paragraph. Never throws.
 */
import type { Article, Span } from '../model/index.ts';

export interface Quote {
  /** With the marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
  readonly words: number;
  /** It goes on in the next paragraph, or comes from the last. */
  readonly continues: boolean;
  readonly continued: boolean;
}

const OPEN = '“„«';
const CLOSE = '”»';

export function findQuotes(article: Article): Quote[] {
  const found: Quote[] = [];
  let unclosed = false;
  for (const part of article.parts) {
    if (part.kind !== 'body' && part.kind !== 'title' && part.kind !== 'caption') continue;
    let at = part.span.start;
    while (at < part.span.end) {
      const stop = article.text.indexOf('\n\n', at);
      const end = stop < 0 || stop > part.span.end ? part.span.end : stop;
      unclosed = quotesOf(article.text, at, end, unclosed, found);
      at = end + 2;
    }
  }
  return found;
}

/** Quotes of one paragraph; returns whether its last one stays open. */
function quotesOf(text: string, start: number, end: number, wasOpen: boolean, found: Quote[]): boolean {
  let open = -1;
  let first = true;
  let continued = false;
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    if (open < 0) {
      if (OPEN.includes(c) || (c === '"' && opens(text, i)) || (c === '”' && i === start) || (c === "'" && text[i + 1] === "'")) {
        open = i;
        continued = wasOpen && first && text.slice(start, i).trim() === '';
        first = false;
      } else if ((c === '‘' || c === "'") && singleEnd(text, i, end) > 0) {
        const close = singleEnd(text, i, end);
        push(text, i, close, close + 1, false, false, found);
        i = close;
      }
      continue;
    }
    if (CLOSE.includes(c) || (c === '"' && !opensStrictly(text, i))) {
      push(text, open, i, i + 1, continued, false, found);
      open = -1;
    } else if (OPEN.includes(c) && c === text[open] && i > open + 1) {
      // A second opening mark: the first was never closed.
      if (/\s/.test(text[i - 1] ?? '') && text.indexOf('”', i) < 0) continue;
    }
  }
  if (open < 0) return false;
  push(text, open, end, end, continued, true, found);
  return true;
}

function push(text: string, open: number, innerEnd: number, end: number, continued: boolean, continues: boolean, found: Quote[]): void {
  let a = open + 1;
  let b = innerEnd;
  while (a < b && /\s/.test(text[a] ?? '')) a++;
  while (b > a && /\s/.test(text[b - 1] ?? '')) b--;
  if (b <= a) return;
  found.push({ outer: { start: open, end }, inner: { start: a, end: b }, words: text.slice(a, b).split(/\s+/).length, continues, continued });
}

/** A straight mark opens after a blank, a bracket or a dash and before a word. */
const opens = (text: string, i: number): boolean => (i === 0 || /[\s([\u2014\u2013-]/.test(text[i - 1] ?? ' ')) && /\S/.test(text[i + 1] ?? ' ');
const opensStrictly = (text: string, i: number): boolean => /\s/.test(text[i - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[i + 1] ?? '') && !/[.,!?]\s*$/.test(text.slice(Math.max(0, i - 2), i));

/** Where a single-quoted stretch of at least two words ends; -1 for apostrophes. */
function singleEnd(text: string, i: number, end: number): number {
  if (i > 0 && !/[\s([“"]/.test(text[i - 1] ?? '')) return -1;
  if (!/[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) return -1;
  for (let k = i + 2; k < end && k < i + 400; k++) {
    const c = text[k];
    if ((c === '’' || c === "'") && !/[\p{L}\p{N}]/u.test(text[k + 1] ?? ' ') && !/s/.test(text[k - 1] ?? '')) return /\s/.test(text.slice(i, k)) ? k : -1;
    if (c === '“' || c === '"' || c === '\n') return -1;
  }
  return -1;
}
