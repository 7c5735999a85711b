import { dyadSeries, type SeriesRow } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Record } from '../../model/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { recordsOf } from '../records-of.ts';

const COLUMNS: readonly Column<SeriesRow>[] = [
  { name: 'period', value: (r) => r.period },
  { name: 'from', value: (r) => r.from },
  { name: 'to', value: (r) => r.to },
  { name: 'events', value: (r) => r.events },
  { name: 'mentions', value: (r) => r.mentions },
  { name: 'verbal coop', value: (r) => r.byQuad[1] },
  { name: 'material coop', value: (r) => r.byQuad[2] },
  { name: 'verbal conflict', value: (r) => r.byQuad[3] },
  { name: 'material conflict', value: (r) => r.byQuad[4] },
  { name: 'goldstein mean', value: (r) => r.goldsteinMean },
  { name: 'goldstein sum', value: (r) => r.goldsteinSum },
  { name: 'reports', value: (r) => r.reports },
  {
    name: 'types',
    value: (r) =>
      Object.entries(r.byType)
        .map(([type, n]) => `${type}:${n}`)
        .join(' '),
    flexible: 1,
  },
];

/** `readout series A B [FILE…]`. */
export async function seriesCommand(call: Call): Promise<number> {
  const { args, flags, io } = call;
  const [a = '', b = '', ...files] = args;
  const by = flags.by ?? 'month';
  if (by !== 'day' && by !== 'month' && by !== 'year')
    throw new ReadoutError('usage/bad-value', `--by takes day, month or year here, not ${JSON.stringify(by)}.`, { at: '--by' });
  // The bounds are of the acts; the reports are all read, since a later report may tell of an earlier act.
  const { since, until, ...rest } = flags;
  const { records, isPartly } = await recordsOf({ ...call, args: files, flags: rest });
  const pair = [entityOf(a, records), entityOf(b, records)] as const;
  const rows = dyadSeries(records, pair, { by, directed: flags.directed ?? false, ...given({ since, until, all: flags.all }) });
  const count = await printItems(each(rows), COLUMNS, formatOf(flags, io), io);
  const isEmpty = rows.every((r) => r.events === 0);
  if (isEmpty && !flags.quiet) note(io, count === 0 ? 'Nothing found.' : 'No event between the two in any period.');
  return isPartly ? EXIT.partly : isEmpty ? EXIT.nothing : EXIT.ok;
}

/** An entity by its id, else by its name in the records. */
function entityOf(words: string, records: readonly Record[]): string {
  const wanted = words.toLowerCase();
  const entities = records.flatMap((r) => r.entities);
  return entities.find((e) => e.id.toLowerCase() === wanted)?.id ?? entities.find((e) => e.name.toLowerCase() === wanted)?.id ?? words;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
