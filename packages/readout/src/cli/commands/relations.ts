import type { KnownRelation } from '../../6-relations/index.ts';
import type { Store } from '../../7-store/index.ts';
import { type Standing, standingRelations, termsOf } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Known } from '../../http/known.ts';
import type { Call } from '../command.ts';
import { RELATION_COLUMNS } from '../format/columns.ts';
import { standingColumns, standingRows } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { listFrom } from '../list.ts';
import { printTable } from '../print-table.ts';
import { entityOf, knowledgeAlone, withStore } from '../with-store.ts';

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

/** Options of the list of what reports say, which intervals cannot answer: a day of publication, a version, a page. */
const OF_LISTS = ['publisher', 'article', 'since', 'until', 'all', 'cursor'] as const;

async function standingCommand(call: Call, actor: string): Promise<number> {
  const foreign = OF_LISTS.find((name) => call.flags[name] !== undefined);
  if (foreign !== undefined)
    throw new ReadoutError(
      'usage/bad-value',
      `--${foreign} is of the list of what reports say; with --actor there are intervals, and --on chooses a day. Leave out one of the two.`,
      { at: `--${foreign}` },
    );
  try {
    return await withStore(call, (store, known) => printStanding(call, actor, store, known));
  } catch (error) {
    if (!(error instanceof ReadoutError && error.code === 'store/missing') || call.flags.store !== undefined) throw error;
    if (!call.flags.quiet) note(call.io, 'There is no store, so the knowledge alone answers.');
    return printStanding(call, actor, undefined, knowledgeAlone());
  }
}

async function printStanding(call: Call, actor: string, store: Store | undefined, known: Known): Promise<number> {
  const { party = [], state, relation, standing, on, limit } = call.flags;
  const idOf = (words: string): Promise<string> => entityOf(words, call, { known });
  const first = await idOf(actor);
  const others = await Promise.all(party.map(idOf));
  const rows = [...known.relations.of(first), ...offices(known, first)].filter((r) => others.every((o) => r.a === o || r.b === o));
  const all = standingRelations(rows, store ? await store.told([first, ...others]) : [], given({ on }));
  const isWith = state === undefined ? () => true : await belongingTo(await idOf(state), first, all, known);
  const found = all.filter((s) => (relation === undefined || s.kind === relation) && isWith(s));
  const shown = standingRows(found)
    .filter(({ row }) => standing === undefined || row.status === standing)
    .slice(0, limit);
  const names = await known.names(shown.flatMap((s) => s.parties.map((p) => p.entity)));
  return printTable(call, shown, standingColumns(names), {
    title: `what stands for ${actor}${on === undefined ? '' : ` on ${on}`}`,
    row: 'One row is one interval of the knowledge, or one status that reports give.',
  });
}

/** Whether a party other than `first` is a state or belongs to it. */
async function belongingTo(state: string, first: string, all: readonly Standing[], known: Known): Promise<(standing: Standing) => boolean> {
  const subjects = await known.subjects(all.flatMap((s) => s.parties.map((p) => p.entity)));
  return ({ parties }) => parties.some((p) => p.entity !== first && (p.entity === state || subjects.get(p.entity)?.state === state));
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
