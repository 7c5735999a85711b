/** One column of a table, a CSV or a Markdown table. */
export interface Column<T> {
  readonly name: string;
  readonly value: (item: T) => string | number | undefined;
  /** Takes what room is left on a terminal and is cut to fit; else as wide as its values. */
  readonly flexible?: boolean;
  /** Only in CSV: too much for a screen. */
  readonly onlyCsv?: boolean;
}

export type Format = 'table' | 'json' | 'ndjson' | 'csv' | 'md';
