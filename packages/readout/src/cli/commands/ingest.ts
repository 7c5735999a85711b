import { existsSync } from 'node:fs';
import { openStore } from '../../7-store/index.ts';
import type { Call } from '../command.ts';
import { openEngine } from '../engine.ts';
import { EXIT } from '../exit.ts';
import { formatOf } from '../format/print-items.ts';
import { given } from '../given.ts';
import { type Ingested, ingest } from '../ingest.ts';
import { hintsOf } from '../input/hints.ts';
import { listPaths } from '../input/paths.ts';
import { readings } from '../input/readings.ts';
import { noteRefusal } from '../input/refusals.ts';
import { print } from '../io.ts';
import { Progress } from '../progress.ts';
import { storePath } from '../store-path.ts';

/** `readout ingest PATH…|-`. */
export async function ingestCommand(call: Call): Promise<number> {
  const { args, flags, io } = call;
  const hints = hintsOf(call);
  const path = storePath(flags, io);
  const done = await ingestPaths(call, { paths: args, path, ...given({ hints, again: flags.again, format: flags.input }) });
  const format = formatOf(flags, io);
  await print(io, format === 'table' ? `${sentence(done)} Store: ${path}\n` : `${JSON.stringify({ ...done, store: path })}\n`);
  if (io.stop.aborted) return EXIT.stopped;
  return done.refused > 0 ? EXIT.partly : EXIT.ok;
}

interface Work {
  readonly paths: readonly string[];
  readonly path: string;
  readonly hints?: NonNullable<ReturnType<typeof hintsOf>>;
  readonly again?: boolean;
  readonly format?: 'text' | 'html' | 'jsonl';
}

/** Reads paths into the store at a path, with a bar on stderr; says there what could not be read. */
export async function ingestPaths({ flags, io }: Pick<Call, 'flags' | 'io'>, work: Work): Promise<Ingested> {
  const listed = listPaths(work.paths);
  const total = listed.some((item) => item.kind === 'stdin')
    ? undefined
    : listed.reduce((sum, item) => sum + (item.kind === 'file' ? item.bytes : 0), 0);
  const progress = new Progress(io, flags.quiet);
  progress.draw(total === undefined ? undefined : 0, 'loading the model');
  // A store that is there is opened first, so that a wrong one is said at once; a new one is made only when the engine is there too.
  const existing = existsSync(work.path) ? await openStore(work.path, { create: true }) : undefined;
  const parts = await openEngine().catch(async (error: unknown) => {
    await existing?.close();
    throw error;
  });
  const store = existing ?? (await openStore(work.path, { create: true }));
  let bytes = 0;
  try {
    const all = readings(listed, parts, {
      stdin: io.stdin,
      ...given({ format: work.format, hints: work.hints }),
      onDone: (n) => {
        bytes += n;
      },
    });
    return await ingest(all, store, parts, {
      ...given({ again: work.again }),
      stop: io.stop,
      onRefusal: (at, error) => {
        progress.clear();
        noteRefusal(io, at, error, flags.debug);
      },
      onBatch: (sum) => progress.draw(total ? bytes / total : undefined, `${sum.added + sum.known + sum.replaced} reports`),
    });
  } finally {
    progress.clear();
    await store.close();
  }
}

/** What was done, for a person. */
export function sentence({ added, known, replaced, superseded, refused }: Ingested): string {
  const more = [
    known > 0 ? `${known} known already` : '',
    replaced > 0 ? `${replaced} read anew by another engine` : '',
    superseded > 0 ? `${superseded} older versions marked` : '',
    refused > 0 ? `${refused} could not be read` : '',
  ].filter((part) => part !== '');
  return `${added} ${added === 1 ? 'report' : 'reports'} added${more.length > 0 ? `, ${more.join(', ')}` : ''}.`;
}
