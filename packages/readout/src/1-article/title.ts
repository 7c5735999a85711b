import type { Span } from '../model/span.ts';
import { lineEnd, skipSpace } from './paragraphs.ts';
import { roughSentences } from './rough-sentences.ts';

const LONGEST = 180;

/** Whether two headlines are the same but for case, quotes, spacing and a final stop. */
export function isSameTitle(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/**
 * The headline on the line that begins at `at`: the `stated` title, or, when none is stated, a short line without a final stop, a blank line after it and
 * text to follow. Undefined when the line is an ordinary paragraph.
 */
export function titleAt(text: string, at: number, stated: string | undefined): Span | undefined {
  const end = lineEnd(text, at);
  if (end - at > LONGEST * 2 || end === at) return undefined;
  const line = text.slice(at, end);
  if (stated !== undefined) return isSameTitle(line, stated) && skipSpace(text, end) < text.length ? { start: at, end } : undefined;
  if (line.length > LONGEST || /[.,;:…]["”’)]?$/.test(line) || !/^["“‘'(]?[\p{Lu}\d]/u.test(line)) return undefined;
  const firstWord = line.search(/\p{L}{2}/u);
  const gap = firstWord < 0 ? -1 : line.indexOf(' ', firstWord + 2);
  if (gap < 0 || !/\p{L}{2}/u.test(line.slice(gap))) return undefined;
  if (roughSentences(text, { start: at, end }).length > 1) return undefined;
  const next = skipSpace(text, end);
  const blankLine = /\n[^\S\n]*\n/.test(text.slice(end, next));
  return next < text.length && blankLine && hasSentence(text, next) ? { start: at, end } : undefined;
}

/** What follows is prose and not another short line: a list of short lines has no headline. */
function hasSentence(text: string, at: number): boolean {
  return /[.!?]["”’)]?(?:\s|$)/.test(text.slice(at, at + 5000));
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[‘’“”"'`]/g, '')
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
