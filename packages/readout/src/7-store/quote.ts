import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Evidence } from '../model/event.ts';
import type { Span } from '../model/span.ts';

/** The words of the text from the first to the last of the spans, widened to whole sentences; exactly as they stand there. */
export function sentencesOver(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((s) => s.start));
  const end = Math.max(...spans.map((s) => s.end));
  return text.slice(sentenceAt(text, start).start, sentenceAt(text, Math.max(start, end - 1)).end);
}

/** Where the words that name the act stand first; all evidence where none does. */
export function firstTrigger(evidence: readonly Evidence[]): readonly Span[] {
  const first = evidence.find((e) => e.as === 'trigger');
  return first ? [first.span] : evidence.map((e) => e.span);
}

/** The sentence of its paragraph that holds an offset. */
export function sentenceAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const stop = text.indexOf('\n', offset);
  const paragraph = { start, end: stop < 0 ? text.length : stop };
  return roughSentences(text, paragraph).find((s) => offset < s.end) ?? paragraph;
}
