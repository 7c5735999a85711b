import type { DayCount, Telling } from '../../7-store/index.ts';
import { daysOf, findChanges, type Period, type SeriesCounts, seriesOf, stateCodes, tellingsOf } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { seriesColumns } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { printTable } from '../print-table.ts';
import { recordsOfFiles } from '../records-of.ts';
import { entityIn, entityOf, withStore } from '../with-store.ts';

/** `readout series A B [FILE…]`. */
export async function seriesCommand(call: Call): Promise<number> {
  const { flags, io } = call;
  const by = periodFlag(flags.by, ['day', 'month', 'year'], 'month');
  const directed = flags.directed ?? false;
  const { pair, tellings, days, isPartly } = await tellingsOfCall(call);
  const bounds = given({ since: flags.since, until: flags.until });
  const bare = (rows: ReturnType<typeof seriesOf>): readonly SeriesCounts[] => rows.map(({ tellings: _, ...row }) => row);
  const rows = bare(seriesOf(tellings, days, pair, { by, directed, ...bounds }));
  const code = await printTable(call, rows, seriesColumns(stateCodes(loadKnowledge())), {
    title: `the dyad of ${pair.join(' and ')} by ${by}`,
    row: `One row is one ${by}${directed ? ' and direction' : ''}; every ${by} from the first to the last is there.`,
  });
  const isEmpty = rows.every((r) => r.events === 0);
  if (!flags.quiet && !flags.codebook) {
    if (isEmpty && rows.length > 0) note(io, 'No event between the two in any period.');
    sayChanges(call, directed ? bare(seriesOf(tellings, days, pair, { by, ...bounds })) : rows);
  }
  return isPartly ? EXIT.partly : isEmpty && !flags.codebook ? EXIT.nothing : code;
}

/** A period that a command takes. Throws `usage/bad-value`. */
export function periodFlag<P extends Period>(words: string | undefined, choices: readonly P[], fallback: P): P {
  if (words === undefined) return fallback;
  const found = choices.find((c) => c === words);
  if (found) return found;
  throw new ReadoutError('usage/bad-value', `--by takes ${choices.join(' or ')} here, not ${JSON.stringify(words)}.`, { at: '--by' });
}

interface Told {
  readonly pair: readonly [string, string];
  readonly tellings: readonly Telling[];
  readonly days: readonly DayCount[];
  readonly isPartly: boolean;
}

async function tellingsOfCall(call: Call): Promise<Told> {
  const [a = '', b = '', ...files] = call.args;
  const options = given({ all: call.flags.all });
  // The bounds are of the acts; the reports are all read, since a later report may tell of an earlier act.
  if (files.length > 0) {
    const { records, isPartly } = await recordsOfFiles({ ...call, args: files });
    const pair = [await entityIn(a, call, records), await entityIn(b, call, records)] as const;
    return { pair, tellings: tellingsOf(records, pair, options), days: daysOf(records), isPartly };
  }
  return withStore(call, async (store, known) => {
    const pair = [await entityOf(a, call, { known }), await entityOf(b, call, { known })] as const;
    return { pair, tellings: await store.tellings(...pair, options), days: await store.reportDays(), isPartly: false };
  });
}

function sayChanges({ io }: Call, rows: readonly SeriesCounts[]): void {
  const changes = findChanges(
    rows.map((r) => r.events),
    rows.map((r) => r.reports),
  );
  for (const { at, before, after } of changes) note(io, `Change in ${rows[at]?.period}: from ${before} to ${after} events a report.`);
}
