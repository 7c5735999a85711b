/** A stretch of `article.text`: half-open, in UTF-16 code units. `text.slice(start, end)` is the quoted words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
