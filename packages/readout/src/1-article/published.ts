import type { ArticleHints, DateBasis, Published } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { dateInUrl, readDate, type WrittenDate } from './dates.ts';
import type { Stated } from './source.ts';

/** What a text and its medium say of the day it was published. */
export interface DateClues {
  readonly hints: ArticleHints;
  readonly front: Stated;
  readonly meta: Stated;
  /** The date line at the text's head. */
  readonly header?: WrittenDate;
  readonly dateline?: WrittenDate;
  readonly url?: string;
}

/** The day of publication: as told by the caller, the text's head, the medium, the dateline (when it has a year), the address; and what was wrong with dates given. */
export function findPublished(clues: DateClues): { readonly published?: Published; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  // Callers in plain JavaScript may say null.
  const read = (written: string | null | undefined): WrittenDate | undefined => {
    if (!written?.trim()) return undefined;
    const date = readDate(written);
    if (!date)
      problems.push({
        code: 'article/bad-date',
        message: `"${written.trim().slice(0, 60)}" is not read as a date; give it as 2024-11-15.`,
      });
    return date;
  };
  const candidates: readonly (readonly [WrittenDate | undefined, DateBasis])[] = [
    [read(clues.hints.date), 'argument'],
    [read(clues.front.date), 'header'],
    [clues.header, 'header'],
    [read(clues.meta.date), 'meta'],
    [clues.dateline, 'dateline'],
    [clues.url === undefined ? undefined : dateInUrl(clues.url), 'url'],
  ];
  for (const [date, basis] of candidates) if (date) return { published: { value: date.value, precision: date.precision, basis }, problems };
  problems.push({
    code: 'article/no-date',
    message: 'The day of publication is not known; relative times ("on Friday") stay unresolved. Give it with a date.',
  });
  return { problems };
}
