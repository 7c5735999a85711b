/** One column of a table, a CSV or a Markdown table. */
export interface Column<T> {
  readonly name: string;
  readonly value: (item: T) => string | number | undefined;
  /** Its share of the room that is left on a terminal, cut to fit; without one it is as wide as its values. */
  readonly flexible?: number;
  /** The value in CSV, where a screen gets a shorter one. */
  readonly exact?: (item: T) => string | number | undefined;
  /** Only in CSV: too much for a screen. */
  readonly onlyCsv?: boolean;
}

export type Format = 'table' | 'json' | 'ndjson' | 'csv' | 'md';
