import { compareAccounts, comparisonLines, searchWords } from '../../8-compare/index.ts';
import { loadKnowledge } from '../../knowledge.ts';
import type { Comparison } from '../../model/index.ts';
import { accountsOf, chosen } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { comparisonMarkdown, comparisonText } from '../format/comparison.ts';
import { COMPARISON_WORDS, comparisonColumns } from '../format/comparison-columns.ts';
import { formatOf } from '../format/print-items.ts';
import { print } from '../io.ts';
import { printTable } from '../print-table.ts';

/** `readout compare FILE…|STORY`: whole texts beside each other; of one text the voices it relays. */
export async function compareCommand(call: Call): Promise<number> {
  const { flags, io } = call;
  const { records, isPartly } = await chosen(call);
  const accounts = accountsOf(records, call.args);
  const comparison = compareAccounts(accounts, records, searchWords(loadKnowledge()));
  const format = formatOf(flags, io);
  if (format === 'csv' || flags.out !== undefined || flags.codebook) {
    const days = new Map(records.flatMap(({ article: { id, published } }) => (published ? [[id, published.value] as const] : [])));
    const code = await printTable(
      { ...call, flags: { ...flags, format: 'csv' } },
      comparisonLines(comparison, days),
      comparisonColumns(),
      COMPARISON_WORDS,
    );
    return isPartly ? EXIT.partly : code;
  }
  if (format === 'json') await print(io, `${JSON.stringify(comparison)}\n`);
  else if (format === 'ndjson') for (const line of linesOf(comparison)) await print(io, `${JSON.stringify(line)}\n`);
  else if (format === 'md') await print(io, comparisonMarkdown(comparison));
  else await print(io, comparisonText(comparison, io.columns));
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
