import { groupStories, type OmissionView, omissionsBy, searchWords } from '../../8-compare/index.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { overridesOf } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { note } from '../io.ts';
import { recordsOf } from '../records-of.ts';

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
  const { flags, io } = call;
  const { records, isPartly } = await recordsOf(call);
  const views = omissionsBy(records, groupStories(records, overridesOf(call)), flags.by, searchWords(loadKnowledge())).slice(
    0,
    flags.limit ?? Number.POSITIVE_INFINITY,
  );
  const count = await printItems(each(views), COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
