import type { Call } from '../command.ts';
import { CLAIM_COLUMNS } from '../format/columns.ts';
import { given } from '../given.ts';
import { listFrom } from '../list.ts';

/** `readout claims`. */
export function claimsCommand(call: Call): Promise<number> {
  const { source, about, state, act, status } = call.flags;
  return listFrom(call, CLAIM_COLUMNS, (store, filter) => store.claims({ ...filter, ...given({ source, about, state, act, status }) }));
}
