import type { Values } from '../flags.ts';
import { hasColour, type Io, print } from '../io.ts';
import type { Column, Format } from './column.ts';
import { csvHeader, csvLine } from './csv.ts';
import { oneLine, tableText } from './table.ts';

/** The format of a command's results: as asked, else a table for a person and NDJSON for a program. */
export function formatOf(flags: Values, io: Io): Format {
  return flags.format ?? (io.isTerminal.stdout ? 'table' : 'ndjson');
}

/** Prints items as they come (a table when all are there); gives how many. */
export async function printItems<T>(
  items: AsyncIterable<T> | Iterable<T>,
  columns: readonly Column<T>[],
  format: Format,
  io: Io,
): Promise<number> {
  const shown = columns.filter((c) => !c.onlyCsv);
  let count = 0;
  const held: T[] = [];
  for await (const item of items) {
    const first = count++ === 0;
    if (format === 'table') held.push(item);
    if (format === 'ndjson') await print(io, `${JSON.stringify(item)}\n`);
    if (format === 'json') await print(io, `${first ? '[\n' : ',\n'}${JSON.stringify(item)}`);
    if (format === 'csv') await print(io, (first ? csvHeader(columns) : '') + csvLine(columns.map((c) => (c.exact ?? c.value)(item))));
    if (format === 'md') await print(io, (first ? markdownHead(shown) : '') + markdownRow(shown.map((c) => c.value(item))));
  }
  if (format === 'json') await print(io, count === 0 ? '[]\n' : '\n]\n');
  if (format === 'csv' && count === 0) await print(io, csvHeader(columns));
  if (held.length > 0) await print(io, tableText(held, columns, { width: io.columns, colour: hasColour(io) }));
  return count;
}

function markdownHead<T>(columns: readonly Column<T>[]): string {
  return `${markdownRow(columns.map((c) => c.name))}|${columns.map(() => '---|').join('')}\n`;
}

function markdownRow(cells: readonly (string | number | undefined)[]): string {
  const safe = cells.map((cell) => oneLine(String(cell ?? '')).replace(/[\\|<>[\]`*_]/g, '\\$&'));
  return `| ${safe.join(' | ')} |\n`;
}
