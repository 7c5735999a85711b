import type { Part } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';

/** What a medium says of a text beside the text itself: fields of a row, meta tags of a page, keys of front matter. As written, unchecked. */
export interface Stated {
  readonly title?: string;
  readonly url?: string;
  /** Any way of writing a date; see `dates.ts`. */
  readonly date?: string;
  /** A publisher's name, id, alias or domain. */
  readonly publisher?: string;
  readonly state?: string;
  readonly official?: boolean;
  readonly byline?: string;
}

/** One report as a reader hands it on: clean text (see `read/text.ts`), the parts its medium marks, and what the medium says of it. */
export interface Source {
  readonly text: string;
  /** In order, not overlapping; empty when the medium marks nothing. */
  readonly parts: readonly Part[];
  readonly stated: Stated;
  readonly problems: readonly Problem[];
}
