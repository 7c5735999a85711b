import type { Call } from '../command.ts';
import { SILENCE_COLUMNS } from '../format/columns.ts';
import { given } from '../given.ts';
import { listFrom } from '../list.ts';

/** `readout silences`. */
export function silencesCommand(call: Call): Promise<number> {
  const { by, about, state } = call.flags;
  return listFrom(call, SILENCE_COLUMNS, (store, filter) => store.silences({ ...filter, ...given({ by, about, state }) }));
}
