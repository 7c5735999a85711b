/** Which records, stories and accounts a call of compare, report, stories or omissions is about. */
import { readFileSync } from 'node:fs';
import { groupStories, type Overrides, readOverrides, textAccounts, voicesOf } from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Account, Record, Story } from '../model/index.ts';
import type { Call } from './command.ts';
import { recordsOf, recordsOfFiles } from './records-of.ts';

/** The splits and merges by hand of a call, as an option of `groupStories`. */
export function overridesOf({ flags }: Call): { readonly overrides?: Overrides } {
  const file = flags.overrides;
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ReadoutError('input/not-found', `There is no file ${file} to read overrides from.`, { at: file, cause });
  }
  return { overrides: readOverrides(text, file) };
}

/** Files, or with `story:…` the reports of a story in the store. */
export async function chosen(
  call: Call,
): Promise<{ readonly records: readonly Record[]; readonly isPartly: boolean; readonly story?: Story }> {
  const [id = ''] = call.args;
  if (!id.startsWith('story:')) return recordsOfFiles(call);
  const { records } = await recordsOf({ ...call, args: [] });
  const [story, second] = groupStories(records, overridesOf(call)).filter((s) => s.id.startsWith(id));
  if (!story)
    throw new ReadoutError('store/not-found', `There is no story ${id} in the store. \`readout stories\` shows them.`, { at: id });
  if (second) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}. Give more of the id.`, { at: id });
  return { records: records.filter((r) => story.articles.includes(r.article.id)), isPartly: false, story };
}

/** The accounts to lay beside each other: whole texts; of one text the voices that it relays. Throws `usage/bad-value` when there is one alone. */
export function accountsOf(records: readonly Record[], at: string): readonly Account[] {
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
