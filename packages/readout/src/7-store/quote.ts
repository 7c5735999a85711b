import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Article, Evidence, Span } from '../model/index.ts';

/** The words from the first to the last of the spans, widened to whole sentences of their part of the text (no dateline, no credit); as they stand there. */
export function sentencesOver({ text, parts }: Pick<Article, 'text' | 'parts'>, spans: readonly Span[]): string {
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((s) => s.start));
  const end = Math.max(...spans.map((s) => s.end));
  return text.slice(sentenceAt(text, parts, start).start, sentenceAt(text, parts, Math.max(start, end - 1)).end).trim();
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
