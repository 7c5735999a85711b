import type { Call } from '../command.ts';
import { ENTITY_COLUMNS } from '../format/columns.ts';
import { given } from '../given.ts';
import { listFrom } from '../list.ts';

/** `readout entities`. */
export function entitiesCommand(call: Call): Promise<number> {
  const { kind, state, name } = call.flags;
  return listFrom(call, ENTITY_COLUMNS, (store, filter) => store.entities({ ...filter, ...given({ kind, state, name }) }));
}
