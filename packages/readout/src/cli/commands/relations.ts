import type { KnownRelation } from '../../6-relations/index.ts';
import type { Store } from '../../7-store/index.ts';
import { standingRelations, termsOf } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import { Known } from '../../http/known.ts';
import type { Call } from '../command.ts';
import { RELATION_COLUMNS } from '../format/columns.ts';
import { standingColumns, standingRows } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { listFrom } from '../list.ts';
import { printTable } from '../print-table.ts';
import { entityOf, withStore } from '../with-store.ts';

/** `readout relations`: what reports say; with --actor what stands, from reports and the knowledge. */
export async function relationsCommand(call: Call): Promise<number> {
  const { party, state, relation, standing, actor, on } = call.flags;
  if (actor !== undefined) return standingCommand(call, actor);
  if (on !== undefined)
    throw new ReadoutError('usage/bad-value', '--on asks what stands on a day for somebody: name them with --actor.', { at: '--on' });
  return listFrom(call, RELATION_COLUMNS, (store, filter) =>
    store.relations({ ...filter, ...given({ parties: party, state, kind: relation, status: standing }) }),
  );
}

async function standingCommand(call: Call, actor: string): Promise<number> {
  try {
    return await withStore(call, (store, known) => printStanding(call, actor, store, known));
  } catch (error) {
    if (!(error instanceof ReadoutError && error.code === 'store/missing') || call.flags.store !== undefined) throw error;
    if (!call.flags.quiet) note(call.io, 'There is no store, so the knowledge alone answers.');
    return printStanding(call, actor, undefined, new Known({ named: async () => new Map() }, undefined));
  }
}

async function printStanding(call: Call, actor: string, store: Store | undefined, known: Known): Promise<number> {
  const { party = [], relation, on } = call.flags;
  const who: string[] = [];
  for (const words of [actor, ...party])
    who.push(store ? await entityOf(words, call, { store, known }) : ((await known.subject(words))?.id ?? words));
  const [first = '', ...others] = who;
  const rows = [...known.relations.of(first), ...offices(known, first)].filter((r) => others.every((o) => r.a === o || r.b === o));
  const found = standingRelations(rows, store ? await store.told(who) : [], given({ on })).filter(
    (s) => relation === undefined || s.kind === relation,
  );
  const names = await known.names(found.flatMap((s) => s.parties.map((p) => p.entity)));
  return printTable(call, standingRows(found), standingColumns(names), {
    title: `what stands for ${actor}${on === undefined ? '' : ` on ${on}`}`,
    row: 'One row is one interval of the knowledge, or one status that reports give.',
  });
}

/** Offices as relations between holder and state. */
function offices(known: Known, id: string): readonly KnownRelation[] {
  const isState = known.codes.has(id);
  return termsOf(known.knowledge, isState ? { of: id } : { person: id }).map((t) => ({
    kind: 'office',
    a: t.person,
    aAs: 'holder',
    b: t.state ?? t.organisation ?? '',
    bAs: t.office,
    name: t.title ?? t.office,
    start: t.start ?? '',
    end: t.end ?? '',
    status: 'holds',
    source: t.source,
  }));
}
