import type { Part, PartKind } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { without } from './paragraphs.ts';

/** Parts in order; where two overlap the one listed first stays and the other is left out. */
export function inOrder(parts: readonly Part[]): readonly Part[] {
  if (parts.every((part, i) => part.span.start < part.span.end && (parts[i - 1]?.span.end ?? 0) <= part.span.start)) return parts;
  const sorted = parts.map((part, rank) => ({ part, rank })).sort((a, b) => a.part.span.start - b.part.span.start || a.rank - b.rank);
  const kept: { part: Part; rank: number }[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (next.part.span.end <= next.part.span.start) continue;
    if (!last || last.part.span.end <= next.part.span.start) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ part }) => part);
}

/** The parts with everything between them as body, one body part for each stretch; parts of one kind that only white space parts stay as they are. */
export function withBody(text: string, parts: readonly Part[]): readonly Part[] {
  const spans: readonly Span[] = parts.map((part) => part.span);
  const body = without(text, { start: 0, end: text.length }, spans).map((span): Part => ({ kind: 'body', span }));
  return inOrder([...parts, ...body]);
}

/** What is left of the paragraphs when the parts are taken out of them. */
export function left(text: string, paragraphs: readonly Span[], parts: readonly Part[]): readonly Span[] {
  const taken = inOrder(parts).map((part) => part.span);
  const free: Span[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) next++;
    let last = next;
    while ((taken[last]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end) last++;
    if (last === next) free.push(paragraph);
    else free.push(...without(text, paragraph, taken.slice(next, last)));
  }
  return free;
}

/** Where the title and byline that a medium marks at the very beginning end. */
export function headEnd(parts: readonly Part[]): number {
  let end = 0;
  for (const part of parts) {
    if (part.kind !== 'title' && part.kind !== 'byline') break;
    end = part.span.end;
  }
  return end;
}

/** The words of the parts of one kind, a line break between them. */
export function textOf(text: string, parts: readonly Part[], kind: PartKind): string {
  return parts
    .filter((part) => part.kind === kind)
    .map((part) => text.slice(part.span.start, part.span.end))
    .join('\n');
}
