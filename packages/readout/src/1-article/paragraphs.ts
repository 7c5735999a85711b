import type { Span } from '../model/span.ts';

/** Lines of a text wrapped at a column: shorter than a paragraph, longer than a list entry. */
const WRAPPED = { shortest: 50, longest: 95 };

/**
 * The paragraphs of a text from `from` on, trimmed, in order. A line is a paragraph, except in texts wrapped at a fixed column, where blank lines
 * part paragraphs.
 */
export function paragraphsOf(text: string, from = 0): readonly Span[] {
  const lines = linesOf(text, from);
  if (!isWrapped(text, lines)) return lines;
  const joined: Span[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && isNextLine(text, last, line)) joined[joined.length - 1] = { start: last.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/** `span` without the `taken` spans (in order), white space trimmed off. */
export function without(text: string, span: Span, taken: readonly Span[]): readonly Span[] {
  const free: Span[] = [];
  let at = span.start;
  for (const hole of taken) {
    if (hole.end <= at) continue;
    if (hole.start >= span.end) break;
    pushTrimmed(free, text, at, hole.start);
    at = hole.end;
  }
  pushTrimmed(free, text, at, span.end);
  return free;
}

/** The first place at or after `at` that is not white space. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The end of the line that `at` lies in, white space at its end left out. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  let end = newline < 0 ? text.length : newline;
  while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function linesOf(text: string, from: number): readonly Span[] {
  const lines: Span[] = [];
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    pushTrimmed(lines, text, at, end);
    at = end + 1;
  }
  return lines;
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  let inner = 0;
  let fitting = 0;
  for (const [i, line] of lines.entries()) {
    const length = line.end - line.start;
    if (length > WRAPPED.longest + 15) return false;
    const next = lines[i + 1];
    if (!next || !isNextLine(text, line, next)) continue;
    inner++;
    if (length >= WRAPPED.shortest && length <= WRAPPED.longest) fitting++;
  }
  return inner >= 2 && fitting >= inner * 0.7;
}

function isNextLine(text: string, line: Span, next: Span): boolean {
  const between = text.slice(line.end, next.start);
  return between.indexOf('\n') === between.lastIndexOf('\n');
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start < end) spans.push({ start, end });
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0x3000;
}
