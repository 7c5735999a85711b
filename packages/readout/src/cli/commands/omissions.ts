import { compareAccounts, groupStories, textAccounts } from '../../8-compare/index.ts';
import type { Omission, Record, Row, Story } from '../../model/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { shortId } from '../format/columns.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { note } from '../io.ts';
import { recordsOf } from '../records-of.ts';

/** An omission with what is needed to read it. */
export interface OmissionView {
  readonly publisher?: string;
  readonly story: string;
  readonly article: string;
  readonly kind: Row['kind'];
  readonly label: string;
  /** One account's words for it. */
  readonly quote: string;
  readonly heldByPublishers: readonly string[];
  readonly omission: Omission;
}

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
  const views = omissionsBy(records, groupStories(records), flags.by).slice(0, flags.limit ?? Number.POSITIVE_INFINITY);
  const count = await printItems(each(views), COLUMNS, formatOf(flags, io), io);
  if (count === 0 && !flags.quiet) note(io, 'Nothing found.');
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

/** The omissions of texts of one publisher (a part of its id or name; all, when none is named). */
export function omissionsBy(records: readonly Record[], stories: readonly Story[], by: string | undefined): readonly OmissionView[] {
  const wanted = by?.toLowerCase();
  const isBy = ({ article }: Record): boolean =>
    wanted === undefined ||
    article.publisher?.id.includes(wanted) === true ||
    article.publisher?.name.toLowerCase().includes(wanted) === true;
  const found = stories.flatMap((story) => {
    const members = records.filter((r) => story.articles.includes(r.article.id));
    if (members.length < 2 || !members.some(isBy)) return [];
    const { accounts, rows } = compareAccounts(textAccounts(members), members);
    return rows.flatMap((row) =>
      accounts.flatMap((account): readonly OmissionView[] => {
        const cell = row.cells[account.id];
        const record = members.find((r) => r.article.id === account.article);
        if (cell?.is !== 'not-in-this-text' || !record || !isBy(record)) return [];
        const holders = accounts.filter((a) => row.cells[a.id]?.is === 'said');
        const said = holders.map((a) => row.cells[a.id]).find((c) => c?.is === 'said');
        return [
          {
            ...(account.voice.publisher ? { publisher: account.voice.publisher.name } : {}),
            story: story.id,
            article: account.article,
            kind: row.kind,
            label: row.label,
            quote: said?.is === 'said' ? (said.sayings[0]?.quote ?? '') : '',
            heldByPublishers: holders.map((a) => a.voice.name),
            omission: cell.omission,
          },
        ];
      }),
    );
  });
  return found.sort((a, b) => b.omission.heldBy - a.omission.heldBy || b.omission.salience - a.omission.salience);
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
