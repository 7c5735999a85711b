import type { Store } from '../7-store/index.ts';
import type { Overrides } from '../8-compare/index.ts';
import { given } from './given.ts';
import { type Io, note } from './io.ts';

/** Serves the page over a store, its stories split and merged as `overrides` say, until the person stops it. */
export async function serveUntilStopped(store: Store, io: Io, port: number | undefined, overrides?: Overrides): Promise<void> {
  const { serve } = await import('../http/index.ts');
  const served = await serve({ store, ...given({ port, overrides }) });
  note(io, `Readout is at ${served.url} — stop it with Ctrl-C.`);
  // A large store takes seconds to group its last stories for the first time: that is begun before somebody asks.
  const warming = fetch(`${served.url}api/stories`, { signal: io.stop }).then(
    (answer) => answer.arrayBuffer(),
    () => undefined,
  );
  if (!io.stop.aborted) await new Promise<void>((resolve) => io.stop.addEventListener('abort', () => resolve(), { once: true }));
  await served.close();
  await warming.catch(() => undefined);
}
