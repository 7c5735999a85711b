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
import { storiesOf } from '../stories-of.ts';
import { namesOf, withStore } from '../with-store.ts';

/** Names by entity id. */
interface Names {
  readonly [id: string]: string;
}

/** States by their codes, others by their names: an id ("organisation:village-council") is for programs. */
const namedBy =
  (names: Names) =>
  (ids: readonly string[]): string =>
    ids.map((id) => (/^[A-Z]{3}$/.test(id) ? id : (names[id] ?? id))).join(', ');

const columns = (list: (ids: readonly string[]) => string): readonly Column<Story>[] => [
  { name: 'id', value: (s) => s.id.slice(0, 16), exact: (s) => s.id },
  { name: 'days', value: (s) => (s.start === s.end ? s.start : `${s.start}…${s.end}`) },
  { name: 'reports', value: (s) => s.articles.length },
  { name: 'parties', value: (s) => list(s.parties.slice(0, 4)), exact: (s) => s.parties.join(' '), flexible: 1 },
  {
    name: 'act',
    value: (s) => (s.core ? `${s.core.event} ${list(s.core.parties)}` : undefined),
    exact: (s) => (s.core ? `${s.core.event} ${s.core.parties.join(' ')}` : undefined),
    flexible: 1,
  },
  { name: 'thread', value: (s) => s.thread?.slice(0, 15), exact: (s) => s.thread },
  { name: 'title', value: (s) => s.title, flexible: 3 },
  { name: 'articles', value: (s) => s.articles.map(shortId).join(' '), exact: (s) => s.articles.join(' '), onlyCsv: true },
];

/** `readout stories [FILE…]`. */
export async function storiesCommand(call: Call): Promise<number> {
  onlyOfStore(call, ['since', 'until']);
  const { flags, io } = call;
  const { stories, names, isPartly } = call.args.length > 0 ? await ofFiles(call) : await ofStore(call);
  const count = await printItems(stories, columns(namedBy(names)), formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

interface Found {
  readonly stories: readonly Story[];
  readonly names: Names;
  readonly isPartly: boolean;
}

async function ofFiles(call: Call): Promise<Found> {
  const { records, isPartly } = await recordsOfFiles(call);
  return { stories: groupStories(records, overridesOf(call)).slice(0, call.flags.limit), names: namesOf(records), isPartly };
}

function ofStore(call: Call): Promise<Found> {
  const { since, until, limit } = call.flags;
  return withStore(call, async (store, known) => {
    const stories = (await storiesOf(store, given({ since, until }), overridesOf(call))).slice(0, limit);
    return { stories, names: await known.names(stories.flatMap((s) => [...s.parties, ...(s.core?.parties ?? [])])), isPartly: false };
  });
}
