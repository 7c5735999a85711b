import { openStore } from '../../7-store/index.ts';
import { groupStories } from '../../8-compare/index.ts';
import type { Story } from '../../model/index.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { onlyOfStore } from '../of-store.ts';
import { recordsOfFiles } from '../records-of.ts';
import { storePath } from '../store-path.ts';
import { storiesOf } from '../stories-of.ts';

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
  onlyOfStore(call, ['since', 'until']);
  const { flags, io } = call;
  const { stories: all, isPartly } = call.args.length > 0 ? await ofFiles(call) : { stories: await ofStore(call), isPartly: false };
  const stories = all.slice(0, flags.limit ?? Number.POSITIVE_INFINITY);
  const count = await printItems(stories, COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

async function ofFiles(call: Call): Promise<{ readonly stories: readonly Story[]; readonly isPartly: boolean }> {
  const { records, isPartly } = await recordsOfFiles(call);
  return { stories: groupStories(records, overridesOf(call)), isPartly };
}

async function ofStore(call: Call): Promise<readonly Story[]> {
  const { since, until } = call.flags;
  const store = await openStore(storePath(call.flags, call.io), { readonly: true });
  try {
    return await storiesOf(store, given({ since, until }), overridesOf(call));
  } finally {
    await store.close();
  }
}
