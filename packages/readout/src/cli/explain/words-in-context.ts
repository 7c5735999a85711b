import { roughSentences } from '../../1-article/rough-sentences.ts';
import type { Span } from '../../model/span.ts';
import { widthOf } from '../format/table.ts';

/** Words of the text and what they are: `trigger`, `actor`, `cue` … */
export interface Mark {
  readonly span: Span;
  readonly as: string;
}

/** The sentences that hold the marks, with a line of carets and a word below each: what a compiler does with a program. */
export function wordsInContext(text: string, marks: readonly Mark[], width: number): string {
  const sentences = sentencesOf(text).filter((s) => marks.some((m) => m.span.start < s.end && m.span.end > s.start));
  return sentences
    .map((sentence, i) => (i > 0 && isGap(text, sentences[i - 1], sentence) ? '  …\n' : '') + sentenceLines(text, sentence, marks, width))
    .join('');
}

function sentencesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((line) => roughSentences(text, { start: line.index, end: line.index + line[0].length }));
}

function isGap(text: string, before: Span | undefined, after: Span): boolean {
  return before !== undefined && text.slice(before.end, after.start).trim() !== '';
}

function sentenceLines(text: string, sentence: Span, marks: readonly Mark[], width: number): string {
  return broken(text, sentence, width - 4)
    .map((line) => {
      const under = marks
        .filter((m) => m.span.start < line.end && m.span.end > line.start)
        .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
        .map(({ span, as }) => {
          const [start, end] = [Math.max(span.start, line.start), Math.min(span.end, line.end)];
          const before = ' '.repeat(widthOf(plain(text.slice(line.start, start))));
          return `    ${before}${'^'.repeat(Math.max(1, widthOf(plain(text.slice(start, end)).trimEnd())))} ${as}\n`;
        });
      return `    ${plain(text.slice(line.start, line.end)).trimEnd()}\n${under.join('')}`;
    })
    .join('');
}

/** A stretch in lines of at most `width` characters, broken after blanks. */
function broken(text: string, stretch: Span, width: number): readonly Span[] {
  const lines: Span[] = [];
  let start = stretch.start;
  let end = start;
  for (const word of text.slice(stretch.start, stretch.end).matchAll(/\S+\s*/g)) {
    const wordEnd = stretch.start + word.index + word[0].length;
    if (end > start && stretch.start + word.index + word[0].trimEnd().length - start > width) {
      lines.push({ start, end });
      start = end;
    }
    end = wordEnd;
  }
  if (end > start) lines.push({ start, end });
  return lines;
}

/** The same number of characters without those that a terminal would obey. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
