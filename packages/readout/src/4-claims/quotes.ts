/**
 * Quotation marks of an article → quotes with their inner spans. Pairs “ ”, " ", '' '', `` '', « », „ “ and, around several words, ‘ ’; marks
 * of one kind nest; a paragraph that opens with a mark while the last quote is unclosed continues it; a mark that never closes ends with
 * its paragraph. Never throws.
 */
import type { Article, Span } from '../model/index.ts';

/** A stretch between quotation marks. */
export interface Quote {
  /** With the marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
  readonly words: number;
  /** It goes on in the next paragraph. */
  readonly continues: boolean;
  /** It comes from the last one. */
  readonly continued: boolean;
}

/** The quotes of title, body and captions, in text order. */
export function findQuotes(article: Article): Quote[] {
  const found: Quote[] = [];
  let unclosed = false;
  for (const part of article.parts) {
    if (part.kind !== 'body' && part.kind !== 'title' && part.kind !== 'caption') continue;
    if (part.kind !== 'body') unclosed = false;
    let at = part.span.start;
    while (at < part.span.end) {
      const stop = article.text.indexOf('\n', at);
      const end = stop < 0 || stop > part.span.end ? part.span.end : stop;
      if (article.text.slice(at, end).trim() !== '') unclosed = quotesOf(article.text, at, end, unclosed, found);
      at = end + 1;
    }
  }
  return found;
}

interface Open {
  readonly at: number;
  readonly length: number;
  /** Marks of the same kind opened inside. */
  depth: number;
  /** Where the last of these closed. */
  lastClose: number;
  readonly continued: boolean;
}

type Side = 'open' | 'close' | 'either';

/** Quotes of one paragraph; returns whether its last one stays open. */
function quotesOf(text: string, start: number, end: number, wasOpen: boolean, found: Quote[]): boolean {
  let open: Open | undefined;
  for (let i = start; i < end; i++) {
    if (!mayBeMark(text.charCodeAt(i))) continue;
    const length = markLength(text, i);
    if (length === 0) {
      if (!open && (text[i] === '‘' || text[i] === "'")) {
        const close = singleEnd(text, i, end);
        if (close > 0) {
          push(text, { open: i, openLength: 1, innerEnd: close, end: close + 1 }, false, false, found);
          i = close;
        }
      }
      continue;
    }
    const side = sideOf(text, i, length, start);
    if (!open) {
      const isFirst = text.slice(start, i).trim() === '';
      if (side === 'close' && !isFirst) {
        // A mark that closes nothing: the first paragraph of it stood before, or it is a slip.
      } else open = { at: i, length, depth: 0, lastClose: -1, continued: wasOpen && isFirst };
    } else if (side === 'open' && !(text[i] === '“' && text[open.at] === '„')) {
      open.depth++;
    } else if (open.depth > 0) {
      open.depth--;
      open.lastClose = i + length;
    } else {
      push(text, { open: open.at, openLength: open.length, innerEnd: i, end: i + length }, open.continued, false, found);
      open = undefined;
    }
    i += length - 1;
  }
  if (!open) return false;
  // Fewer closing marks than opening ones: the last that closed is taken for the quote's own.
  const close = open.depth > 0 && open.lastClose > 0 ? open.lastClose : -1;
  if (close > 0) {
    push(text, { open: open.at, openLength: open.length, innerEnd: close - 1, end: close }, open.continued, false, found);
    return false;
  }
  push(text, { open: open.at, openLength: open.length, innerEnd: end, end }, open.continued, true, found);
  return true;
}

/** Whether a character may be a mark of any kind: a look that costs little, at each character of a text. */
const mayBeMark = (code: number): boolean =>
  code === 0x22 || code === 0x27 || code === 0x60 || code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x201f);

/** Characters of a double mark at `i`; 0 where there is none. */
function markLength(text: string, i: number): number {
  const c = text[i] ?? '';
  if (c === '“' || c === '”' || c === '"' || c === '„' || c === '«' || c === '»' || c === '‟') return 1;
  if ((c === "'" || c === '’' || c === '‘' || c === '`') && text[i + 1] === c) return 2;
  return 0;
}

/** What a mark can do where it stands. Straight ones open before a word after a blank, bracket or dash, and close elsewhere. */
function sideOf(text: string, i: number, length: number, start: number): Side {
  const c = text[i] ?? '';
  const before = i > start ? (text[i - 1] ?? ' ') : ' ';
  const after = text[i + length] ?? ' ';
  if (c === '“' || c === '„' || c === '«' || c === '‟' || c === '`' || (c === '‘' && length === 2)) return 'open';
  const opensHere = /[\s([{—–‘'-]/.test(before) && /\S/.test(after);
  if (c === '”' || c === '»') return opensHere && /[\p{L}\p{N}]/u.test(after) && i === start ? 'open' : 'close';
  const isolated = /\s/.test(before) && /\s/.test(after);
  if (isolated) return 'either';
  if (opensHere && /[\p{L}\p{N}$£€@#“‘'([.…-]/u.test(after)) return 'open';
  return opensHere ? 'either' : 'close';
}

interface Found {
  readonly open: number;
  readonly openLength: number;
  readonly innerEnd: number;
  readonly end: number;
}

function push(text: string, q: Found, continued: boolean, continues: boolean, found: Quote[]): void {
  let a = q.open + q.openLength;
  let b = q.innerEnd;
  while (a < b && /\s/.test(text[a] ?? '')) a++;
  while (b > a && /\s/.test(text[b - 1] ?? '')) b--;
  if (b <= a) return;
  let end = q.end;
  while (continues && end > b && /\s/.test(text[end - 1] ?? '')) end--;
  found.push({
    outer: { start: q.open, end },
    inner: { start: a, end: b },
    words: text.slice(a, b).split(/\s+/).length,
    continues,
    continued,
  });
}

/** How far a single-quoted stretch may run. */
const SINGLE_REACH = 1200;

/** Where a single-quoted stretch of at least two words ends; -1 for apostrophes. */
function singleEnd(text: string, i: number, end: number): number {
  if (i > 0 && !/[\s([“"—–-]/.test(text[i - 1] ?? '')) return -1;
  if (!/[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) return -1;
  const curly = text[i] === '‘';
  for (let k = i + 2; k < end && k < i + SINGLE_REACH; k++) {
    const c = text[k];
    if (c === '“' || c === '"' || c === '”') return -1;
    if (c !== '’' && c !== "'") continue;
    if (curly && c === "'") continue;
    if (/[\p{L}\p{N}]/u.test(text[k + 1] ?? ' ')) continue;
    // "the ministers’ plan": a plural's apostrophe, unless a stop stands before or the sentence ends.
    if (
      /s/.test(text[k - 1] ?? '') &&
      /^\s\p{Ll}/u.test(text.slice(k + 1, k + 3)) &&
      text.indexOf(curly ? '’' : "'", k + 1) > 0 &&
      /[\p{Ll}]\s?$/u.test(text.slice(k - 1, k))
    )
      continue;
    return /\s/.test(text.slice(i, k)) ? k : -1;
  }
  return -1;
}
