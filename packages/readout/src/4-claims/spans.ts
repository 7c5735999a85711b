/** Stretches of a sentence as spans: a clause without its connecting comma, a sentence without an insertion. */
import { yieldOf } from '../2-sentences/phrase.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';

const EDGE = /^[,;:–—-]+$/;

/** Tokens `start` to `end` (half-open), commas and dashes at the edges left off. */
export function rangeSpan(tree: Tree, start: number, end: number): Span {
  let a = start;
  let b = end;
  while (a < b - 1 && EDGE.test(tree.tokens[a]?.form ?? '')) a++;
  while (b > a + 1 && EDGE.test(tree.tokens[b - 1]?.form ?? '')) b--;
  return { start: tree.tokens[a]?.start ?? 0, end: tree.tokens[b - 1]?.end ?? 0 };
}

/** The clause below `head`, as it is governed by `cue`: what lies on the cue's other side is a second stretch. */
export function clauseSpan(tree: Tree, head: number, cue: number): Span[] {
  const [a, b] = yieldOf(tree, head);
  if (cue < a || cue >= b) return [rangeSpan(tree, a, closing(tree, b))];
  const [c, d] = cueRange(tree, cue, head);
  const parts: Span[] = [];
  if (a < c) parts.push(rangeSpan(tree, a, c));
  if (d < b) parts.push(rangeSpan(tree, d, b));
  return parts;
}

/** A closing quotation mark right after a clause belongs to it. */
function closing(tree: Tree, end: number): number {
  return /^[”"»’]$/.test(tree.tokens[end]?.form ?? '') ? end + 1 : end;
}

/** The cue's own words: its yield without the clause that it governs. */
function cueRange(tree: Tree, cue: number, clause: number): [number, number] {
  let a = cue;
  let b = cue + 1;
  for (const c of tree.children[cue] ?? []) {
    if (c === clause) continue;
    const [x, y] = yieldOf(tree, c);
    a = Math.min(a, x);
    b = Math.max(b, y);
  }
  return [a, b];
}

/** The sentence without a range of tokens, as one or two stretches of at least two tokens; the final stop is left off. */
export function sentenceWithout(tree: Tree, [a, b]: readonly [number, number]): Span[] {
  const n = tree.tokens.length;
  let end = n;
  while (end > 0 && /^[.!]$/.test(tree.tokens[end - 1]?.form ?? '')) end--;
  const parts: Span[] = [];
  if (a > 1) parts.push(rangeSpan(tree, 0, a));
  if (end - b > 1) parts.push(rangeSpan(tree, b, end));
  return parts.filter((p) => p.end > p.start);
}

/** Spans in order, those that meet joined. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const s of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined[joined.length - 1];
    if (last && s.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, s.end) };
    else joined.push(s);
  }
  return joined;
}

/** Spans without what lies in another: a speaker that the parse hung on the words said. */
export function cutSpans(spans: readonly Span[], out: Span): Span[] {
  const parts = spans.flatMap((s) => [
    { start: s.start, end: Math.min(s.end, out.start) },
    { start: Math.max(s.start, out.end), end: s.end },
  ]);
  return parts.filter((s) => s.end > s.start);
}

/** The parts of spans that lie within another. */
export function clipSpans(spans: readonly Span[], within: Span): Span[] {
  return spans.map((s) => ({ start: Math.max(s.start, within.start), end: Math.min(s.end, within.end) })).filter((s) => s.end > s.start);
}
