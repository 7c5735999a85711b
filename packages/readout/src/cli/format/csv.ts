import type { Column } from './column.ts';

/** A CSV line (RFC 4180, `\r\n`). */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell: quoted where it must be; a text that begins with = + - @, a tab or a return gets an apostrophe before it and quotes around it, so that no
 * spreadsheet takes words of the news for a formula (OWASP, CSV injection). Numbers stay numbers.
 */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const isFormula = /^[=+\-@\t\r]/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return isFormula || /[",\r\n]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The first line of a CSV: the columns' names. */
export function csvHeader<T>(columns: readonly Column<T>[]): string {
  return csvLine(columns.map((c) => c.name));
}
