import { openStore } from '../../7-store/index.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { serveUntilStopped } from '../serving.ts';
import { storePath } from '../store-path.ts';

/** `readout serve`. */
export async function serveCommand(call: Call): Promise<number> {
  const { flags, io } = call;
  const { overrides } = overridesOf(call);
  const store = await openStore(storePath(flags, io), { readonly: true });
  try {
    await serveUntilStopped(store, io, flags.port, overrides);
  } finally {
    await store.close();
  }
  return EXIT.ok;
}
