import { allRecords, openStore } from '../7-store/index.ts';
import type { Record } from '../model/record.ts';
import type { Call } from './command.ts';
import { openEngine } from './engine.ts';
import { given } from './given.ts';
import { batches } from './input/batches.ts';
import { extractBatch } from './input/extract-batch.ts';
import { listPaths } from './input/paths.ts';
import { readings } from './input/readings.ts';
import { noteRefusal } from './input/refusals.ts';
import { storePath } from './store-path.ts';

export interface Records {
  readonly records: readonly Record[];
  /** Whether something could not be read. */
  readonly isPartly: boolean;
}

/** The records that a call is about: of the files it names, else of the store. */
export async function recordsOf(call: Call): Promise<Records> {
  return call.args.length > 0 ? recordsOfFiles(call) : { records: await recordsOfStore(call), isPartly: false };
}

/** The records of files, read now and kept nowhere. */
export async function recordsOfFiles({ args, flags, io }: Call): Promise<Records> {
  const listed = listPaths(args);
  const parts = await openEngine();
  const records: Record[] = [];
  let isPartly = false;
  const all = readings(listed, parts, { stdin: io.stdin, ...given({ format: flags.input }) });
  for await (const batch of batches(all, (item) => (item.kind === 'read' ? item.read.article.text.length : 0))) {
    for (const item of await extractBatch(batch, parts)) {
      if (item.kind === 'record') records.push(item.record);
      else {
        isPartly = true;
        noteRefusal(io, item.at, item.error, flags.debug);
      }
    }
    if (io.stop.aborted) break;
  }
  return { records, isPartly };
}

/** The current records of the store, those that --since, --until and --publisher choose. */
async function recordsOfStore({ flags, io }: Call): Promise<readonly Record[]> {
  const store = await openStore(storePath(flags, io), { readonly: true });
  try {
    const records: Record[] = [];
    for await (const record of allRecords(store, given({ since: flags.since, until: flags.until }))) {
      if (io.stop.aborted) break;
      records.push(record);
    }
    return records;
  } finally {
    await store.close();
  }
}
