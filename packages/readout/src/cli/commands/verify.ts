import { type Mismatch, openStore } from '../../7-store/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { note, print } from '../io.ts';
import { Progress } from '../progress.ts';
import { storePath } from '../store-path.ts';

const COLUMNS: readonly Column<Mismatch>[] = [
  { name: 'article', value: (m) => shortId(m.article) },
  { name: 'at', value: (m) => m.at },
  { name: 'message', value: (m) => m.message, flexible: 1 },
];

/** `readout verify`: prints what does not fit. */
export async function verifyCommand({ flags, io }: Call): Promise<number> {
  const path = storePath(flags, io);
  const format = formatOf(flags, io);
  const store = await openStore(path, { readonly: true });
  const progress = new Progress(io, flags.quiet);
  try {
    const { articles, spans, mismatches } = await store.verify((done, total) => progress.draw(done / total, `${done} of ${total} reports`));
    progress.clear();
    if (mismatches.length === 0) {
      if (format === 'table') await print(io, `All ${spans} spans of ${articles} reports lie where they should. Store: ${path}\n`);
      else if (format === 'csv' || format === 'md') await printItems(mismatches, COLUMNS, format, io);
      else await print(io, `${JSON.stringify({ articles, spans, mismatches })}\n`);
      return EXIT.ok;
    }
    await printItems(mismatches, COLUMNS, format, io);
    note(io, `${mismatches.length} things in ${path} are not as they were stored. Restore a copy, or ingest the reports into a new store.`);
    return EXIT.mismatch;
  } finally {
    progress.clear();
    await store.close();
  }
}
