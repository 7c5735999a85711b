import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../7-store/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { note, print } from '../io.ts';
import { serveUntilStopped } from '../serving.ts';
import { demoStorePath } from '../store-path.ts';
import { summaryText } from '../summary/summary.ts';
import { ingestPaths } from './ingest.ts';

/** `readout demo`: the samples into a store of their own, what is in them, and with --serve the page. */
export async function demo({ flags, io }: Call): Promise<number> {
  const path = demoStorePath(flags, io);
  const done = await ingestPaths({ flags, io }, { paths: [samplesFolder()], path });
  const store = await openStore(path, { readonly: true });
  try {
    await print(io, await summaryText(store, { colour: io.isTerminal.stdout && !io.env.NO_COLOR, width: io.columns }));
    if (!flags.quiet)
      note(io, `Ask further: readout events --store ${shellWord(path)}, or any other command; readout explain ID says why.`);
    if (flags.serve && !io.stop.aborted) await serveUntilStopped(store, io, flags.port);
  } finally {
    await store.close();
  }
  return done.refused > 0 ? EXIT.partly : EXIT.ok;
}

/** The sample reports: of the checked-out project, else those packed with the package. */
export function samplesFolder(): string {
  // From src/cli/commands and from dist/cli/commands alike: the project's folder is five up, dist two.
  const candidates = ['../../../../../samples', '../../samples'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined)
    throw new ReadoutError('input/not-found', `The sample reports are not here (looked in ${candidates.join(' and ')}).`, {
      at: 'samples',
    });
  return found;
}

/** A path as a shell takes it. */
function shellWord(path: string): string {
  return /^[\w./~:\\-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
