import { openStore, recordsByDay } from '../../7-store/index.ts';
import { groupStories, MOST_AT_ONCE, streamStories } from '../../8-compare/index.ts';
import type { Story } from '../../model/index.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { recordsOf } from '../records-of.ts';
import { storePath } from '../store-path.ts';

const COLUMNS: readonly Column<Story>[] = [
  { name: 'id', value: (s) => s.id.slice(0, 16), exact: (s) => s.id },
  { name: 'days', value: (s) => (s.start === s.end ? s.start : `${s.start}…${s.end}`) },
  { name: 'reports', value: (s) => s.articles.length },
  { name: 'parties', value: (s) => s.parties.slice(0, 4).join(' '), exact: (s) => s.parties.join(' '), flexible: 1 },
  { name: 'act', value: (s) => (s.core ? `${s.core.event} ${s.core.parties.join(' ')}` : undefined), flexible: 1 },
  { name: 'thread', value: (s) => s.thread?.slice(0, 15), exact: (s) => s.thread },
  { name: 'title', value: (s) => s.title, flexible: 3 },
  { name: 'articles', value: (s) => s.articles.map(shortId).join(' '), exact: (s) => s.articles.join(' '), onlyCsv: true },
];

/** `readout stories [FILE…]`. */
export async function storiesCommand(call: Call): Promise<number> {
  const { flags, io } = call;
  const large = call.args.length === 0 ? await storiesOfLargeStore(call) : undefined;
  const { records, isPartly } = large ? { records: [], isPartly: false } : await recordsOf(call);
  const stories = (large ?? groupStories(records, overridesOf(call))).slice(0, flags.limit ?? Number.POSITIVE_INFINITY);
  const count = await printItems(each(stories), COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

/**
 * The stories of a store with more reports than are compared pair by pair, read day by day: its records would not fit into memory. Undefined for a smaller
 * one.
 */
async function storiesOfLargeStore(call: Call): Promise<readonly Story[] | undefined> {
  const { since, until } = call.flags;
  const store = await openStore(storePath(call.flags, call.io), { readonly: true });
  try {
    if ((await store.counts()).articles <= MOST_AT_ONCE) return undefined;
    const stories: Story[] = [];
    for await (const { story } of streamStories(recordsByDay(store, given({ since, until })), overridesOf(call))) stories.push(story);
    const key = ({ start = '9', id }: Story): string => `${start} ${id}`;
    return stories.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  } finally {
    await store.close();
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
