/** Paragraphs and lines: the blocks of a text that no sentence crosses. */
import type { Span } from '../../model/span.ts';
import { isBlank, isCloser, isLowerAt, isStop } from './tokenize-characters.ts';

/** Lines this much shorter than the longest were ended by their writer, not by a margin. */
const WRAP_MIN = 45;
/** No margin is wider: with a longer line, every line is a paragraph. */
const WRAP_MAX = 140;
const BULLET = /(?:[-*•·–—▪◦●■>]|\(?(?:\d{1,2}|[a-z])[.)])[ \t\u00a0]/iy;

/** The blocks of `text` between `region.start` and `region.end`, trimmed, in order. */
export function findBlocks(text: string, region: Span): Span[] {
  const blocks: Span[] = [];
  let paragraph: Span[] = [];
  for (let i = region.start; i <= region.end; ) {
    let stop = i;
    while (stop < region.end && !isLineBreak(text.charCodeAt(stop))) stop++;
    const line = trim(text, i, stop);
    if (line) paragraph.push(line);
    else if (paragraph.length > 0 && !isInsideCrLf(text, i)) {
      joinLines(text, paragraph, blocks);
      paragraph = [];
    }
    i = stop + 1;
  }
  if (paragraph.length > 0) joinLines(text, paragraph, blocks);
  return blocks;
}

/** The lines of one paragraph, joined where a margin broke them. */
function joinLines(text: string, lines: readonly Span[], blocks: Span[]): void {
  const width = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  let open: Span | undefined;
  for (const line of lines) {
    if (open && continues(text, open, line, width)) open = { start: open.start, end: line.end };
    else {
      if (open) blocks.push(open);
      open = line;
    }
  }
  if (open) blocks.push(open);
}

/** Whether `line` goes on with the sentence that `before` (which may be several lines) ends in. */
function continues(text: string, before: Span, line: Span, width: number): boolean {
  BULLET.lastIndex = line.start;
  if (BULLET.test(text)) return false;
  if (isLowerAt(text, line.start)) return true;
  if (width > WRAP_MAX || width < WRAP_MIN || endsWithStop(text, before.end)) return false;
  let last = before.end;
  while (last > before.start && !isLineBreak(text.charCodeAt(last - 1))) last--;
  // A margin broke the line only if the next word had no room in it.
  return before.end - last + 1 + wordLength(text, line) > width;
}

function endsWithStop(text: string, end: number): boolean {
  let i = end - 1;
  while (i > 0 && isCloser(text.charCodeAt(i))) i--;
  return isStop(text.charCodeAt(i)) || text.charAt(i) === ':';
}

function wordLength(text: string, line: Span): number {
  let i = line.start;
  while (i < line.end && !isBlank(text.charCodeAt(i))) i++;
  return i - line.start;
}

function isLineBreak(c: number): boolean {
  return c === 10 || c === 13 || c === 0x2028 || c === 0x2029;
}

/** The empty stretch between the two units of a Windows line break is no empty line. */
function isInsideCrLf(text: string, i: number): boolean {
  return text.charCodeAt(i) === 10 && i > 0 && text.charCodeAt(i - 1) === 13;
}

function trim(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : undefined;
}
