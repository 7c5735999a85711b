import type { Span } from '../model/span.ts';
import { dateAt, type WrittenDate } from './dates.ts';
import { lineEnd, skipSpace } from './paragraphs.ts';

/** Words that announce the day of publication. With a mark after them any date may follow; without, only one in figures or alone on its line. */
const LABEL =
  /(?:date(?: of publication|line)?|pub(?:lication)?[ _-]?date|published(?: on| at)?|posted(?: on| at)?|issued|release date|updated|last updated|modified)\b[ \t]{0,4}([:=|]?)[ \t]{0,4}/iy;

export interface Header {
  readonly span: Span;
  /** Absent when the line gives another day than that of publication ("Updated …"). */
  readonly date?: WrittenDate;
}

/**
 * The dataset header or date line that begins at `at`: "date 2024-11-15 …" before running text, "PUBLISHED: 15 November 2024", a date alone on its
 * line, or a bare date run into the first sentence ("July 09, 2007 Aircraft maker …", only where `first`). Not a date that belongs to a sentence.
 */
export function headerAt(text: string, at: number, first: boolean): Header | undefined {
  LABEL.lastIndex = at;
  const label = LABEL.exec(text);
  const dateStart = at + (label?.[0].length ?? 0);
  const date = dateAt(text, dateStart);
  if (!date) return undefined;
  const end = lineEnd(text, at);
  const alone =
    skipSpace(text, date.end) >= end ||
    /^[ \t]*(?:\(?[A-Z]{2,4}\)?|\|.{0,60}|[-–—].{0,60})$/.test(text.slice(date.end, Math.min(end, date.end + 70)));
  const inFigures = /^\d{1,4}[-/.]?\d/.test(text.slice(dateStart, dateStart + 6));
  const marked = label !== null && (label[1] !== '' || (inFigures && runsInto(text, date.end)));
  if (!alone && !(first && (marked || (label === null && runsInto(text, date.end))))) return undefined;
  const span = { start: at, end: alone ? end : date.end };
  if (label && /updated|modified/i.test(label[0])) return alone ? { span } : undefined;
  return { span, date: { value: date.value, precision: date.precision } };
}

/** A new sentence follows at once, with no comma or verb that would make the date a part of it. */
function runsInto(text: string, at: number): boolean {
  return /^[ \t]+["“]?(?:\p{Lu}[\p{L}.'’&-]*|\d+)[ ,]/u.test(text.slice(at, at + 60));
}
