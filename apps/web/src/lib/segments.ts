/**
 * Article and spans → blocks of paragraphs of segments. The text is cut at every border of a part, a line and a span, so that any set of
 * spans can be lit by giving segments a class: the page never builds markup from text.
 */
import type { Article, PartKind, Span } from '../../../../packages/readout/src/model/index.ts';

export interface Segment {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Block {
  readonly kind: PartKind;
  /** Paragraphs; a run-in (a dateline, a credit after its caption) stands before or within the first. */
  readonly paragraphs: readonly (readonly Segment[])[];
}

/** Parts in order as blocks; datelines and credits are blocks of their own and are drawn run-in by the page. */
export function cutText(article: Pick<Article, 'text' | 'parts'>, spans: readonly Span[]): { blocks: Block[]; segments: Segment[] } {
  const { text } = article;
  const borders = new Set<number>();
  for (const s of spans) borders.add(s.start).add(s.end);
  const sorted = [...borders].filter((b) => b > 0 && b < text.length).sort((a, b) => a - b);
  const segments: Segment[] = [];
  const blocks: Block[] = [];
  let next = 0;
  const cut = (start: number, end: number): Segment[] => {
    const made: Segment[] = [];
    let from = start;
    while (next < sorted.length && (sorted[next] ?? 0) <= from) next++;
    while (from < end) {
      const border = sorted[next];
      const to = border !== undefined && border < end ? border : end;
      if (to === border) next++;
      made.push({ index: segments.length, start: from, end: to, text: text.slice(from, to) });
      segments.push(made[made.length - 1] as Segment);
      from = to;
    }
    return made;
  };
  for (const part of wholeParts(article)) {
    const paragraphs: Segment[][] = [];
    for (const line of linesOf(text, part.span)) paragraphs.push(cut(line.start, line.end));
    if (paragraphs.length > 0) blocks.push({ kind: part.kind, paragraphs });
  }
  return { blocks, segments };
}

/** The parts, with what none of them covers as body: nothing of a text is ever left out of the page. */
function wholeParts(article: Pick<Article, 'text' | 'parts'>): { kind: PartKind; span: Span }[] {
  const whole: { kind: PartKind; span: Span }[] = [];
  let at = 0;
  for (const part of [...article.parts].sort((a, b) => a.span.start - b.span.start)) {
    if (part.span.start > at) whole.push({ kind: 'body', span: { start: at, end: part.span.start } });
    const start = Math.max(at, part.span.start);
    if (part.span.end > start) whole.push({ kind: part.kind, span: { start, end: part.span.end } });
    at = Math.max(at, part.span.end);
  }
  if (at < article.text.length) whole.push({ kind: 'body', span: { start: at, end: article.text.length } });
  return whole;
}

/** The lines of a part that hold more than white space, without the white space around them. */
function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  while (start < span.end) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > span.end ? span.end : found;
    let a = start;
    let b = end;
    while (a < b && isBlank(text, a)) a++;
    while (b > a && isBlank(text, b - 1)) b--;
    if (b > a) lines.push({ start: a, end: b });
    start = end + 1;
  }
  return lines;
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');
