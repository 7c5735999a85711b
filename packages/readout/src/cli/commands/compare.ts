import { compareAccounts, groupStories, textAccounts, voicesOf } from '../../8-compare/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Account, Comparison, Record } from '../../model/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { comparisonMarkdown, comparisonText } from '../format/comparison.ts';
import { formatOf } from '../format/print-items.ts';
import { print } from '../io.ts';
import { recordsOf, recordsOfFiles } from '../records-of.ts';

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

/** Files, or with `story:…` the reports of a story in the store. */
async function chosen(call: Call): Promise<{ readonly records: readonly Record[]; readonly isPartly: boolean }> {
  const [id = ''] = call.args;
  if (!id.startsWith('story:')) return recordsOfFiles(call);
  const { records } = await recordsOf({ ...call, args: [] });
  const [story, second] = groupStories(records).filter((s) => s.id.startsWith(id));
  if (!story)
    throw new ReadoutError('store/not-found', `There is no story ${id} in the store. \`readout stories\` shows them.`, { at: id });
  if (second) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}. Give more of the id.`, { at: id });
  return { records: records.filter((r) => story.articles.includes(r.article.id)), isPartly: false };
}

function accountsOf(records: readonly Record[], at: string): readonly Account[] {
  const [only, ...more] = records;
  if (!only || more.length > 0) return textAccounts(records);
  const voices = voicesOf(only);
  if (voices.length >= 2) return voices;
  throw new ReadoutError(
    'usage/bad-value',
    `${at} relays fewer than two voices, so there is nothing to lay beside it. Name a second text.`,
    {
      at,
    },
  );
}

/** One object a line: accounts, then rows, then reported silences, told apart by `is`. */
function linesOf({ accounts, rows, silences }: Comparison): readonly object[] {
  return [
    ...accounts.map((account) => ({ is: 'account', ...account })),
    ...rows.map((row) => ({ is: 'row', ...row })),
    ...silences.map((silence) => ({ is: 'reported-silence', ...silence })),
  ];
}
