import { writeFileSync } from 'node:fs';
import { ReadoutError } from '../errors.ts';
import { loadKnowledge } from '../knowledge.ts';
import { engineVersion } from '../version.ts';
import type { Call } from './command.ts';
import { EXIT } from './exit.ts';
import { codebook } from './format/codebook.ts';
import { csvHeader, csvLine } from './format/csv.ts';
import type { Coded } from './format/measure-columns.ts';
import { formatOf, printItems } from './format/print-items.ts';
import { note, print } from './io.ts';

export interface TableWords {
  readonly title: string;
  /** What one row is, as a sentence. */
  readonly row: string;
  /** What is in it, where it is not counts of events. */
  readonly holds?: string;
}

/** Prints numbers in the format asked for; with --out as CSV into a file with its codebook beside it; with --codebook the codebook. Gives the exit code. */
export async function printTable<T>(call: Call, rows: Iterable<T>, columns: readonly Coded<T>[], words: TableWords): Promise<number> {
  const { flags, io } = call;
  const book = (): string =>
    codebook(columns, { ...words, engine: engineVersion(), knowledge: loadKnowledge().hash, all: flags.all ?? false });
  if (flags.codebook) {
    await print(io, book());
    return EXIT.ok;
  }
  if (flags.out !== undefined) {
    const count = writeCsv(flags.out, rows, columns);
    const beside = `${flags.out.replace(/\.csv$/i, '')}.codebook.md`;
    writeText(beside, book());
    if (!flags.quiet) note(io, `${count} rows in ${flags.out}; what the columns are is in ${beside}.`);
    return count === 0 ? EXIT.nothing : EXIT.ok;
  }
  const count = await printItems(rows, columns, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return count === 0 ? EXIT.nothing : EXIT.ok;
}

function writeCsv<T>(path: string, rows: Iterable<T>, columns: readonly Coded<T>[]): number {
  const lines = [csvHeader(columns)];
  for (const row of rows) lines.push(csvLine(columns.map((c) => (c.exact ?? c.value)(row))));
  writeText(path, lines.join(''));
  return lines.length - 1;
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ReadoutError('usage/bad-value', `${path} could not be written (${code}). Name a file in a folder that is there.`, {
      at: '--out',
      cause,
    });
  }
}
