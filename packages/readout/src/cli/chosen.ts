/** Which records, stories and accounts a call of compare, report, stories or omissions is about. */
import { readFileSync } from 'node:fs';
import { openStore } from '../7-store/index.ts';
import { type Overrides, readOverrides, textAccounts, voicesOf } from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Account, Record, Story } from '../model/index.ts';
import type { Call } from './command.ts';
import { recordsOfFiles } from './records-of.ts';
import { storePath } from './store-path.ts';
import { recordsOfStory, storyIn } from './stories-of.ts';

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
  const store = await openStore(storePath(call.flags, call.io), { readonly: true });
  try {
    const story = await storyIn(store, id, {}, overridesOf(call));
    return { records: await recordsOfStory(store, story), isPartly: false, story };
  } finally {
    await store.close();
  }
}

/** The accounts to lay beside each other: whole texts; of one text the voices that it relays. Throws `usage/bad-value` when there is one alone, `input/unreadable` when there is none. */
export function accountsOf(records: readonly Record[], args: readonly string[]): readonly Account[] {
  const [at = ''] = args;
  const [only, ...more] = records;
  if (!only) throw new ReadoutError('input/unreadable', 'None of the texts could be read, so there is nothing to compare.', { at });
  if (more.length > 0) return textAccounts(records);
  const voices = voicesOf(only);
  if (voices.length >= 2) return voices;
  throw new ReadoutError(
    'usage/bad-value',
    `${args.length === 1 ? at : 'The one text that could be read'} relays fewer than two voices, so there is nothing to lay beside it. Name a second text.`,
    { at },
  );
}
