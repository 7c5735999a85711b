import type { Problem } from './problem.ts';
import type { Span } from './span.ts';

export type PublisherKind = 'news-agency' | 'outlet' | 'government' | 'party' | 'organisation';

/** Who published a text. `state` is ISO3; `official` when it speaks for a state or is run by one. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly kind: PublisherKind;
  readonly state?: string;
  readonly official: boolean;
}

export type DateBasis = 'header' | 'meta' | 'dateline' | 'url' | 'argument';
export type Precision = 'day' | 'month' | 'year' | 'range';

/** The day of publication and how it is known. */
export interface Published {
  readonly value: string;
  readonly precision: Precision;
  readonly basis: DateBasis;
}

export type PartKind = 'header' | 'title' | 'byline' | 'dateline' | 'body' | 'caption' | 'credit' | 'boilerplate';

export interface Part {
  readonly kind: PartKind;
  readonly span: Span;
}

/** The cleaned text of one report; every span of its record points into `text`. The parts cover the text in order. */
export interface Article {
  /** `sha256:…` of the cleaned text, publisher and date. */
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly language: string;
  readonly publisher?: Publisher;
  readonly published?: Published;
  readonly dateline?: { readonly place: string; readonly span: Span };
  readonly parts: readonly Part[];
}

/** What a caller may say of a text beforehand; each wins over what the text says of itself. */
export interface ArticleHints {
  readonly title?: string;
  readonly url?: string;
  /** ISO date. */
  readonly date?: string;
  /** A publisher's id, name, alias or domain. */
  readonly publisher?: string;
  readonly state?: string;
  readonly official?: boolean;
}

/** An article and what was wrong with the input. */
export interface ReadArticle {
  readonly article: Article;
  readonly problems: readonly Problem[];
}
