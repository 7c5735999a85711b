import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Article, Evidence, Span } from '../model/index.ts';

/** Where the sentences stand that hold the spans, from the first to the last, without white space around them. */
export function passageOver({ text, parts }: Pick<Article, 'text' | 'parts'>, spans: readonly Span[]): Span {
  if (spans.length === 0) return { start: 0, end: 0 };
  let { start } = sentenceAt(text, parts, Math.min(...spans.map((s) => s.start)));
  let { end } = sentenceAt(text, parts, Math.max(start, Math.max(...spans.map((s) => s.end)) - 1));
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** The words from the first to the last of the spans, widened to whole sentences of their part of the text (no dateline, no credit); as they stand there. */
export function sentencesOver({ text, parts }: Pick<Article, 'text' | 'parts'>, spans: readonly Span[]): string {
  const { start, end } = passageOver({ text, parts }, spans);
  return text.slice(start, end);
}

/** Where the words that name the act stand first; all evidence where none does. */
export function firstTrigger(evidence: readonly Evidence[]): readonly Span[] {
  const first = evidence.find((e) => e.as === 'trigger');
  return first ? [first.span] : evidence.map((e) => e.span);
}

/** The sentence of its line and part that holds an offset. */
function sentenceAt(text: string, parts: Article['parts'], offset: number): Span {
  const part = parts.find((p) => p.span.start <= offset && offset < p.span.end)?.span;
  const stop = text.indexOf('\n', offset);
  const line = {
    start: Math.max(text.lastIndexOf('\n', offset - 1) + 1, part?.start ?? 0),
    end: Math.min(stop < 0 ? text.length : stop, part?.end ?? text.length),
  };
  return roughSentences(text, line).find((s) => offset < s.end) ?? line;
}
