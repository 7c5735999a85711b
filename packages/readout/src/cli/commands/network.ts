import type { Tie } from '../../7-store/index.ts';
import { type EdgeKind, graphOf, networkEdges } from '../../9-measure/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { tieColumns } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { onlyOfStore } from '../of-store.ts';
import { printTable } from '../print-table.ts';
import { recordsOfFiles } from '../records-of.ts';
import { entityIn, entityOf, namesOf, withStore } from '../with-store.ts';

const KINDS: readonly EdgeKind[] = ['meets', 'accuses', 'speaks-for'];
const ENDS = 150;

/** `readout network [FILE…]`. */
export async function networkCommand(call: Call): Promise<number> {
  onlyOfStore(call, ['since', 'until']);
  const { flags, io } = call;
  const { ties, names, isPartly } = await tiesOfCall(call);
  const { edges, nodes, of } = graphOf(ties, flags.limit ?? ENDS);
  const code = await printTable(call, edges, tieColumns(await names(nodes.map((n) => n.id))), {
    title: 'ties',
    row: 'One row is one tie between two entities.',
  });
  if (edges.length < of.edges && !flags.quiet) note(io, `${edges.length} of ${of.edges} ties are shown; --limit N takes more ends.`);
  return isPartly ? EXIT.partly : code;
}

interface Ties {
  readonly ties: readonly Tie[];
  readonly names: (ids: readonly string[]) => Promise<{ readonly [id: string]: string }>;
  readonly isPartly: boolean;
}

async function tiesOfCall(call: Call): Promise<Ties> {
  const { flags, args } = call;
  const { since, until, states, all } = flags;
  const kinds = flags.ties === undefined ? KINDS : [flags.ties];
  if (args.length > 0) {
    const { records, isPartly } = await recordsOfFiles(call);
    const who = flags.actor === undefined ? undefined : await entityIn(flags.actor, call, records);
    const edges = networkEdges(records, { kinds, ...given({ states, all }) })
      .filter((e) => who === undefined || e.from === who || e.to === who)
      .map(({ refs: _, ...tie }): Tie => tie);
    return { ties: edges, names: async () => namesOf(records), isPartly };
  }
  return withStore(call, async (store, known) => {
    const who = flags.actor === undefined ? undefined : await entityOf(flags.actor, call, { known });
    const ties = await store.ties({ kinds, ...given({ states, all, since, until, who }) });
    const names = await known.names(ties.flatMap((t) => [t.from, t.to]));
    return { ties, names: async () => names, isPartly: false };
  });
}
