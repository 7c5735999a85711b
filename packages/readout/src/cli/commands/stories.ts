import { groupStories } from '../../8-compare/index.ts';
import type { Story } from '../../model/index.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { note } from '../io.ts';
import { recordsOf } from '../records-of.ts';

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
  const { records, isPartly } = await recordsOf(call);
  const stories = groupStories(records, overridesOf(call)).slice(0, flags.limit ?? Number.POSITIVE_INFINITY);
  const count = await printItems(each(stories), COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
