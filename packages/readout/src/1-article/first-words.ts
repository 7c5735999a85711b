import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { bylineEndsAt } from './byline.ts';
import { type Dateline, datelineAt, type IsPlace } from './dateline.ts';
import type { PagePhrases } from './page-phrases.ts';
import { skipSpace } from './paragraphs.ts';

/** The dateline at the report's first words, and the byline before it where both stand on one line ("By JOHN DOE KYIV, Ukraine (AP) — …"). */
export function findDateline(
  text: string,
  first: Span | undefined,
  phrases: PagePhrases,
  isPlace?: IsPlace,
): { readonly line: Dateline; readonly parts: readonly Part[] } | undefined {
  if (!first) return undefined;
  const line = datelineAt(text, first.start, phrases, isPlace);
  if (line && line.span.end <= first.end && skipSpace(text, line.span.end) < text.length)
    return { line, parts: [{ kind: 'dateline', span: line.span }] };
  for (const at of bylineEndsAt(text, first.start)) {
    const behind = datelineAt(text, at, phrases, isPlace);
    // A byline in front makes "SEOUL —" no likelier: only a day or an agency shows where the name ends.
    if (!behind || behind.span.end >= first.end || !(behind.agency || behind.date)) continue;
    const byline = { start: first.start, end: text.slice(0, at).trimEnd().length };
    return {
      line: behind,
      parts: [
        { kind: 'byline', span: byline },
        { kind: 'dateline', span: behind.span },
      ],
    };
  }
  return undefined;
}
