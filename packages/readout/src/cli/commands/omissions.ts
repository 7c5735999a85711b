import { openStore } from '../../7-store/index.ts';
import { groupStories, mostHeldFirst, type OmissionView, omissionsBy, searchWords } from '../../8-compare/index.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { given } from '../given.ts';
import { note } from '../io.ts';
import { notePublisher } from '../list.ts';
import { onlyOfStore } from '../of-store.ts';
import { recordsOfFiles } from '../records-of.ts';
import { storePath } from '../store-path.ts';
import { recordsOfStory, storiesOf } from '../stories-of.ts';

const COLUMNS: readonly Column<OmissionView>[] = [
  { name: 'publisher', value: (v) => v.publisher, flexible: 1 },
  { name: 'not in this text', value: (v) => `${v.kind}: ${v.label}`, flexible: 2 },
  { name: 'held by', value: (v) => `${v.omission.heldBy} of ${v.omission.of}` },
  { name: 'salience', value: (v) => v.omission.salience },
  { name: 'sentences read', value: (v) => v.omission.searched.sentences },
  { name: 'looked for', value: (v) => v.omission.searched.names.join(', '), flexible: 1 },
  { name: 'words elsewhere', value: (v) => v.quote, flexible: 2 },
  { name: 'story', value: (v) => v.story, onlyCsv: true },
  { name: 'article', value: (v) => shortId(v.article), exact: (v) => v.article, onlyCsv: true },
];

/** `readout omissions [FILE…] --by PUBLISHER`: within each story, what its text does not have and others do; most widely held first. */
export async function omissionsCommand(call: Call): Promise<number> {
  onlyOfStore(call, ['since', 'until']);
  const { flags, io } = call;
  const { views: all, isPartly } = call.args.length > 0 ? await ofFiles(call) : { views: await ofStore(call), isPartly: false };
  const views = all.slice(0, flags.limit ?? Number.POSITIVE_INFINITY);
  const count = await printItems(views, COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

async function ofFiles(call: Call): Promise<{ readonly views: readonly OmissionView[]; readonly isPartly: boolean }> {
  const { records, isPartly } = await recordsOfFiles(call);
  const words = searchWords(loadKnowledge());
  return { views: omissionsBy(records, groupStories(records, overridesOf(call)), call.flags.by, words), isPartly };
}

/** One story's records at a time: memory does not grow with the store. */
async function ofStore(call: Call): Promise<readonly OmissionView[]> {
  const { since, until, by } = call.flags;
  const words = searchWords(loadKnowledge());
  const store = await openStore(storePath(call.flags, call.io), { readonly: true });
  try {
    const views: OmissionView[] = [];
    for (const story of await storiesOf(store, given({ since, until }), overridesOf(call)))
      if (story.articles.length > 1) views.push(...omissionsBy(await recordsOfStory(store, story), [story], by, words));
    if (views.length === 0) await notePublisher(call, store, by, true);
    return mostHeldFirst(views);
  } finally {
    await store.close();
  }
}
