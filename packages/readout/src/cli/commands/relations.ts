import type { Call } from '../command.ts';
import { RELATION_COLUMNS } from '../format/columns.ts';
import { given } from '../given.ts';
import { listFrom } from '../list.ts';

/** `readout relations`. */
export function relationsCommand(call: Call): Promise<number> {
  const { party, state, relation, standing } = call.flags;
  return listFrom(call, RELATION_COLUMNS, (store, filter) =>
    store.relations({ ...filter, ...given({ parties: party, state, kind: relation, status: standing }) }),
  );
}
