import type { Part } from '../model/article.ts';
import { isBoilerplate } from './boilerplate.ts';
import { bylineAt } from './byline.ts';
import { isCaptionLine } from './captions.ts';
import { datelineAt } from './dateline.ts';
import type { WrittenDate } from './dates.ts';
import { headerAt } from './header.ts';
import type { PagePhrases } from './page-phrases.ts';
import { skipSpace } from './paragraphs.ts';
import { titleAt } from './title.ts';

/** More lines than these do not stand above a report. */
const MAX_LINES = 8;

export interface TopMatter {
  readonly parts: readonly Part[];
  readonly title?: string;
  readonly date?: WrittenDate;
  /** Where the report begins. */
  readonly end: number;
}

/** The lines above a report, in whatever order they come: dataset header or date line, headline, byline. A headline is guessed only when none is stated. */
export function findTopMatter(text: string, from: number, statedTitle: string | undefined, phrases: PagePhrases): TopMatter {
  const parts: Part[] = [];
  let title: string | undefined;
  let date: WrittenDate | undefined;
  let at = skipSpace(text, from);
  for (let line = 0; line < MAX_LINES && at < text.length; line++) {
    const header = headerAt(text, at, parts.length === 0);
    const byline = header ? undefined : bylineAt(text, at, phrases);
    const short = header || byline || title !== undefined ? undefined : titleAt(text, at, statedTitle);
    const headline =
      short &&
      (datelineAt(text, at, phrases) || isCaptionLine(text, short, phrases) || isBoilerplate(text.slice(short.start, short.end), phrases))
        ? undefined
        : short;
    if (header) parts.push({ kind: 'header', span: header.span });
    else if (byline) parts.push({ kind: 'byline', span: byline });
    else if (headline) {
      parts.push({ kind: 'title', span: headline });
      title = text.slice(headline.start, headline.end);
    } else break;
    date ??= header?.date;
    at = skipSpace(text, parts.at(-1)?.span.end ?? at);
  }
  return { parts, end: at, ...(title === undefined ? {} : { title }), ...(date ? { date } : {}) };
}
