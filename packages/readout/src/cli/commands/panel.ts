import { type PanelRow, panelRows } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Known } from '../../http/known.ts';
import type { Call } from '../command.ts';
import { type Coded, countColumns, sideColumns } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { printTable } from '../print-table.ts';
import { entityOf, withStore } from '../with-store.ts';
import { periodFlag } from './series.ts';

/** `readout panel`. */
export function panelCommand(call: Call): Promise<number> {
  const { flags } = call;
  const by = periodFlag(flags.by, ['month', 'year'], 'year');
  return withStore(call, async (store, known) => {
    const { codes } = known;
    const columns: readonly Coded<PanelRow>[] = [
      { name: by, value: (r) => r.period, means: `The ${by} of the events.` },
      ...sideColumns<PanelRow>('a', codes, (r) => r.a),
      ...sideColumns<PanelRow>('b', codes, (r) => r.b),
      ...countColumns<PanelRow>(),
      { name: 'reports_seen', value: (r) => r.reports, means: `Reports published in the ${by} on anything at all: the denominator.` },
    ];
    const among = flags.party && (await Promise.all(flags.party.map((words) => stateOf(words, call, known))));
    const bounds = given({ since: flags.since, until: flags.until, among, directed: flags.directed });
    const rows = panelRows(await store.dyadCounts(by, given({ all: flags.all })), await store.reportDays(), codes, { by, ...bounds });
    return printTable(call, rows, columns, {
      title: `dyads of states by ${by}`,
      row: `One row is one pair of states in one ${by}${flags.directed ? ', `a` acting on `b`; what both do alike is in both directions' : ''}. ${among ? 'All pairs of the states named are there.' : 'All pairs of states that are in the system of states then (they have a Correlates of War or Gleditsch–Ward code) are there.'}`,
    });
  });
}

/** The state that words mean, by id or name. Throws `usage/bad-value` for what is none: its rows would be zeros that look like an answer. */
async function stateOf(words: string, call: Call, known: Known): Promise<string> {
  const id = await entityOf(words, { ...call, flags: { quiet: true } }, { known });
  if (known.codes.has(id)) return id;
  throw new ReadoutError('usage/bad-value', `--party takes states here (KOR, "South Korea"), not ${JSON.stringify(words)}.`, {
    at: '--party',
  });
}
