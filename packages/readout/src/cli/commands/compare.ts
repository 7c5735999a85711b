import { compareAccounts } from '../../8-compare/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Comparison } from '../../model/index.ts';
import { accountsOf, chosen } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { comparisonMarkdown, comparisonText } from '../format/comparison.ts';
import { formatOf } from '../format/print-items.ts';
import { print } from '../io.ts';

/** `readout compare FILE…|STORY`: whole texts beside each other; of one text the voices it relays. */
export async function compareCommand(call: Call): Promise<number> {
  const { flags, io } = call;
  const { records, isPartly } = await chosen(call);
  const accounts = accountsOf(records, call.args[0] ?? '');
  const comparison = compareAccounts(accounts, records);
  const format = formatOf(flags, io);
  if (format === 'json') await print(io, `${JSON.stringify(comparison)}\n`);
  else if (format === 'ndjson') for (const line of linesOf(comparison)) await print(io, `${JSON.stringify(line)}\n`);
  else if (format === 'md') await print(io, comparisonMarkdown(comparison));
  else if (format === 'table') await print(io, comparisonText(comparison, io.columns));
  else throw new ReadoutError('usage/bad-value', 'A comparison has no CSV. Use --format md, ndjson or json.', { at: '--format' });
  return isPartly ? EXIT.partly : comparison.rows.length === 0 ? EXIT.nothing : EXIT.ok;
}

/** One object a line: accounts, then rows, framing and reported silences, told apart by `is`. */
function linesOf({ accounts, rows, silences, framing }: Comparison): readonly object[] {
  return [
    ...accounts.map((account) => ({ is: 'account', ...account })),
    ...rows.map((row) => ({ is: 'row', ...row })),
    ...framing.map((f) => ({ is: 'framing', ...f })),
    ...silences.map((silence) => ({ is: 'reported-silence', ...silence })),
  ];
}
