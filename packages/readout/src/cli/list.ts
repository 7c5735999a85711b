import { openStore, type Page, type Store } from '../7-store/index.ts';
import type { CommonFilter } from '../7-store/store.ts';
import { Known } from '../http/known.ts';
import type { Call } from './command.ts';
import { EXIT } from './exit.ts';
import type { Column } from './format/column.ts';
import { formatOf, printItems } from './format/print-items.ts';
import { given } from './given.ts';
import { note } from './io.ts';
import { storePath } from './store-path.ts';
import { entityOf } from './with-store.ts';

const ON_TERMINAL = 50;
const AT_ONCE = 500;

/** Answers a question to the store: prints all pages up to --limit, and says on stderr when there is more, nothing, or nothing in this view. */
export async function listFrom<T>(
  call: Call,
  columns: readonly Column<T>[],
  ask: (store: Store, filter: CommonFilter) => Promise<Page<T>>,
): Promise<number> {
  const { flags, io } = call;
  const format = formatOf(flags, io);
  const limit = flags.limit ?? (format === 'table' && io.isTerminal.stdout ? ON_TERMINAL : Number.POSITIVE_INFINITY);
  const store = await openStore(storePath(flags, io), { readonly: true });
  try {
    const rest: { next?: string } = {};
    const count = await printItems(
      pages((paging) => ask(store, { ...commonFilter(call), ...paging }), flags.cursor, limit, rest),
      columns,
      format,
      io,
    );
    if (count === 0 && !flags.quiet) {
      await noteStrangers(call, store);
      await notePublisher(call, store, flags.publisher);
      note(io, await nothing(store, () => ask(store, { ...commonFilter(call), all: true, limit: 1 }), flags.all === true));
    }
    if (rest.next !== undefined && !flags.quiet) note(io, `There is more: --limit N shows more at once, --cursor ${rest.next} goes on.`);
    return count === 0 ? EXIT.nothing : EXIT.ok;
  } finally {
    await store.close();
  }
}

/** Says which of the parties asked for neither the knowledge nor a report has: a name misspelt would else look like an answer. */
async function noteStrangers(call: Call, store: Store): Promise<void> {
  const { actor, recipient, source, about, by, state, party = [] } = call.flags;
  const known = new Known(store, undefined);
  for (const words of new Set([actor, recipient, source, about, by, state, ...party]))
    if (words !== undefined) await entityOf(words, call, { known });
}

/** Says that no report is by the publisher that was asked for. `part`: a part of its id or name will do. */
export async function notePublisher({ flags, io }: Call, store: Store, words: string | undefined, part = false): Promise<void> {
  if (words === undefined || flags.quiet) return;
  const wanted = words.trim().toLowerCase();
  const isIt = (name: string): boolean => (part ? name.toLowerCase().includes(wanted) : name.toLowerCase() === wanted);
  const publishers = await store.publishers({ all: true });
  if (publishers.some((p) => isIt(p.id) || isIt(p.name))) return;
  const some = publishers.slice(0, 5).map((p) => p.id);
  note(io, `No report is by ${JSON.stringify(words)}; publishers here: ${some.join(', ')}${publishers.length > some.length ? ' …' : ''}.`);
}

/** What to say where nothing was found: the view leaves out much that is in the store. */
async function nothing<T>(store: Store, askAll: () => Promise<Page<T>>, isAll: boolean): Promise<string> {
  if ((await store.counts()).articles === 0) return 'The store is empty: `readout ingest PATH` fills it.';
  const isElsewhere = !isAll && (await askAll()).items.length > 0;
  return isElsewhere ? 'Nothing found; --all shows what this view leaves out.' : 'Nothing found.';
}

/** The filter that all questions share. */
function commonFilter({ flags }: Call): CommonFilter {
  const { publisher, article, since, until, all } = flags;
  return given({ publisher, article, since, until, all });
}

async function* pages<T>(
  ask: (paging: { limit: number; cursor?: string }) => Promise<Page<T>>,
  from: string | undefined,
  limit: number,
  rest: { next?: string },
): AsyncGenerator<T> {
  let cursor = from;
  let left = limit;
  while (left > 0) {
    const page = await ask({ limit: Math.min(left, AT_ONCE), ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    left -= page.items.length;
    cursor = page.next;
    if (cursor === undefined) return;
  }
  if (cursor !== undefined) rest.next = cursor;
}
