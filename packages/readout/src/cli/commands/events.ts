import type { Call } from '../command.ts';
import { EVENT_COLUMNS } from '../format/columns.ts';
import { given } from '../given.ts';
import { listFrom } from '../list.ts';

/** `readout events`. */
export function eventsCommand(call: Call): Promise<number> {
  const { actor, recipient, state, event, modality, status, confidence } = call.flags;
  return listFrom(call, EVENT_COLUMNS, (store, filter) =>
    store.events({ ...filter, ...given({ actor, recipient, state, event, modality, status, confidence }) }),
  );
}
