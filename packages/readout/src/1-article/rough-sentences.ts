import type { Span } from '../model/span.ts';

/** A stop, closing marks, white space, and what may begin a sentence. */
const BREAK = /[.!?]["”’')\]]{0,3}\s+(?=["“‘'([]{0,2}[\p{Lu}\p{N}])/gu;
/** Words whose stop ends no sentence. */
const SHORT =
  /(?:^|[\s("“])(?:\p{Lu}|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** The sentences of a stretch, roughly: enough to end a caption or to count. Stage 2 splits sentences properly, and only those of the body. */
export function roughSentences(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let at = 0;
  for (const match of words.matchAll(BREAK)) {
    const stop = match.index + 1;
    if (match[0].startsWith('.') && SHORT.test(words.slice(Math.max(0, stop - 8), stop))) continue;
    const end = match.index + match[0].trimEnd().length;
    sentences.push({ start: span.start + at, end: span.start + end });
    at = match.index + match[0].length;
  }
  if (at < words.length) sentences.push({ start: span.start + at, end: span.end });
  return sentences;
}
